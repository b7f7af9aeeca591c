/** The officer's own account: who they are here, password and second factor, signing out. */

import { button, h, setText } from '../element.js';
import { nameIn } from '../format.js';
import { administers } from '../session.js';
import { Popover } from './popover.js';

export class Account {
  constructor(desk) {
    this.desk = desk;
    this.opener = h('button', { type: 'button', class: 'tool officer', testid: 'officer' });
    this.name = h('strong', { testid: 'account-name' });
    this.roles = h('p', { class: 'quiet', testid: 'account-roles' });
    this.areas = h('p', { class: 'quiet' });
    this.unready = h('p', { class: 'account-unready', i18n: 'account.unready', testid: 'account-unready' });
    const change = button('account.change', 'secondary wide', () => this.#change(), { testid: 'account-change' });
    this.admin = h('a', { class: 'secondary wide', href: '/admin', i18n: 'account.admin', testid: 'account-admin' });
    const out = button('account.signOut', 'secondary wide', () => this.#signOut(), { testid: 'sign-out' });
    const content = h(
      'div',
      { class: 'account' },
      this.name,
      this.roles,
      this.areas,
      h('p', { class: 'quiet', i18n: 'officer.why' }),
      this.unready,
      change,
      this.admin,
      out,
    );
    this.popover = new Popover(this.opener, content, { onOpen: () => change.focus() });
    this.node = this.popover.node;
    desk.session.follow(() => this.show());
    this.show();
  }

  show() {
    const { language, session, district } = this.desk;
    const { name = '', roles = [], areaIds = [], ready } = session.value ?? {};
    setText(this.opener, name);
    this.opener.title = name;
    setText(this.name, name);
    this.opener.classList.toggle('unset', !ready);
    const comma = language.t('comma');
    setText(this.roles, roles.map((role) => language.t(`role.${role}`)).join(comma));
    const areas = areaIds.map((id) => district?.areaById?.get(id)).map((area, i) => (area ? nameIn(language.code, area) : areaIds[i]));
    setText(this.areas, areas.length ? language.t('account.areas', { areas: areas.join(comma) }) : '');
    this.areas.hidden = !areas.length;
    this.unready.hidden = Boolean(ready);
    this.admin.hidden = !administers(session.value);
  }

  async #change() {
    this.popover.toggle(false);
    const { ready } = this.desk.session.value;
    await this.desk.setUpAccount(ready ? { change: true } : { mayWait: true });
    this.desk.link?.retryNow();
  }

  async #signOut() {
    try {
      await this.desk.api.signOut();
    } finally {
      location.reload();
    }
  }
}
