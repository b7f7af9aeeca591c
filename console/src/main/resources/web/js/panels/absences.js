/** Who is signed off, why and until when; signing somebody off, and on again. */

import { ABSENCE_MINUTES, ABSENCE_REASONS, absent, signingOff } from '../absences.js';
import { anyPersonChoices } from '../choices.js';
import { button, h, reconcile, setText } from '../element.js';
import { nameIn } from '../format.js';
import { Picker } from './picker.js';
import { whoMay } from './who-may.js';

export class AbsencesPanel {
  #personId = null;

  constructor(desk) {
    this.desk = desk;
    this.dialog = h('dialog', { class: 'measures absences', testid: 'absences', label: 'absence.title' });
    const close = h('button', { type: 'button', class: 'icon-button', label: 'close', testid: 'absences-close' }, '✕');
    close.addEventListener('click', () => this.dialog.close());
    const head = h('header', { class: 'measures-head' }, h('h2', { i18n: 'absence.title' }), h('span', { class: 'spring' }), close);
    this.list = h('ul', { class: 'device-list', testid: 'absence-list' });
    this.none = h('p', { class: 'empty', i18n: 'absence.none' });
    this.picker = new Picker(desk, {
      hint: 'absence.whom',
      testid: 'absence-person',
      find: (query) => this.#people(query),
      onPick: (item) => this.#choose(item.id),
    });
    const barred = { hidden: !desk.may('setAvailability') };
    const add = button('absence.add', 'secondary', () => this.picker.open(), { testid: 'absence-add', ...barred });
    const body = h('div', { class: 'measures-body' }, this.list, this.none, whoMay(desk, 'setAvailability'), add, this.picker.node, this.#form());
    this.dialog.append(head, body);
    this.dialog.addEventListener('click', (event) => event.target === this.dialog && this.dialog.close());
    document.body.append(this.dialog);
    desk.store.subscribe((state, before) => state.people !== before.people && this.dialog.open && this.#render());
    desk.language.follow(() => this.dialog.open && this.#render());
  }

  #form() {
    const choice = (testid, values, key) =>
      h('select', { testid }, ...values.map((value) => h('option', { value, i18n: `absence.${key}.${value || 'open'}` })));
    this.who = h('strong', { testid: 'absence-of' });
    this.reason = choice('absence-reason', ABSENCE_REASONS, 'reason');
    this.minutes = choice('absence-minutes', ABSENCE_MINUTES, 'minutes');
    this.note = h('input', { maxlength: '200', label: 'absence.note', hint: 'absence.note', testid: 'absence-note' });
    const confirm = h('button', { class: 'primary', i18n: 'absence.confirm', testid: 'absence-confirm' });
    const field = (key, input) => h('label', { class: 'cover-field' }, h('span', { i18n: key }), input);
    this.form = h(
      'form',
      { class: 'device-form', hidden: true },
      this.who,
      field('absence.why', this.reason),
      field('absence.until', this.minutes),
      this.note,
      confirm,
    );
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#signOff();
    });
    return this.form;
  }

  open() {
    this.desk.language.apply(this.dialog);
    this.picker.close();
    this.form.hidden = true;
    this.#render();
    this.dialog.showModal();
  }

  #people(query) {
    const { store, district, language } = this.desk;
    const free = [...store.state.people.values()].filter((person) => person.availability === 'FREE');
    return anyPersonChoices(free, query, language.code, (id) => district.organizationName(id, language.code));
  }

  #choose(personId) {
    this.#personId = personId;
    this.note.value = '';
    this.form.hidden = false;
    setText(this.who, this.desk.personName(personId));
    this.reason.focus();
  }

  async #signOff() {
    const wish = signingOff(this.reason.value, this.note.value.trim(), this.minutes.value, this.desk.clock.now());
    await this.desk.attempt(async () => {
      await this.desk.api.setAvailability(this.#personId, wish);
      this.form.hidden = true;
      this.desk.toasts.show(this.desk.language.t('absence.done', { name: this.desk.personName(this.#personId) }));
    });
  }

  #render() {
    const people = absent(this.desk.store.state.people);
    this.none.hidden = people.length > 0;
    reconcile(
      this.list,
      people,
      (person) => person.id,
      (person) => this.#create(person.id),
      (node, person) => this.#update(node, person),
    );
  }

  #create(personId) {
    const barred = { hidden: !this.desk.may('setAvailability') };
    const back = button('absence.back', 'secondary', () => this.#signOn(personId), { testid: 'absence-back', ...barred });
    const node = h('li', { testid: 'absence-row', data: { person: personId } }, h('div', {}, h('b'), h('p', { class: 'quiet' })), back);
    this.desk.language.apply(node);
    return node;
  }

  #update(node, person) {
    const { t, code } = this.desk.language;
    const [text, back] = node.children;
    const { reason, note, until, by } = person.absence ?? {};
    setText(text.firstChild, nameIn(code, person));
    const end = until ? t('absence.backAt', { time: this.desk.when(until) }) : t('absence.noEnd');
    setText(text.lastChild, [reason && t(`absence.reason.${reason}`), note, end, by].filter(Boolean).join(' · '));
    setText(back, t('absence.back'));
    back.setAttribute('aria-label', t('absence.backWho', { name: nameIn(code, person) }));
  }

  #signOn(personId) {
    return this.desk.attempt(() => this.desk.api.setAvailability(personId, { available: true }));
  }
}
