/** Choosing some of many by ticking them. */

import { h, setText } from '../element.js';

/** @param options `id` each, and `i18n` unless its words are put with `say` */
export class Choice {
  constructor(legend, options, testid) {
    this.boxes = new Map();
    this.node = h('fieldset', { testid }, h('legend', { i18n: legend }));
    for (const { id, i18n } of options) {
      const box = h('input', { type: 'checkbox', value: id });
      this.boxes.set(id, box);
      this.node.append(h('label', {}, box, h('span', i18n ? { i18n } : {})));
    }
  }

  /** Puts the words of each, as they are in the language now spoken. */
  say(words) {
    for (const [id, box] of this.boxes) setText(box.nextSibling, words(id));
  }

  get value() {
    return [...this.boxes].filter(([, box]) => box.checked).map(([id]) => id);
  }

  set value(ids) {
    for (const [id, box] of this.boxes) box.checked = ids.includes(id);
  }
}
