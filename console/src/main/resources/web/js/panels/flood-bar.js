/** Says that more comes in than one officer can take in singly, and that the list is grouped; single rows are one click away. */

import { button, h, setText } from '../element.js';
import { arrivals, FLOOD_ABOVE, isFlood } from '../flood.js';

export class FloodBar {
  #flood = false;
  #count = 0;
  #singly = false;

  /** @param onChange the officer wants the other form */
  constructor(desk, onChange) {
    this.desk = desk;
    this.text = h('span', {});
    this.turn = button('flood.singly', 'tool', () => this.#toggle(), { testid: 'flood-turn' });
    this.node = h('div', { class: 'flood', role: 'status', testid: 'flood', hidden: true }, this.text, this.turn);
    this.onChange = onChange;
    desk.language.follow(() => this.#say());
  }

  /** Whether the list is to be grouped. */
  get groups() {
    return this.#flood && !this.#singly;
  }

  /** Counts again; gives whether a flood began or ended. */
  look() {
    const { incidents, alerts } = this.desk.store.state;
    const was = this.#flood;
    const before = this.#count;
    this.#count = arrivals(incidents.values(), alerts.values(), this.desk.clock.now());
    this.#flood = isFlood(was, this.#count);
    if (!this.#flood) this.#singly = false;
    if (this.#flood !== was || this.#count !== before) this.#say();
    return this.#flood !== was;
  }

  #toggle() {
    this.#singly = !this.#singly;
    this.#say();
    this.onChange();
  }

  #say() {
    const { t } = this.desk.language;
    this.node.hidden = !this.#flood;
    const key = this.#singly ? 'flood.textSingly' : 'flood.text';
    setText(this.text, this.#flood ? t(key, { n: this.#count, limit: FLOOD_ABOVE }) : '');
    this.turn.dataset.i18n = this.#singly ? 'flood.grouped' : 'flood.singly';
    setText(this.turn, t(this.turn.dataset.i18n));
  }
}
