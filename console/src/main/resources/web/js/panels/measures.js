/** How long each step takes, over everything, by cell, type and organization; and whether the alarms are bearable. */

import { h, reconcile, setText } from '../element.js';
import { formatShare, formatTravel, nameIn } from '../format.js';
import { measureRows, SCOPES, shareVerdict, STEPS } from '../measures.js';
import { formatClock } from '../time.js';
import { AlarmHealthView } from './alarm-health.js';

const RELOAD_EVERY_MILLIS = 30_000;

export class MeasuresPanel {
  #answer = null;
  #scope = 'WORLD';
  #timer = null;

  constructor(desk) {
    this.desk = desk;
    this.opener = h('button', {
      type: 'button',
      class: 'tool',
      i18n: 'measures.open',
      testid: 'measures-open',
      'aria-haspopup': 'dialog',
      on: { click: () => this.open() },
    });
    this.health = new AlarmHealthView(desk);
    this.dialog = h('dialog', { class: 'measures', testid: 'measures', label: 'measures.title' });
    this.dialog.append(this.#head(), this.#body());
    this.dialog.addEventListener('close', () => clearInterval(this.#timer));
    this.dialog.addEventListener('click', (event) => event.target === this.dialog && this.dialog.close());
    document.body.append(this.dialog);
    desk.language.follow(() => this.dialog.open && this.#render());
  }

  #head() {
    const close = h('button', { type: 'button', class: 'icon-button', label: 'close', testid: 'measures-close' }, '✕');
    close.addEventListener('click', () => this.dialog.close());
    this.asOf = h('span', { class: 'quiet' });
    return h('header', { class: 'measures-head' }, h('h2', { i18n: 'measures.title' }), this.asOf, close);
  }

  #body() {
    this.scopes = SCOPES.map((scope) =>
      h('button', {
        type: 'button',
        class: 'chip',
        testid: `measures-${scope}`,
        i18n: `scope.${scope}`,
        data: { scope },
        on: { click: () => this.#choose(scope) },
      }),
    );
    const chips = h('div', { class: 'chips', role: 'group', label: 'measures.by' }, ...this.scopes);
    this.rows = h('tbody');
    this.keyName = h('th', { scope: 'col' });
    const names = STEPS.map((step) =>
      h(
        'th',
        { scope: 'col', tip: `step.${step}.tip` },
        h('span', { i18n: `measure.${step}` }),
        h('span', { class: 'quiet step-span', i18n: `step.${step}.tip` }),
      ),
    );
    const head = h('thead', {}, h('tr', {}, this.keyName, ...names));
    const table = h('table', { class: 'numbers measures-table', testid: 'measures-table' }, head, this.rows);
    this.nothing = h('p', { class: 'empty', hidden: true });
    const times = h('section', {}, h('div', { class: 'measures-by' }, h('h3', { i18n: 'measures.times' }), chips));
    times.append(h('div', { class: 'measures-scroll', tabindex: '0', label: 'measures.times' }, table), this.nothing);
    times.append(h('p', { class: 'quiet measures-note', i18n: 'measures.note' }));
    return h('div', { class: 'measures-body' }, times, this.health.node);
  }

  open() {
    this.desk.language.apply(this.dialog);
    this.#choose(this.#scope);
    this.dialog.showModal();
    this.#load();
    clearInterval(this.#timer);
    this.#timer = setInterval(() => this.#load(), RELOAD_EVERY_MILLIS);
  }

  async #load() {
    await this.desk.attempt(async () => {
      this.#answer = await this.desk.api.measures();
      this.#render();
    });
  }

  #choose(scope) {
    this.#scope = scope;
    for (const chip of this.scopes) chip.setAttribute('aria-pressed', String(chip.dataset.scope === scope));
    this.#render();
  }

  #render() {
    const { language, district } = this.desk;
    const { t } = language;
    const rows = measureRows(this.#answer?.measures ?? [], this.#scope);
    setText(this.keyName, t(`scope.${this.#scope}`));
    const newest = (this.#answer?.measures ?? [])
      .map((measure) => measure.updatedAt)
      .reduce((a, b) => (a > b ? a : b), '');
    setText(this.asOf, newest ? t('measures.asOf', { time: formatClock(newest, district.zone) }) : '');
    reconcile(
      this.rows,
      rows,
      (row) => `${this.#scope}|${row.key}`,
      () => h('tr', { testid: 'measure-row' }, h('th', { scope: 'row' }), ...STEPS.map(() => this.#cell())),
      (node, row) => this.#update(node, row),
    );
    this.nothing.hidden = rows.length > 0;
    setText(this.nothing, t(this.#answer ? 'measures.none' : 'candidates.loading'));
    this.health.show(this.#answer?.alarmHealth ?? null, Boolean(this.#answer));
  }

  #cell() {
    const cell = h('td', { class: 'measure' });
    cell.append(h('span', { class: 'measure-times' }), h('span', { class: 'measure-share' }));
    return cell;
  }

  #update(node, row) {
    setText(node.firstChild, this.#keyText(row.key));
    for (const [i, step] of STEPS.entries()) this.#measure(node.children[i + 1], row.steps[step]);
  }

  #measure(cell, measure) {
    const { t, units } = this.desk.language;
    const [times, share] = cell.children;
    setText(times, measure ? this.#times(measure, units()) : '–');
    const verdict = shareVerdict(measure?.withinTarget);
    cell.dataset.verdict = verdict ?? '';
    const within = verdict ? t('measures.within', { share: formatShare(measure.withinTarget) }) : '';
    setText(share, within);
    const words = [verdict && t(`verdict.${verdict}`), measure && t('measures.count', { n: measure.count })];
    cell.title = words.filter(Boolean).join(' · ');
  }

  #times(measure, units) {
    return `${formatTravel(measure.p50Seconds, units)} / ${formatTravel(measure.p90Seconds, units)}`;
  }

  #keyText(key) {
    const { district, language } = this.desk;
    if (this.#scope === 'TYPE') return district.typeName(key, language.code);
    if (this.#scope === 'ORGANIZATION') return district.organizationName(key, language.code);
    if (this.#scope === 'CELL') return nameIn(language.code, district.cellById.get(key) ?? { id: key });
    return language.t('scope.WORLD');
  }
}
