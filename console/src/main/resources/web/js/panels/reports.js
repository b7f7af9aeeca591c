/** The reports merged under an incident, each with how sure the merge is and on what evidence; a page at a time. */

import { isOpen } from '../attention.js';
import { button, h, reconcile, setText } from '../element.js';
import { formatMeters, formatShare, formatTravel } from '../format.js';
import { createReport, updateReport } from './report-card.js';
import { SplitBar } from './split-bar.js';

const PAGE = 20;

export class ReportsPanel {
  #id = null;
  #reports = [];
  #more = 0;

  constructor(root, desk) {
    this.desk = desk;
    this.list = h('div', { class: 'reports', testid: 'reports' });
    this.next = button('reports.more', 'secondary wide', () => this.#loadMore(), { testid: 'reports-more' });
    this.count = h('p', { class: 'quiet' });
    this.split = new SplitBar(desk, () => this.#render());
    root.append(this.count, this.list, this.next, this.split.node);
    desk.language.follow(() => this.#render());
    desk.corrections.follow(() => this.#render());
  }

  open(id) {
    this.#id = id;
    this.#reports = [];
    this.#more = 0;
    this.split.open(id);
    this.#render();
  }

  /** The first page; pages loaded before are kept unless reports were split off, which may have been in any. */
  detail(detail) {
    const first = detail.reports ?? [];
    const total = first.length + (detail.reportsMore ?? 0);
    const shrunk = total < this.#reports.length + this.#more;
    const kept = shrunk ? [] : this.#reports.slice(first.length);
    this.#reports = [...first, ...kept].slice(0, total);
    this.#more = total - this.#reports.length;
    this.#render();
  }

  async #loadMore() {
    const id = this.#id;
    await this.desk.attempt(async () => {
      const answer = await this.desk.api.reports(id, this.#reports.length, PAGE);
      if (id !== this.#id) return;
      const next = Array.isArray(answer) ? answer : (answer.reports ?? []);
      const known = new Set(this.#reports.map((filed) => filed.report.id));
      this.#reports.push(...next.filter((filed) => !known.has(filed.report.id)));
      this.#more = next.length ? Math.max(0, this.#more - next.length) : 0;
      this.#render();
    });
  }

  #render() {
    const { t } = this.desk.language;
    const all = this.#reports.length + this.#more;
    setText(this.count, all ? t('reports.merged', { n: all }) : t('reports.none'));
    const incident = this.desk.store.state.incidents.get(this.#id);
    this.split.update(all, Boolean(incident && isOpen(incident) && all > 1 && this.desk.may('splitIncident')));
    reconcile(
      this.list,
      this.#reports,
      (filed) => filed.report.id,
      () => this.#row(),
      (row, filed) => this.#update(row, filed),
    );
    this.next.hidden = this.#more <= 0;
    if (this.#more > 0) setText(this.next, t('reports.more', { n: this.#more }));
  }

  #row() {
    const row = createReport();
    const meter = h('meter', { min: '0', max: '1', label: 'reports.confidence' });
    const evidence = h('span', { class: 'report-evidence' });
    const choose = this.split.checkbox();
    row.parts.foot.append(meter, evidence);
    row.prepend(choose.node);
    Object.assign(row.parts, { meter, evidence, choose });
    this.desk.language.apply(row);
    return row;
  }

  #update(row, filed) {
    const { parts } = row;
    updateReport(row, filed, this.desk);
    parts.meter.value = filed.confidence;
    setText(parts.evidence, this.#evidence(filed));
    row.classList.toggle('chosen', this.split.has(filed.report.id));
    row.classList.toggle('leaving', this.split.isLeaving(filed.report.id));
    parts.choose.show(filed.report.id);
  }

  #evidence(filed) {
    const { t, units } = this.desk.language;
    if (this.split.isLeaving(filed.report.id)) return t('split.leaving');
    if (this.#reports[0] === filed) return t('reports.opened');
    const parts = [t('reports.sure', { share: formatShare(filed.confidence) })];
    if (Number.isFinite(filed.metersFromIncident))
      parts.push(t('reports.distance', { distance: formatMeters(filed.metersFromIncident) }));
    parts.push(t('reports.apart', { time: formatTravel(filed.secondsFromIncident, units()) }));
    return parts.join(' · ');
  }
}
