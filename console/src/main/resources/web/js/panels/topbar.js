/** The bar on top: how true the picture is, how much is open, who is on duty here. */

import { countOpen } from '../attention.js';
import { button, h, reconcile, setText } from '../element.js';
import { formatCount, nameIn } from '../format.js';
import { paced } from '../pace.js';
import { GRADES, gradeBadge } from '../severity.js';
import { formatClock } from '../time.js';
import { Account } from './account.js';
import { alarmText } from '../ledger.js';
import { FeedHealth } from './feed-health.js';
import { JointPlanPanel } from './joint-plan.js';
import { MeasuresPanel } from './measures.js';
import { DeskMenu } from './desk-menu.js';
import { Popover } from './popover.js';

const REFRESH_EVERY_MILLIS = 200;
const THEMES = ['dark', 'light', 'system'];

export class TopBar {
  constructor(root, desk) {
    this.desk = desk;
    root.append(
      this.#brand(),
      this.#connection(),
      this.#counts(),
      this.#parts(),
      h('div', { class: 'spring' }),
      this.#tools(),
    );
    this.banner = h('div', { class: 'banner banner-stale', role: 'alert', hidden: true, testid: 'stale-banner' });
    this.drill = h('div', { class: 'banner banner-drill', hidden: true, testid: 'drill-banner' });
    root.after(this.drill, this.banner);
    const changed = paced(() => this.#state(desk.store.state), REFRESH_EVERY_MILLIS);
    desk.store.subscribe(changed);
    desk.linkStatus.follow(() => this.#link());
    desk.language.follow(() => this.#all());
    desk.clock.everySecond(() => this.#link());
    this.#all();
  }

  #all() {
    setText(this.district, nameIn(this.desk.language.code, this.desk.district));
    this.district.title = this.district.textContent;
    setText(this.languageButton, this.desk.language.code === 'zh' ? 'English' : '中文');
    this.languageButton.lang = this.desk.language.code === 'zh' ? 'en' : 'zh-Hans';
    this.#theme();
    this.account.show();
    this.#state(this.desk.store.state);
    this.#link();
  }

  #brand() {
    this.district = h('span', { class: 'district', testid: 'district-name' });
    const logo = h('span', { class: 'logo', 'aria-hidden': 'true' });
    return h('div', { class: 'brand' }, logo, h('h1', { i18n: 'brand' }), this.district);
  }

  #connection() {
    this.state = h('span', { class: 'link-state', testid: 'connection-state', role: 'status' });
    this.asOf = h('span', { class: 'as-of', testid: 'as-of' });
    this.connection = h(
      'div',
      { class: 'connection' },
      h('span', { class: 'dot', 'aria-hidden': 'true' }),
      this.state,
      this.asOf,
    );
    return this.connection;
  }

  #counts() {
    this.countNodes = {};
    const nodes = GRADES.map((grade) => {
      this.countNodes[grade] = h('span', { class: 'count-number', testid: `count-${grade}` }, '0');
      return h(
        'span',
        { class: 'count', tip: `grade.${grade}` },
        gradeBadge(grade, 'solid', 20),
        this.countNodes[grade],
      );
    });
    this.unacknowledged = h('span', { class: 'count-unacknowledged', testid: 'count-unacknowledged' });
    return h('div', { class: 'counts', role: 'group', label: 'top.counts' }, ...nodes, this.unacknowledged);
  }

