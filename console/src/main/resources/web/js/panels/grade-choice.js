/** How grave an incident is, set by one click; what its reports say beside it, and what was joined that is graver. */

import { gradeRank, isOpen } from '../attention.js';
import { button, h, setAttribute, setText } from '../element.js';
import { gradeSaid } from '../grade.js';
import { GRADES, gradeBadge } from '../severity.js';

export class GradeChoice {
  #incident = null;

  /** @param beside what else is said of what was read, in the same line */
  constructor(desk, beside) {
    this.desk = desk;
    this.beside = beside;
    this.buttons = GRADES.map((grade) => this.#button(grade));
    this.choice = h('div', { class: 'grade-choice', role: 'group', label: 'correct.grade' }, ...this.buttons);
    this.said = h('span', { class: 'grade-said', testid: 'grade-said' });
    this.take = button('grade.takeType', 'secondary', () => this.#takeType(), { testid: 'take-joined-type' });
    this.node = h('div', { class: 'grade-line' }, this.choice, beside, this.said, this.take);
  }

  #button(grade) {
    const properties = { type: 'button', class: 'grade-set', label: `grade.${grade}`, tip: `correct.grade.${grade}` };
    const node = h('button', { ...properties, data: { grade }, testid: `set-grade-${grade}` });
    node.append(gradeBadge(grade, 'solid', 22));
    node.addEventListener('click', () => this.#set(grade));
    return node;
  }

  show(incident) {
    this.#incident = incident;
    const { corrections, language, store, district, may } = this.desk;
    const wish = corrections.wish(incident.id, 'grade');
    const chosen = wish?.grade ?? incident.grade;
    this.choice.hidden = !isOpen(incident) || !may('regradeIncident');
    for (const node of this.buttons) {
      setAttribute(node, 'aria-pressed', String(node.dataset.grade === chosen));
      node.classList.toggle('wished', Boolean(wish) && node.dataset.grade === chosen);
    }
    const joined = store.state.incidents.get(incident.graverJoinedId);
    const said = gradeSaid(incident, joined && district.typeName(joined.type, language.code), language.t);
    setText(this.said, said);
    this.said.classList.toggle('unsure', gradeRank(incident.reportedGrade) < gradeRank(incident.grade));
    this.take.hidden = !isOpen(incident) || !joined || joined.type === incident.type || !may('retypeIncident');
    this.take.dataset.type = joined?.type ?? '';
    this.node.hidden = this.choice.hidden && this.beside.hidden && !said;
  }

  async #set(grade) {
    const { id, grade: before } = this.#incident;
    const wish = this.desk.corrections.wish(id, 'grade');
    if (grade === (wish?.grade ?? before)) return;
    if (!(await this.desk.correctGrade(id, grade))) return;
    const { toasts, language } = this.desk;
    const action = { key: 'grade.undo', run: () => this.desk.correctGrade(id, before) };
    toasts.show(language.t('toast.graded', { id, grade: language.t(`grade.${grade}`) }), { action });
  }

  #takeType() {
    this.desk.correctType(this.#incident.id, this.take.dataset.type);
  }
}
