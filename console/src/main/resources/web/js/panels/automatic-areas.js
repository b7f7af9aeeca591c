/** Areas that send suggested teams by themselves: off unless an officer says so, with a reason. */

import { h, reconcile, setText } from '../element.js';
import { nameIn } from '../format.js';
import { formatClock } from '../time.js';
import { whoMay } from './who-may.js';

export class AutomaticAreas {
  #settings = new Map();

  constructor(desk) {
    this.desk = desk;
    this.reason = h('input', { maxlength: '200', hint: 'plan.autoReason', testid: 'plan-auto-reason', autocomplete: 'off' });
    this.list = h('ul', { class: 'plan-areas', testid: 'plan-areas' });
    this.summary = h('summary');
    this.node = h(
      'details',
      { class: 'plan-auto', testid: 'plan-auto' },
      this.summary,
      h('p', { class: 'quiet', i18n: 'plan.autoWhat' }),
      whoMay(desk, 'setAutomaticSending'),
      h('label', { class: 'plan-auto-reason', hidden: !desk.may('setAutomaticSending') }, h('span', { i18n: 'plan.autoWhy' }), this.reason),
      this.list,
    );
    this.reason.addEventListener('input', () => this.render());
  }

  async load() {
    await this.desk.attempt(async () => {
      const { areas } = await this.desk.api.automaticAreas();
      this.#settings = new Map(areas.map((setting) => [setting.areaId, setting]));
      this.render();
    });
  }

  render() {
    const { t } = this.desk.language;
    const on = [...this.#settings.values()].filter((setting) => setting.on).length;
    setText(this.summary, t('plan.auto', { n: on }));
    this.node.classList.toggle('is-on', on > 0);
    reconcile(
      this.list,
      [...this.desk.district.areaById.values()],
      (area) => area.id,
      (area) => this.#create(area),
      (node, area) => this.#update(node, area),
    );
  }

  #create(area) {
    const toggle = h('button', { type: 'button', class: 'chip', testid: 'plan-auto-area', data: { area: area.id } });
    toggle.addEventListener('click', () => this.#set(area.id));
    return h('li', {}, h('span', { class: 'plan-area-name' }), toggle, h('span', { class: 'quiet' }));
  }

  #update(node, area) {
    const { t, code } = this.desk.language;
    const setting = this.#settings.get(area.id);
    const [name, toggle, who] = node.children;
    setText(name, nameIn(code, area));
    setText(toggle, t(setting?.on ? 'plan.autoOn' : 'plan.autoOff'));
    toggle.setAttribute('aria-pressed', String(Boolean(setting?.on)));
    toggle.setAttribute('aria-label', `${nameIn(code, area)}: ${toggle.textContent}`);
    toggle.disabled = !this.reason.value.trim() || !this.#mayChange(area.id);
    const time = setting && formatClock(setting.setAt, this.desk.district.zone);
    setText(who, setting ? t('plan.autoBy', { who: setting.setBy, time, reason: setting.reason }) : '');
  }

  /** Whoever answers for some areas sets those. */
  #mayChange(areaId) {
    const { areaIds } = this.desk.session.value;
    return this.desk.may('setAutomaticSending') && (areaIds.length === 0 || areaIds.includes(areaId));
  }

  async #set(areaId) {
    await this.desk.attempt(async () => {
      const on = !this.#settings.get(areaId)?.on;
      const setting = await this.desk.api.setAutomatic(areaId, on, this.reason.value.trim());
      this.#settings.set(areaId, setting);
      this.reason.value = '';
      this.render();
    });
  }
}
