/** Those sent to an incident, each with the steps of the assignment as they happen, and the way to call them back. */

import { button, h, reconcile, setText } from '../element.js';
import { assignmentSteps, isActive, stepClasses } from '../steps.js';
import { ageSeconds, formatAge, formatClock } from '../time.js';

export class AssignmentList {
  #list = [];

  constructor(desk) {
    this.desk = desk;
    this.node = h('div', { class: 'assignments' });
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
      if (isActive(assignment)) setText(this.node.children[i].parts.since, this.#since(assignment));
    }
  }

  #row() {
    const row = h('div', { class: 'assignment', testid: 'assignment-row' });
    row.parts = {
      name: h('span', { class: 'assignment-name' }),
      organization: h('span', { class: 'quiet' }),
      state: h('span', { class: 'assignment-state', testid: 'assignment-state' }),
      since: h('span', { class: 'quiet since' }),
      note: h('div', { class: 'assignment-note' }),
      steps: h('ol', { class: 'assignment-steps' }),
      recall: button('assignment.recall', 'recall', () => this.desk.recall(row.dataset.id), { testid: 'recall' }),
    };
    const { name, organization, state, since, note, steps, recall } = row.parts;
    row.append(
      h('div', { class: 'assignment-head' }, name, organization, recall),
      h('div', { class: 'assignment-line' }, state, since),
      steps,
      note,
    );
    this.desk.language.apply(row);
    row.addEventListener('pointerenter', () => this.desk.hoverPerson.set(row.dataset.person));
    row.addEventListener('pointerleave', () => this.desk.hoverPerson.set(null));
    return row;
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
    setText(parts.note, assignment.note ?? '');
    parts.note.hidden = !assignment.note;
    parts.recall.hidden = !isActive(assignment);
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
    const by = language.t('assignment.by', { who: assignment.assignedBy ?? '' });
    if (!isActive(assignment)) return `${formatClock(assignment.endedAt, district.zone)} · ${by}`;
    return `${formatAge(ageSeconds(assignment.updatedAt, clock.now()), language.units())} · ${by}`;
  }
}
