/** Users: who may sign in, as what, for which areas. */

import { button, h, reconcile, setText } from '../element.js';
import { nameIn } from '../format.js';
import { ROLES } from '../roles.js';
import { Choice } from './role-choice.js';
import { field } from './sheet.js';

export class AdminUsers {
  #users = [];
  #edited = null;

  constructor(page) {
    this.page = page;
    this.told = h('div', { class: 'told-once', role: 'status', testid: 'told-once', hidden: true }, h('span'), h('code'));
    this.body = h('tbody');
    const heads = ['name', 'roles', 'areas', 'person', 'state', 'acts'].map((key) => h('th', { scope: 'col', i18n: `admin.${key}` }));
    const table = h('table', { class: 'admin-table', testid: 'users' }, h('thead', {}, h('tr', {}, ...heads)), this.body);
    this.node = h('section', {}, this.told, this.#form(), table);
    page.language.follow(() => this.#render());
  }

  #form() {
    this.name = field('admin.name', {
      required: true,
      maxlength: '64',
      pattern: '[^\\s\\/]{1,64}',
      hint: 'admin.nameHint',
      tip: 'admin.nameHint',
      testid: 'user-name',
    });
    this.person = field('admin.person', { maxlength: '64', hint: 'admin.personHint', testid: 'user-person' });
    this.roles = new Choice('admin.roles', ROLES.map((role) => ({ id: role, i18n: `role.${role}` })), 'user-roles');
    const areas = [...this.page.district.areaById.keys()].map((id) => ({ id }));
    this.areas = new Choice('admin.areas', areas, 'user-areas');
    this.submit = h('button', { class: 'primary', testid: 'user-save' });
    this.cancel = button('admin.cancel', 'secondary', () => this.#edit(null), { hidden: true });
    const acts = h('div', { class: 'admin-acts' }, this.submit, this.cancel);
    const row = h('div', { class: 'admin-row' }, this.name.node, this.person.node);
    this.title = h('h2');
    const wide = h('p', { class: 'quiet', i18n: 'admin.areasHint' });
    const form = h('form', { class: 'admin-form' }, this.title, row, this.roles.node, this.areas.node, wide, acts);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.page.attempt(() => this.#save());
    });
    return form;
  }

  async load() {
    this.#users = (await this.page.api.users()).users;
    this.#render();
  }

  async #save() {
    const { api } = this.page;
    const draft = {
      roles: this.roles.value,
      areaIds: this.areas.value,
      personId: this.person.input.value.trim() || null,
    };
    if (this.#edited) await api.changeUser(this.#edited, { ...draft, disabled: this.#edited.disabled });
    else this.#tell(await api.createUser({ ...draft, name: this.name.input.value.trim() }));
    this.#edit(null);
    await this.load();
  }

  #tell({ user, secret, validUntil }) {
    const [words, code] = this.told.children;
    setText(words, this.page.language.t('admin.toldUser', { name: user.name, time: this.page.when(validUntil) }));
    setText(code, `${location.origin}/#join=${secret}`);
    this.told.hidden = false;
  }

  #edit(user) {
    this.#edited = user;
    this.name.input.value = user?.name ?? '';
    this.name.input.disabled = Boolean(user);
    this.person.input.value = user?.personId ?? '';
    this.roles.value = user?.roles ?? [];
    this.areas.value = user?.areaIds ?? [];
    this.cancel.hidden = !user;
    this.#render();
  }

  #render() {
    const { language, district } = this.page;
    this.areas.say((id) => nameIn(language.code, district.areaById.get(id)));
    setText(this.title, this.#edited?.name ?? language.t('admin.newUser'));
    setText(this.submit, language.t(this.#edited ? 'admin.save' : 'admin.create'));
    reconcile(
      this.body,
      this.#users,
      (user) => user.id,
      (user) => this.#row(user.id),
      (row, user) => this.#update(row, user),
    );
    this.page.language.apply(this.node);
  }

  #row(id) {
    const act = (key, run) => button(`admin.${key}`, 'tool', () => this.page.attempt(() => run(this.#users.find((user) => user.id === id))), { testid: `user-${key}` });
    const acts = h(
      'div',
      { class: 'admin-acts' },
      act('edit', (user) => this.#edit(user)),
      act('disable', (user) => this.#disable(user, true)),
      act('enable', (user) => this.#disable(user, false)),
      act('reset', (user) => this.#reset(user)),
    );
    const yours = h('span', { class: 'quiet', i18n: 'admin.yours' });
    return h('tr', { testid: 'user-row' }, h('td'), h('td'), h('td'), h('td'), h('td'), h('td', {}, acts, yours));
  }

  async #disable(user, disabled) {
    const { roles, areaIds, personId } = user;
    await this.page.api.changeUser(user, { roles, areaIds, personId: personId ?? null, disabled });
    await this.load();
  }

  async #reset(user) {
    this.#tell(await this.page.api.resetUser(user.id));
    await this.load();
  }

  #update(row, user) {
    const { language, district, session } = this.page;
    const comma = language.t('comma');
    const [name, roles, areas, person, state, acts] = row.children;
    row.dataset.name = user.name;
    row.classList.toggle('off', user.disabled);
    setText(name, user.name);
    setText(roles, user.roles.map((role) => language.t(`role.${role}`)).join(comma));
    const names = user.areaIds.map((id) => nameIn(language.code, district.areaById.get(id) ?? { id }));
    setText(areas, names.join(comma) || language.t('admin.allAreas'));
    setText(person, user.personId ?? '');
    setText(state, language.t(user.disabled ? 'admin.disabled' : user.ready ? 'admin.ready' : 'admin.invited'));
    const own = user.name === session.value.name;
    const [buttons, yours] = acts.children;
    buttons.hidden = own;
    yours.hidden = !own;
    buttons.children[1].hidden = user.disabled;
    buttons.children[2].hidden = !user.disabled;
  }
}
