/** Who goes: those already sent with their progress, then who could be sent and why, and who is nearer but cannot. */

import { h, setText } from '../element.js';
import { AssignmentList } from './assignments.js';
import { CandidateList } from './candidates.js';
import { SuggestedTeam } from './suggested-team.js';

export class DispatchPanel {
  constructor(root, desk) {
    this.desk = desk;
    this.assignments = new AssignmentList(desk);
    this.candidates = new CandidateList(desk);
    this.suggested = new SuggestedTeam(desk);
    this.assignedTitle = h('h3');
    this.nobody = h('p', { class: 'empty', i18n: 'dispatch.nobody' });
    root.append(this.assignedTitle, this.assignments.node, this.nobody, this.suggested.node, this.candidates.node);
    desk.language.follow(() => this.#render());
  }

  open(id) {
    this.id = id;
    this.stored = [];
    this.assignments.show([]);
    if (id) this.suggested.open(id);
    else this.suggested.close();
    this.candidates.open(id);
    this.#render();
  }

  /** Asks who could be sent. */
  load() {
    this.candidates.load();
  }

  detail(detail) {
    this.stored = detail.assignments ?? [];
    this.#render();
  }

  changed(state, before, assignmentsChanged) {
    // with the first picture people and incidents get their names
    const pictured = state.snapshots !== before.snapshots;
    if (assignmentsChanged || pictured) this.#render();
    if (pictured) this.suggested.render();
    this.candidates.changed(state, before, assignmentsChanged);
  }

  tick() {
    this.assignments.tick();
  }

  /** What the graph told us and what the picture says, the newer version of each. */
  #merged() {
    const all = new Map((this.stored ?? []).map((assignment) => [assignment.id, assignment]));
    for (const assignment of this.desk.store.state.assignments.values()) {
      const known = all.get(assignment.id);
      if (assignment.incidentId === this.id && !(known?.version > assignment.version))
        all.set(assignment.id, assignment);
    }
    return [...all.values()].sort((a, b) => (a.offeredAt < b.offeredAt ? 1 : -1));
  }

  #render() {
    if (!this.id) return;
    const list = this.#merged();
    this.assignedTitle.hidden = list.length === 0;
    this.nobody.hidden = list.length > 0 || !this.desk.isOver(this.id);
    setText(this.assignedTitle, this.desk.language.t('assignment.title', { n: list.length }));
    this.assignments.show(list);
    this.candidates.render();
  }
}
