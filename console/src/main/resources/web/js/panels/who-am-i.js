/** Choosing who one is, from the roster. */

import { matches } from '../attention.js';
import { h, reconcile, setText } from '../element.js';
import { nameIn } from '../format.js';

const LISTED_AT_MOST = 60;

export class WhoAmI {
  #people = [];

  constructor(root, phone) {
    this.phone = phone;
    this.choosing = phone.session.may('postPosition');
    this.search = h('input', {
      type: 'search',
      hint: 'responder.search',
      label: 'responder.search',
      testid: 'person-search',
      hidden: !this.choosing,
      on: { input: () => this.#render() },
    });
    this.list = h('div', { class: 'who-list' });
    this.note = h('p', { class: 'empty' });
    this.node = h(
      'section',
      { class: 'who', testid: 'who-am-i' },
      h('h2', { i18n: 'responder.who' }),
      h('p', { class: 'who-demo', i18n: this.choosing ? 'responder.demo' : 'responder.unlinked', testid: 'who-note' }),
      this.search,
      this.list,
      this.note,
    );
    root.append(this.node);
    phone.personId.follow(() => this.#shown());
    phone.language.follow(() => this.#render());
    this.#shown();
  }

  #shown() {
    this.node.hidden = Boolean(this.phone.personId.value);
    if (this.node.hidden || !this.choosing) return;
    this.phone.attempt(async () => {
      this.#people = (await this.phone.api.people()).people;
      this.#render();
    });
  }

  #render() {
    const { language, district } = this.phone;
    const query = this.search.value.trim();
    const textOf = (p) =>
      `${p.id} ${p.nameZh} ${p.nameEn} ${district.organizationName(p.organizationId, language.code)}`;
    const found = this.#people.filter((person) => !query || matches(textOf(person), query));
    found.sort((a, b) => Number(b.onDuty) - Number(a.onDuty) || (a.id < b.id ? -1 : 1));
    const shown = found.slice(0, LISTED_AT_MOST);
    reconcile(
      this.list,
      shown,
      (person) => person.id,
      (person) => this.#row(person),
      (row, person) => this.#update(row, person),
    );
    const rest = found.length - shown.length;
    this.note.hidden = shown.length > 0 && rest === 0;
    setText(this.note, rest ? language.t('responder.more', { n: rest }) : language.t('responder.noneFound'));
  }

  #row(person) {
    const row = h('button', { type: 'button', class: 'who-row', testid: 'person-row', data: { id: person.id } });
    row.append(h('strong'), h('span', { class: 'quiet' }), h('span', { class: 'who-duty' }));
    row.addEventListener('click', () => this.phone.personId.set(person.id));
    return row;
  }

  #update(row, person) {
    const { language, district } = this.phone;
    const [name, body, duty] = row.children;
    setText(name, nameIn(language.code, person));
    setText(body, `${district.organizationName(person.organizationId, language.code)} · ${person.id}`);
    setText(duty, language.t(person.onDuty ? 'responder.onDuty' : 'responder.offDuty'));
    row.classList.toggle('off', !person.onDuty);
  }
}
