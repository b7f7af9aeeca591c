/** Telling the people in the drawn area something: the words, how many will read them, and sending. */

import { ringOf } from '../area.js';
import { button, h, setText } from '../element.js';
import { MOST_CHARACTERS } from '../notices.js';

export class NoticeForm {
  constructor(desk) {
    this.desk = desk;
    this.open = button('notice.write', 'tool', () => this.#show(true), { testid: 'notice-write', hidden: !desk.may('sendNotice') });
    this.text = h('textarea', {
      rows: '3',
      maxlength: String(MOST_CHARACTERS),
      hint: 'notice.hint',
      label: 'notice.text',
      testid: 'notice-text',
    });
    this.send = h('button', { class: 'primary', testid: 'notice-send' });
    const cancel = button('cancel', 'secondary', () => this.#show(false), { testid: 'notice-cancel' });
    this.form = h('form', { class: 'notice-form', hidden: true }, this.text, h('div', { class: 'notice-buttons' }, this.send, cancel));
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#send();
    });
    this.form.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.key === 'Escape') this.#show(false);
    });
    this.people = 0;
  }

  /** How many are there now, as far as this page knows. */
  show(people) {
    this.people = people;
    setText(this.send, this.desk.language.t('notice.send', { n: people }));
    this.send.disabled = people === 0;
  }

  #show(open) {
    this.form.hidden = !open;
    this.open.hidden = open || !this.desk.may('sendNotice');
    if (open) this.text.focus();
    else this.open.focus();
  }

  async #send() {
    const text = this.text.value.trim();
    const { area, api, store, toasts, language } = this.desk;
    if (!text || !area.value) {
      this.text.focus();
      return;
    }
    this.send.disabled = true;
    await this.desk.attempt(async () => {
      const notice = await api.sendNotice(text, ringOf(area.value));
      store.dispatch({ kind: 'answer', notices: [notice] });
      this.text.value = '';
      this.#show(false);
      const action = { key: 'notice.who', run: () => this.desk.whole.then(() => this.desk.notices.open()) };
      toasts.show(language.t('notice.sent', { n: notice.receipts.length }), { action });
    });
    this.show(this.people);
  }
}
