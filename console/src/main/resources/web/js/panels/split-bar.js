/** Choosing reports that are another event: a box before each, and the act once any is chosen. */

import { button, h, setText } from '../element.js';

export class SplitBar {
  #id = null;
  #chosen = new Set();
  #possible = false;

  /** @param onChange is called whenever another report is chosen */
  constructor(desk, onChange) {
    this.desk = desk;
    this.onChange = onChange;
    this.text = h('span', { class: 'split-count', role: 'status' });
    this.act = button('split.act', 'primary', () => this.#split(), { testid: 'split' });
    const cancel = button('cancel', 'secondary', () => this.#clear(), { testid: 'split-cancel' });
    this.node = h('div', { class: 'split-bar', testid: 'split-bar', hidden: true }, this.text, this.act, cancel);
  }

  open(id) {
    this.#id = id;
    this.#chosen.clear();
  }

  /** A box for one report, to be told which by `show`. */
  checkbox() {
    const box = h('input', { type: 'checkbox', label: 'split.choose', testid: 'report-choose' });
    const node = h('label', { class: 'report-choose', tip: 'split.choose' }, box);
    let reportId = null;
    box.addEventListener('change', () => {
      if (box.checked) this.#chosen.add(reportId);
      else this.#chosen.delete(reportId);
      this.onChange();
    });
    const show = (id) => {
      reportId = id;
      box.checked = this.#chosen.has(id);
      node.hidden = !this.#possible || this.isLeaving(id);
    };
    return { node, show };
  }

  has = (reportId) => this.#chosen.has(reportId);

  /** Whether the report is on its way into an incident of its own. */
  isLeaving(reportId) {
    return this.#wishes().some((wish) => wish.reportIds.includes(reportId));
  }

  #wishes() {
    const splits = this.desk.corrections.of(this.#id).filter(({ kind }) => kind === 'split');
    return splits.map(({ wish }) => wish);
  }

  /** @param all how many reports there are; one has to stay */
  update(all, possible) {
    const leaving = this.#wishes().reduce((sum, wish) => sum + wish.reportIds.length, 0);
    this.#possible = possible;
    const n = this.#chosen.size;
    const everything = n >= all - leaving;
    this.node.hidden = !possible || n === 0;
    this.act.disabled = everything;
    setText(this.text, this.desk.language.t(everything ? 'split.notAll' : 'split.chosen', { n }));
  }

  #clear() {
    this.#chosen.clear();
    this.onChange();
  }

  async #split() {
    this.act.disabled = true;
    if (await this.desk.split(this.#id, [...this.#chosen])) this.#chosen.clear();
    this.onChange();
  }
}