  #parts() {
    this.partList = h('span', { class: 'parts' });
    this.accepted = h('span', { class: 'feed-summary' });
    this.refused = h('span', { class: 'feed-summary' });
    const opener = h('button', { type: 'button', class: 'health-button', testid: 'health', label: 'health.title' });
    this.systemAlarms = h('span', { class: 'system-alarms', role: 'status', testid: 'alarm-summary' });
    opener.append(this.systemAlarms, this.partList, this.accepted, this.refused);
    const content = h('div', { class: 'health' });
    this.health = new FeedHealth(content, this.desk);
    const popover = new Popover(opener, content, {
      onOpen: () => this.health.open(),
      onClose: () => this.health.close(),
    });
    return popover.node;
  }

  #tools() {
    const { desk } = this;
    this.languageButton = h('button', {
      type: 'button',
      class: 'tool',
      testid: 'lang-switch',
      on: { click: () => desk.language.set(desk.language.code === 'zh' ? 'en' : 'zh') },
    });
    this.themeButton = h('button', {
      type: 'button',
      class: 'tool tool-icon',
      testid: 'theme-switch',
      on: { click: () => desk.theme.set(THEMES[(THEMES.indexOf(desk.theme.value) + 1) % THEMES.length]) },
    });
    desk.theme.follow(() => this.#theme());
    this.account = new Account(desk);
    const { opener } = new MeasuresPanel(desk);
    const { node: menu } = new DeskMenu(desk);
    const plan = new JointPlanPanel(desk);
    return h('div', { class: 'tools' }, desk.sounds.node, menu, plan.opener, opener, this.account.node, this.themeButton, this.languageButton);
  }

  #theme() {
    const { value } = this.desk.theme;
    setText(this.themeButton, { dark: '☾', light: '☀', system: '◐' }[value]);
    const text = this.desk.language.t(`theme.${value}`);
    this.themeButton.title = text;
    this.themeButton.setAttribute('aria-label', text);
  }

  #state(state) {
    const { t } = this.desk.language;
    const counts = countOpen(state.incidents.values());
    for (const grade of GRADES) {
      setText(this.countNodes[grade], state.snapshots ? String(counts[grade]) : '–');
      this.countNodes[grade].parentElement.classList.toggle('none', counts[grade] === 0);
    }
    setText(this.unacknowledged, t('top.unacknowledged', { n: state.snapshots ? counts.unacknowledged : '–' }));
    this.unacknowledged.classList.toggle('none', counts.unacknowledged === 0);
    document.title = `${counts.unacknowledged ? `(${counts.unacknowledged}) ` : ''}${t('brand')}`;
    this.#health(state.health);
    const drill = state.world && state.world !== 'live';
    this.drill.hidden = !drill;
    setText(this.drill, drill ? t('drill', { world: state.world }) : '');
    document.documentElement.classList.toggle('is-drill', Boolean(drill));
  }

  #health(health) {
    const { t } = this.desk.language;
    reconcile(
      this.partList,
      health?.parts ?? [],
      (part) => part.name,
      (part) =>
        h(
          'span',
          { class: 'part', testid: `part-${part.name}` },
          h('span', { class: 'part-dot', 'aria-hidden': 'true' }),
          h('span'),
        ),
      (node, part) => {
        node.classList.toggle('down', !part.up);
        node.classList.toggle('late', part.up && part.lagMillis > 5000);
        setText(node.lastChild, t(`part.${part.name}`) + (part.up ? '' : ` ${t('part.down')}`));
      },
    );
    const alarms = health?.alarms ?? [];
    const said = alarms.length === 1 ? alarmText(alarms[0], t) : t('alarm.some', { n: alarms.length });
    setText(this.systemAlarms, alarms.length ? said : '');
    const accepted = (health?.feeds ?? []).reduce((sum, feed) => sum + feed.accepted, 0);
    const dead = health?.deadLetters ?? 0;
    setText(this.accepted, health ? t('health.in', { n: formatCount(accepted) }) : '');
    setText(this.refused, health ? t('health.kept', { n: formatCount(dead) }) : '');
    this.refused.classList.toggle('has-dead', dead > 0);
  }

  #link() {
    const { t } = this.desk.language;
    const { phase, stale, silentMillis, retryInMillis } = this.desk.linkStatus.value;
    const shown = stale && phase !== 'reconnecting' ? 'stale' : phase;
    this.connection.dataset.state = shown;
    setText(this.state, t(`link.${shown}`));
    const { asOf } = this.desk.store.state;
    setText(this.asOf, asOf ? t('top.asOf', { time: formatClock(asOf, this.desk.district.zone) }) : '');
    document.documentElement.classList.toggle('is-stale', stale);
    this.banner.hidden = !stale;
    if (!stale) return;
    const seconds = Math.round(silentMillis / 1000);
    const retry = retryInMillis === null ? '' : ` ${t('stale.retry', { n: Math.ceil(retryInMillis / 1000) })}`;
    const key = asOf ? 'stale.banner' : 'stale.never';
    setText(this.banner, t(key, { time: formatClock(asOf, this.desk.district.zone), n: seconds }) + retry);
  }
}
