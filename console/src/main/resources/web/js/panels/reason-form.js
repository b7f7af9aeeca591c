/** Asks why: a reason out of a list, words, or both. */

import { button, h, setText } from '../element.js';
import { REASONS, saysWhy } from '../reasons.js';

export class ReasonForm {
  #kind = null;
  #reason = null;

  /** @param language of the page; @param testid names the field, the confirmation and each reason */
  constructor(language, testid) {
    this.language = language;
    this.testid = testid;
    this.chips = h('div', { class: 'chips reason-chips', role: 'group', label: 'reason.title' });
    this.note = h('input', { maxlength: '500', testid: `${testid}-note`, on: { input: () => this.#complain(false) } });
    this.problem = h('p', { class: 'problem', role: 'alert' });
    this.confirm = h('button', { class: 'primary', testid: `${testid}-confirm` });
    const cancel = button('cancel', 'secondary', () => this.close());
    this.node = h(
      'form',
      { class: 'note-form', hidden: true },
      this.chips,
      this.note,
      this.problem,
      h('div', { class: 'note-buttons' }, cancel, this.confirm),
    );
    this.node.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!this.#complain(true)) this.onSay({ reason: this.#reason, note: this.note.value.trim() });
    });
  }

  get isOpen() {
    return !this.node.hidden;
  }

  /**
   * Opens for `decline`, `leave`, `recall`, or anything else that is said in words alone.
   *
   * @param options `hint` and `confirm` keys, `needed` whether something has to be said, `chosen` reason, `onSay({reason,
   *     note})`, `onClose()`
   */
  ask(kind, { hint, confirm, needed = true, chosen = null, onSay, onClose }) {
    Object.assign(this, { hint, confirmKey: confirm, needed, onSay, onClose });
    this.#kind = kind;
    this.note.value = '';
    setText(this.problem, '');
    this.chips.replaceChildren(...(REASONS[kind] ?? []).map((code) => this.#chip(code)));
    this.chips.hidden = !REASONS[kind];
    this.#choose(chosen);
    this.node.hidden = false;
    this.render();
    this.note.focus();
  }

  close() {
    if (!this.isOpen) return;
    this.node.hidden = true;
    this.onClose?.();
  }

  /** The language may have changed. */
  render() {
    if (!this.isOpen) return;
    const { t } = this.language;
    this.language.apply(this.node);
    this.note.placeholder = t(this.hint);
    this.note.setAttribute('aria-label', t(this.hint));
    setText(this.confirm, t(this.confirmKey));
  }

  #chip(code) {
    return h('button', {
      type: 'button',
      class: 'chip',
      i18n: `reason.${code}`,
      testid: `${this.testid}-reason`,
      data: { reason: code },
      on: { click: () => this.#choose(code) },
    });
  }

  #choose(code) {
    this.#reason = code;
    for (const chip of this.chips.children) chip.setAttribute('aria-pressed', String(chip.dataset.reason === code));
    this.#complain(false);
  }

  #complain(asking) {
    const silent = asking && this.needed && !saysWhy(this.#reason, this.note.value.trim());
    setText(this.problem, silent ? this.language.t(this.#kind in REASONS ? 'reason.missing' : 'reason.words') : '');
    return silent;
  }
}
