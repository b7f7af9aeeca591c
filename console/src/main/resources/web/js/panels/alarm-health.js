/** Whether the alarms of the last day are bearable: each figure with its limit and a word. */

import { h, reconcile, setText } from '../element.js';
import { formatShare } from '../format.js';
import { alarmVerdicts } from '../measures.js';

export class AlarmHealthView {
  constructor(desk) {
    this.desk = desk;
    this.list = h('dl', { class: 'verdicts', testid: 'alarm-health' });
    this.none = h('p', { class: 'empty', i18n: 'health.noAlarms', hidden: true });
    const note = h('p', { class: 'quiet measures-note', i18n: 'alarms.note' });
    this.node = h('section', {}, h('h3', { i18n: 'alarms.title' }), this.list, this.none, note);
  }

  show(health, asked) {
    this.none.hidden = Boolean(health) || !asked;
    reconcile(
      this.list,
      health ? alarmVerdicts(health) : [],
      (verdict) => verdict.name,
      () => h('div', { class: 'verdict' }, h('dt'), h('dd'), h('dd', { class: 'quiet' }), h('dd', { class: 'word' })),
      (node, verdict) => this.#update(node, verdict),
    );
  }

  #update(node, { name, value, verdict }) {
    const { t } = this.desk.language;
    node.dataset.name = name;
    node.dataset.verdict = verdict;
    const texts = [t(`alarms.${name}`), this.#value(name, value), t(`alarms.${name}.limit`), t(`verdict.${verdict}`)];
    texts.forEach((text, i) => setText(node.children[i], text));
  }

  #value(name, value) {
    if (name === 'split') return ['low', 'medium', 'high'].map((part) => Math.round(value[part] * 100)).join(' / ');
    if (name === 'flood') return value > 0 && value < 0.1 ? `${(value * 100).toFixed(1)} %` : formatShare(value);
    return name === 'mean' ? value.toFixed(1) : String(value);
  }
}
