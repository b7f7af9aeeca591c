/** Incidents joined to the one shown, each with its reports behind it and the way to undo. */

import { button, h, reconcile, setText } from '../element.js';
import { joinedTo } from '../joining.js';
import { gradeBadge } from '../severity.js';
import { createReport, updateReport } from './report-card.js';

const REPORTS_SHOWN = 20;

export class JoinedList {
  #reports = new Map();

  constructor(desk) {
    this.desk = desk;
    this.title = h('h3');
    this.list = h('div', { class: 'joined-list' });
    this.node = h('section', { class: 'joined', testid: 'joined', hidden: true }, this.title, this.list);
  }

  show(incident) {
    const joined = joinedTo(this.desk.store.state.incidents, incident.id);
    this.node.hidden = joined.length === 0;
    setText(this.title, this.desk.language.t('join.title', { n: joined.length }));
    reconcile(
      this.list,
      joined,
      (other) => other.id,
      () => this.#row(),
      (row, other) => this.#update(row, other),
    );
  }

  #row() {
    const row = h('details', { class: 'joined-row', testid: 'joined-row' });
    const sign = h('span', { class: 'joined-grade' });
    const text = h('span', { class: 'joined-text' });
    const count = h('span', { class: 'quiet' });
    const barred = { hidden: !this.desk.may('unjoinIncident') };
    const undo = button('join.undo', 'recall', (event) => this.#undo(event, row), { testid: 'unjoin', ...barred });
    const reports = h('div', { class: 'reports' });
    row.append(h('summary', {}, sign, text, count, undo), reports);
    row.parts = { sign, text, count, reports };
    row.addEventListener('toggle', () => row.open && this.#load(row));
    this.desk.language.apply(row);
    return row;
  }

  #update(row, other) {
    const { language, district } = this.desk;
    row.dataset.id = other.id;
    if (row.dataset.grade !== other.grade) {
      row.dataset.grade = other.grade;
      row.parts.sign.replaceChildren(gradeBadge(other.grade, 'solid', 18));
    }
    const type = district.typeName(other.type, language.code);
    setText(row.parts.text, [type, other.summary].filter(Boolean).join(' · '));
    setText(row.parts.count, language.t('list.reports', { n: other.reportCount ?? 0 }));
    row.parts.text.title = other.id;
    this.#renderReports(row);
  }

  #undo(event, row) {
    event.preventDefault();
    this.desk.unjoin(row.dataset.id);
  }

  async #load(row) {
    const { id } = row.dataset;
    await this.desk.attempt(async () => {
      const answer = await this.desk.api.reports(id, 0, REPORTS_SHOWN);
      this.#reports.set(id, answer.reports ?? []);
      this.#renderReports(row);
    });
  }

  #renderReports(row) {
    reconcile(
      row.parts.reports,
      this.#reports.get(row.dataset.id) ?? [],
      (filed) => filed.report.id,
      createReport,
      (node, filed) => updateReport(node, filed, this.desk),
    );
  }
}
