/** Somebody is not eligible: the page says why and asks the reason for which they go all the same. */

import { button, h, setText } from '../element.js';

const LONGEST = '500';

export class DespiteForm {
  #answered = null;

  /** @param language of the page */
  constructor(language) {
    this.language = language;
    this.sentence = h('p', { class: 'despite-why', testid: 'despite-why' });
    this.reason = h('input', { maxlength: LONGEST, testid: 'despite-reason', on: { input: () => setText(this.problem, '') } });
    this.problem = h('p', { class: 'problem', role: 'alert' });
    const cancel = button('cancel', 'secondary', () => this.#close(null), { testid: 'despite-cancel' });
    const send = h('button', { class: 'primary', i18n: 'despite.send', testid: 'despite-send' });
    const form = h(
      'form',
      { class: 'despite-form' },
      this.sentence,
      h('label', {}, h('span', { i18n: 'despite.reason' }), this.reason),
      this.problem,
      h('div', { class: 'note-buttons' }, cancel, send),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#say();
    });
    this.dialog = h('dialog', { class: 'despite', label: 'despite.title', testid: 'despite' }, form);
    this.dialog.addEventListener('close', () => this.#close(null));
    document.body.append(this.dialog);
  }

  /** Gives what was said, or null when it was thought better of. */
  ask(problem) {
    this.#close(null);
    this.language.apply(this.dialog);
    setText(this.sentence, problem.message);
    setText(this.problem, '');
    this.reason.value = '';
    this.dialog.showModal();
    this.reason.focus();
    return new Promise((answered) => (this.#answered = answered));
  }

  #say() {
    const said = this.reason.value.trim();
    if (said) this.#close(said);
    else setText(this.problem, this.language.t('reason.words'));
  }

  #close(said) {
    const answered = this.#answered;
    this.#answered = null;
    answered?.(said);
    if (this.dialog.open) this.dialog.close();
  }
}
