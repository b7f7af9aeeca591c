/** Choosing some of many by ticking them. */

import { h } from '../element.js';

/** @param options `id`, and either `i18n` or `text`, each */
export class Choice {
  constructor(legend, options, testid) {
    this.boxes = new Map();
    this.node = h('fieldset', { testid }, h('legend', { i18n: legend }));
    for (const { id, i18n, text } of options) {
      const box = h('input', { type: 'checkbox', value: id });
      this.boxes.set(id, box);
      this.node.append(h('label', {}, box, i18n ? h('span', { i18n }) : h('span', {}, text)));
    }
  }

  get value() {
    return [...this.boxes].filter(([, box]) => box.checked).map(([id]) => id);
  }

  set value(ids) {
    for (const [id, box] of this.boxes) box.checked = ids.includes(id);
  }
}
