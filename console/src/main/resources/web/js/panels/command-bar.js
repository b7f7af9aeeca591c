/** The line in which an officer types commands: what could come next below it, and in words what is wrong with it. */

import { commandActs, CommandProblem } from '../command-acts.js';
import { completions, readCommand } from '../command-line.js';
import { h, reconcile, setText } from '../element.js';
import { gradeBadge } from '../severity.js';
import { rolesText } from './who-may.js';

export class CommandBar {
  #active = -1;
  #offers = [];

  constructor(desk) {
    this.desk = desk;
    this.acts = commandActs(desk);
    this.field = h('input', {
      type: 'text',
      role: 'combobox',
      autocomplete: 'off',
      spellcheck: 'false',
      'aria-expanded': 'true',
      'aria-controls': 'command-offers',
      'aria-autocomplete': 'list',
      hint: 'command.hint',
      label: 'command.label',
      testid: 'command-field',
      on: { input: () => this.#typed(), keydown: (event) => this.#key(event) },
    });
    this.list = h('div', { class: 'command-offers', role: 'listbox', id: 'command-offers', label: 'command.offers' });
    this.problem = h('p', { class: 'command-problem', role: 'alert', testid: 'command-problem' });
    const foot = h('p', { class: 'quiet command-foot', i18n: 'command.foot' });
    this.dialog = h('dialog', { class: 'command-bar', label: 'command.label', testid: 'command-bar' });
    this.dialog.append(this.field, this.problem, this.list, foot);
    this.dialog.addEventListener('click', (event) => event.target === this.dialog && this.dialog.close());
    document.body.append(this.dialog);
  }

  open(line = '') {
    this.desk.language.apply(this.dialog);
    this.field.value = line;
    this.#typed();
    if (!this.dialog.open) this.dialog.showModal();
    this.field.focus();
  }

  get #context() {
    const { store, district, language, selection } = this.desk;
    const { incidents, people, assignments } = store.state;
    return {
      incidents,
      people,
      assignments,
      places: district.places,
      selectedId: selection.value,
      language: language.code,
      may: this.desk.may,
      addressOf: (incident) => this.desk.addressOf(incident),
      typeName: (type) => district.typeName(type, language.code),
      gradeName: (grade) => language.t(`grade.${grade}`),
    };
  }

  #typed() {
    this.#active = -1;
    this.#say(null);
    this.#offers = completions(this.field.value, this.#context);
    this.#render();
  }

  #say(problem) {
    const { operation } = problem?.values ?? {};
    const values = operation ? { ...problem.values, roles: rolesText(this.desk, operation) } : problem?.values;
    const text = problem ? this.desk.language.t(`command.problem.${problem.problem}`, values) : '';
    setText(this.problem, text);
    this.problem.hidden = !text;
    this.field.setAttribute('aria-invalid', String(Boolean(text)));
  }

  #render() {
    reconcile(
      this.list,
      this.#offers,
      (offer) => `${offer.line}|${offer.id}`,
      () => this.#row(),
      (node, offer) => this.#update(node, offer),
    );
    this.list.hidden = this.#offers.length === 0;
    const active = this.list.children[this.#active];
    if (active) this.field.setAttribute('aria-activedescendant', active.id);
    else this.field.removeAttribute('aria-activedescendant');
  }

  #row() {
    const row = h('div', { class: 'command-offer', role: 'option', testid: 'command-offer' });
    row.append(h('span', { class: 'offer-sign' }), h('span', { class: 'offer-text' }), h('span', { class: 'quiet' }));
    row.addEventListener('click', () => {
      this.#take(this.#offers[[...this.list.children].indexOf(row)]);
      this.field.focus();
    });
    return row;
  }

  #update(row, offer) {
    const { t } = this.desk.language;
    const index = this.#offers.indexOf(offer);
    row.id = `command-offer-${index}`;
    row.setAttribute('aria-selected', String(index === this.#active));
    const [sign, text, note] = row.children;
    if (offer.grade && sign.dataset.grade !== offer.grade) {
      sign.dataset.grade = offer.grade;
      sign.replaceChildren(gradeBadge(offer.grade, 'solid', 18));
    }
    setText(text, offer.text);
    setText(note, offer.key ? t(offer.key) : [offer.look && t(`person.${offer.look}`), offer.note].filter(Boolean).join(' · '));
  }

  #take(offer) {
    if (!offer) return;
    this.field.value = offer.line;
    this.#typed();
  }

  #key(event) {
    const last = this.#offers.length - 1;
    if (event.key === 'ArrowDown') this.#move(Math.min(last, this.#active + 1));
    else if (event.key === 'ArrowUp') this.#move(Math.max(-1, this.#active - 1));
    else if (event.key === 'Tab' && last >= 0 && !event.shiftKey) this.#take(this.#offers[Math.max(0, this.#active)]);
    else if (event.key === 'Enter') this.#enter(event);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #move(index) {
    this.#active = index;
    this.#render();
    this.list.children[index]?.scrollIntoView({ block: 'nearest' });
  }

  #enter(event) {
    if (event.isComposing) return;
    if (this.#active >= 0) this.#take(this.#offers[this.#active]);
    else this.#run();
  }

  async #run() {
    const command = readCommand(this.field.value, this.#context);
    if (command.problem) {
      this.#say(command);
      return;
    }
    this.dialog.close();
    try {
      const sentence = await this.acts[command.letter](command);
      if (sentence) this.desk.toasts.show(sentence);
    } catch (problem) {
      if (!(problem instanceof CommandProblem)) this.desk.fail(problem);
      else this.desk.toasts.show(this.desk.language.t(`command.problem.${problem.key}`, problem.values), { kind: 'refused' });
    }
  }
}
