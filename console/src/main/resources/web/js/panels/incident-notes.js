/** What an officer notes down about an incident, promises, and why it may wait. */

import { isOpen } from '../attention.js';
import { button, h, reconcile, setText } from '../element.js';
import { DUE_CHOICES, SNOOZE_CHOICES } from '../shift.js';
import { formatWhen } from '../time.js';

export class IncidentNotes {
  #incident = null;

  constructor(desk) {
    this.desk = desk;
    this.noteButton = button('note.add', 'tool', () => this.#ask(this.noteForm), { testid: 'note-open', hidden: !desk.may('noteIncident') });
    this.putOffButton = button('putOff.act', 'tool', () => this.#ask(this.putOffForm), { testid: 'put-off-open' });
    /** What opens the forms; it stands among the other acts. */
    this.bar = h('div', { class: 'note-bar' }, this.noteButton, this.putOffButton);
    this.standing = h('div', { class: 'snoozed', testid: 'put-off', hidden: true });
    this.standingText = h('p', { class: 'snoozed-text' });
    const awake = { hidden: !desk.may('unsnoozeIncident') };
    const wake = button('putOff.end', 'secondary', () => this.#wake(), { testid: 'put-off-end', ...awake });
    this.standing.append(this.standingText, wake);
    this.promises = h('ul', { class: 'promises', testid: 'promises', label: 'note.promises' });
    this.node = h('section', { class: 'incident-notes', label: 'note.label' }, this.standing, this.promises);
    this.node.append(this.#noteForm(), this.#putOffForm());
    desk.shift.standing.follow(() => this.#incident && this.show(this.#incident));
    desk.clock.everySecond(() => this.#incident && this.#showPromises());
  }

  #choice(values, testid, first) {
    const options = values.map((minutes) => h('option', { value: minutes, i18n: `minutes.${minutes}` }));
    if (first) options.unshift(h('option', { value: '', i18n: first }));
    return h('select', { testid, label: 'note.when' }, ...options);
  }

  #noteForm() {
    this.text = h('input', { maxlength: '1000', required: true, hint: 'note.text', label: 'note.text', testid: 'note-text' });
    this.due = this.#choice(DUE_CHOICES, 'note-due', 'note.noDue');
    const save = h('button', { class: 'primary', i18n: 'officer.save', testid: 'note-save' });
    this.noteForm = this.#form([this.text, this.due, save], () => this.#note());
    return this.noteForm;
  }

  #putOffForm() {
    this.reason = h('input', {
      maxlength: '500',
      required: true,
      hint: 'putOff.reason',
      label: 'putOff.reason',
      testid: 'put-off-reason',
    });
    this.minutes = this.#choice(SNOOZE_CHOICES, 'put-off-minutes');
    const save = h('button', { class: 'primary', i18n: 'putOff.act', testid: 'put-off-save' });
    this.putOffForm = this.#form([this.reason, this.minutes, save], () => this.#putOff());
    this.putOffForm.append(h('p', { class: 'quiet', i18n: 'putOff.hint' }));
    return this.putOffForm;
  }

  #form(fields, onSubmit) {
    const form = h('form', { class: 'incident-note-form', hidden: true }, ...fields, button('cancel', 'secondary', () => this.#ask(null)));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      onSubmit();
    });
    form.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.#ask(null);
    });
    return form;
  }

  #ask(form) {
    for (const one of [this.noteForm, this.putOffForm]) one.hidden = one !== form;
    this.bar.hidden = Boolean(form);
    this.text.value = '';
    this.reason.value = '';
    if (form) form.querySelector('input').focus();
  }

  /** Another incident is shown. */
  open() {
    this.#ask(null);
    this.#incident = null;
  }

  show(incident) {
    this.#incident = incident;
    const { shift, language, district, clock } = this.desk;
    const snooze = shift.snoozeOf(incident.id);
    this.standing.hidden = !snooze;
    this.putOffButton.hidden = !isOpen(incident) || Boolean(snooze) || !this.desk.may('snoozeIncident');
    if (snooze) {
      const time = formatWhen(snooze.until, district.zone, clock.now()).slice(0, -3);
      setText(this.standingText, language.t('putOff.by', { who: snooze.actor, time, reason: snooze.reason }));
    }
    this.#showPromises();
  }

  #showPromises() {
    const { shift, language, district, clock } = this.desk;
    const promises = shift.promisesOf(this.#incident.id);
    this.promises.hidden = promises.length === 0;
    reconcile(
      this.promises,
      promises,
      (promise) => promise.id,
      (promise) => this.#promise(promise.id),
      (node, promise) => {
        const time = formatWhen(promise.dueAt, district.zone, clock.now()).slice(0, -3);
        node.classList.toggle('late', promise.late);
        const key = promise.late ? 'note.late' : 'note.dueBy';
        setText(node.firstChild, language.t(key, { time, text: promise.text, who: promise.actor }));
        language.apply(node);
      },
    );
  }

  #promise(id) {
    const keep = () => this.desk.attempt(() => this.desk.shift.keep(id));
    const barred = { hidden: !this.desk.may('keepPromise') };
    return h('li', { testid: 'promise' }, h('span', {}), button('note.kept', 'tool', keep, { testid: 'promise-keep', ...barred }));
  }

  #note() {
    const text = this.text.value.trim();
    if (!text) return;
    this.desk.attempt(async () => {
      await this.desk.shift.note(this.#incident.id, text, Number(this.due.value) || null);
      this.#ask(null);
      this.noteButton.focus();
    });
  }

  #putOff() {
    const reason = this.reason.value.trim();
    if (!reason) return;
    this.desk.attempt(async () => {
      await this.desk.shift.snooze(this.#incident.id, Number(this.minutes.value), reason);
      this.#ask(null);
    });
  }

  #wake() {
    this.desk.attempt(() => this.desk.shift.unsnooze(this.#incident.id));
  }
}
