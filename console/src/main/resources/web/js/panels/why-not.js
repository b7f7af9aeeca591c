/** Why not somebody in particular: looks for a person and tells what speaks for or against them, however far they are. */

import { button, h, setText } from '../element.js';
import { nameIn } from '../format.js';
import { personChoices } from '../choices.js';
import { createCandidate, updateCandidate } from './candidate-row.js';
import { Picker } from './picker.js';

export class WhyNot {
  #incidentId = null;
  #personId = null;
  #asked = null;
  #failed = null;

  constructor(desk) {
    this.desk = desk;
    this.picker = new Picker(desk, {
      hint: 'why.hint',
      testid: 'why-not',
      find: (query) => this.#people(query),
      onPick: (item) => this.#ask(item.id),
      onClose: () => (this.open.hidden = false),
    });
    this.open = button('why.open', 'secondary', () => this.#search(), { testid: 'why-not-open' });
    this.verdict = h('p', { class: 'why-verdict', role: 'status', testid: 'why-verdict' });
    this.row = createCandidate(desk, null);
    this.row.dataset.testid = 'why-row';
    this.answer = h('div', { class: 'why-answer', hidden: true }, this.verdict, this.row);
    this.node = h('div', { class: 'why-not' }, this.open, this.picker.node, this.answer);
  }

  /** Another incident, or none: what was asked about the one before is gone. */
  reset(incidentId) {
    this.#incidentId = incidentId;
    this.#personId = null;
    this.#asked = null;
    this.#failed = null;
    this.picker.close();
    this.render();
  }

  #search() {
    this.open.hidden = true;
    this.picker.open();
  }

  #people(query) {
    const { store, district, language } = this.desk;
    const organization = (id) => district.organizationName(id, language.code);
    return personChoices(store.state.people.values(), query, language.code, organization);
  }

  async #ask(personId) {
    const incidentId = this.#incidentId;
    this.#personId = personId;
    this.open.focus();
    let asked = null;
    let failed = null;
    try {
      asked = (await this.desk.api.about(incidentId, personId)).asked;
    } catch (problem) {
      failed = this.desk.sentence(problem);
    }
    if (incidentId !== this.#incidentId || personId !== this.#personId) return;
    this.#asked = asked;
    this.#failed = failed;
    this.render();
  }

  render() {
    const asked = this.#asked;
    this.answer.hidden = !asked && !this.#failed;
    if (this.answer.hidden) return;
    this.row.hidden = !asked;
    setText(this.verdict, this.#failed ?? this.#verdict(asked));
    if (!asked) return;
    this.answer.classList.toggle('passed', !asked.rank);
    updateCandidate(this.row, asked.person, this.desk);
  }

  #verdict({ rank, person }) {
    const { t, code } = this.desk.language;
    return t(rank ? 'why.can' : 'why.cannot', { name: nameIn(code, person), n: rank });
  }
}
