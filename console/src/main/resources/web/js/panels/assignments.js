/** Those sent to an incident, each with the steps of the assignment as they happen, and the way to call them back. */

import { formatCountdown } from '../due.js';
import { takenFor } from '../equipment.js';
import { button, h, reconcile, setText } from '../element.js';
import { nameIn } from '../format.js';
import { answerSeconds, listGoesOn, saidWhy } from '../reasons.js';
import { assignmentSteps, isActive, stepClasses } from '../steps.js';
import { ageSeconds, formatAge, formatClock } from '../time.js';
import { ReasonForm } from './reason-form.js';

const SOON_SECONDS = 15;

export class AssignmentList {
  #list = [];

  constructor(desk) {
    this.desk = desk;
    this.node = h('div', { class: 'assignments' });
    desk.cover.equipment.follow(() => this.show(this.#list));
  }

  show(list) {
    this.#list = list;
    reconcile(
      this.node,
      list,
      (assignment) => assignment.id,
      () => this.#row(),
      (row, assignment) => this.#update(row, assignment),
    );
  }

  /** The age of the newest step goes on. */
  tick() {
    for (const [i, assignment] of this.#list.entries()) {
      if (!isActive(assignment)) continue;
      setText(this.node.children[i].parts.since, this.#since(assignment));
      this.#countDown(this.node.children[i].parts.answer, assignment);
    }
  }

  #row() {
    const row = h('div', { class: 'assignment', testid: 'assignment-row' });
    row.parts = {
      name: h('span', { class: 'assignment-name' }),
      organization: h('span', { class: 'quiet' }),
      state: h('span', { class: 'assignment-state', testid: 'assignment-state' }),
      since: h('span', { class: 'quiet since' }),
      brings: h('span', { class: 'assignment-brings', testid: 'assignment-brings' }),
      answer: h('span', { class: 'answer-by', testid: 'answer-by' }),
      list: h('span', { class: 'list-state', testid: 'list-state' }),
      stop: button('list.stop', 'recall', () => this.desk.stopList(row.dataset.id), { testid: 'stop-list' }),
      form: new ReasonForm(this.desk.language, 'recall'),
      note: h('div', { class: 'assignment-note' }),
      steps: h('ol', { class: 'assignment-steps' }),
      recall: button('assignment.recall', 'recall', () => this.#askRecall(row), { testid: 'recall' }),
    };
    const { name, organization, state, since, note, steps, recall, answer, list, stop, form, brings } = row.parts;
    row.append(
      h('div', { class: 'assignment-head' }, name, organization, recall),
      h('div', { class: 'assignment-line' }, state, brings, answer, since),
      h('div', { class: 'assignment-line list-line' }, list, stop),
      steps,
      note,
      form.node,
    );
    this.desk.language.apply(row);
    row.addEventListener('pointerenter', () => this.desk.hoverPerson.set(row.dataset.person));
    row.addEventListener('pointerleave', () => this.desk.hoverPerson.set(null));
    return row;
  }

  #askRecall(row) {
    const { form } = row.parts;
    if (form.isOpen) {
      form.close();
      return;
    }
    const { id } = row.dataset;
    form.ask('recall', {
      hint: 'recall.note',
      confirm: 'recall.confirm',
      chosen: 'NOT_NEEDED',
      onSay: (said) => {
        form.close();
        this.desk.recall(id, said);
      },
    });
  }

  /** How long an offer still waits; what it waits for is said beside it. */
  #countDown(node, assignment) {
    const seconds = answerSeconds(assignment, this.desk.clock.now());
    node.hidden = seconds === null;
    node.classList.toggle('soon', seconds !== null && seconds <= SOON_SECONDS);
    if (seconds !== null) setText(node, this.desk.language.t('answer.left', { time: formatCountdown(seconds) }));
  }

  #renderList(parts, assignment) {
    const { t } = this.desk.language;
    const { attempt, most, state } = assignment.succession ?? {};
    const came = { JOINED: 'origin.JOINED', NEXT_IN_LINE: 'origin.NEXT_IN_LINE' }[assignment.origin];
    const stands = state ? t(`list.${state}`, { attempt, most }) : '';
    setText(parts.list, [came && t(came), stands].filter(Boolean).join(' · '));
    parts.stop.hidden = !listGoesOn(assignment) || !this.desk.may('advanceAssignment');
    parts.list.parentNode.hidden = !parts.list.textContent;
  }

  /** What they took along. */
  #brings(assignment) {
    const units = takenFor(this.desk.cover.equipment.value ?? [], assignment.id);
    return units.map((unit) => nameIn(this.desk.language.code, unit)).join(this.desk.language.t('comma.list'));
  }

  #update(row, assignment) {
    const { language, district, store } = this.desk;
    const { parts } = row;
    row.dataset.id = assignment.id;
    row.dataset.person = assignment.personId;
    row.dataset.state = assignment.state;
    row.classList.toggle('over', !isActive(assignment));
    const person = store.state.people.get(assignment.personId);
    setText(parts.name, this.desk.personName(assignment.personId));
    setText(parts.organization, person ? district.organizationName(person.organizationId, language.code) : '');
    setText(parts.state, language.t(`assignment.${assignment.state}`));
    setText(parts.since, this.#since(assignment));
    setText(parts.brings, this.#brings(assignment));
    this.#countDown(parts.answer, assignment);
    this.#renderList(parts, assignment);
    setText(parts.note, saidWhy(assignment, language.t));
    parts.note.hidden = !parts.note.textContent;
    parts.recall.hidden = !isActive(assignment) || !this.desk.may('advanceAssignment');
    if (parts.recall.hidden) parts.form.close();
    parts.form.render();
    this.#steps(parts.steps, assignment);
  }

  #steps(list, assignment) {
    const { language, district } = this.desk;
    const create = () => h('li', {}, h('span', { class: 'step-name' }), h('time', { class: 'step-time' }));
    reconcile(
      list,
      assignmentSteps(assignment),
      (step) => step.state,
      create,
      (node, step) => {
        node.className = stepClasses(step);
        node.dataset.step = step.state;
        setText(node.children[0], language.t(`assignment.${step.state}`));
        setText(node.children[1], step.at ? formatClock(step.at, district.zone) : '');
      },
    );
  }

  #since(assignment) {
    const { language, clock, district } = this.desk;
    const key = assignment.origin === 'JOINED' ? 'assignment.byThemselves' : 'assignment.by';
    const by = language.t(key, { who: assignment.assignedBy ?? '' });
    if (!isActive(assignment)) return `${formatClock(assignment.endedAt, district.zone)} · ${by}`;
    return `${formatAge(ageSeconds(assignment.updatedAt, clock.now()), language.units())} · ${by}`;
  }
}
