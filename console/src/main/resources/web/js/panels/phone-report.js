/** A photo or a note from the scene. */

import { button, h } from '../element.js';
import { shrink } from '../photo-shrink.js';

export class PhoneReport {
  #assignment = null;

  constructor(phone) {
    this.phone = phone;
    this.file = h('input', { type: 'file', accept: 'image/*', capture: 'environment', hidden: true, testid: 'photo-file', label: 'photo.add' });
    this.file.addEventListener('change', () => this.#picked());
    this.text = h('textarea', { maxlength: '1000', rows: '2', hint: 'outbox.noteHint', label: 'outbox.noteHint', testid: 'scene-note' });
    this.form = h('form', { class: 'note-form', hidden: true }, this.text, h('div', { class: 'note-buttons' }, this.#saveButton()));
    this.form.addEventListener('submit', (event) => this.#noted(event));
    this.node = h(
      'div',
      { class: 'phone-report' },
      h(
        'div',
        { class: 'report-buttons' },
        button('photo.add', 'secondary', () => this.file.click(), { testid: 'photo-add' }),
        button('outbox.noteAdd', 'secondary', () => this.#open(), { testid: 'scene-note-open' }),
      ),
      this.file,
      this.form,
    );
  }

  #saveButton() {
    return h('button', { class: 'primary', i18n: 'outbox.noteSave', testid: 'scene-note-save' });
  }

  show(assignment) {
    if (this.#assignment?.id !== assignment.id) this.form.hidden = true;
    this.#assignment = assignment;
  }

  #open() {
    this.form.hidden = !this.form.hidden;
    if (!this.form.hidden) this.text.focus();
  }

  async #picked() {
    const [file] = this.file.files;
    this.file.value = '';
    if (!file) return;
    const blob = await shrink(file);
    const { language, toasts } = this.phone;
    if (!blob) toasts.show(language.t('photo.unreadable'), { kind: 'refused' });
    else await this.phone.act({ kind: 'photo', blob, ...this.#about() });
  }

  async #noted(event) {
    event.preventDefault();
    const text = this.text.value.trim();
    if (!text) return;
    this.text.value = '';
    this.form.hidden = true;
    await this.phone.act({ kind: 'note', text, ...this.#about() });
  }

  #about() {
    return { incidentId: this.#assignment.incidentId, chain: this.#assignment.id };
  }
}
