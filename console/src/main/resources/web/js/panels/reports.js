/** The reports merged under an incident, each with how sure the merge is and on what evidence; a page at a time. */

import { button, h, reconcile, setText } from '../element.js';
import { formatMeters, formatShare, formatTravel } from '../format.js';
import { formatDateTime, formatWhen } from '../time.js';

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
    root.append(this.count, this.list, this.next);
    desk.language.follow(() => this.#render());
  }

  open(id) {
    this.#id = id;
    this.#reports = [];
    this.#more = 0;
    this.#render();
  }

  /** The first page; pages loaded before are kept when the first page still leads to them. */
  detail(detail) {
    const first = detail.reports ?? [];
    const kept = this.#reports.slice(first.length);
    const total = first.length + (detail.reportsMore ?? 0);
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
    const row = h('article', { class: 'report', testid: 'report-row' });
    row.parts = {
      kind: h('span', { class: 'report-kind' }),
      source: h('span', { class: 'quiet' }),
      when: h('time', { class: 'report-when' }),
      text: h('p', { class: 'report-text' }),
      where: h('span', { class: 'quiet report-where' }),
      meter: h('meter', { min: '0', max: '1', label: 'reports.confidence' }),
      evidence: h('span', { class: 'report-evidence' }),
    };
    const { kind, source, when, text, where, meter, evidence } = row.parts;
    row.append(
      h('div', { class: 'report-head' }, kind, source, when),
      text,
      where,
      h('div', { class: 'report-merge' }, meter, evidence),
    );
    this.desk.language.apply(row);
    return row;
  }

  #update(row, filed) {
    const { language, district, clock } = this.desk;
    const { t } = language;
    const { report } = filed;
    const { parts } = row;
    row.dataset.id = report.id;
    row.dataset.kind = report.reportKind;
    setText(parts.kind, t(`report.${report.reportKind}`));
    setText(parts.source, report.source ?? '');
    setText(parts.when, formatWhen(report.occurredAt, district.zone, clock.now()));
    parts.when.title = formatDateTime(report.occurredAt, district.zone);
    setText(parts.text, report.text ?? '');
    setText(parts.where, [report.address, report.reporter].filter(Boolean).join(' · '));
    parts.meter.value = filed.confidence;
    setText(parts.evidence, this.#evidence(filed));
  }

  #evidence(filed) {
    const { t, units } = this.desk.language;
    if (this.#reports[0] === filed) return t('reports.opened');
    const parts = [t('reports.sure', { share: formatShare(filed.confidence) })];
    if (Number.isFinite(filed.metersFromIncident))
      parts.push(t('reports.distance', { distance: formatMeters(filed.metersFromIncident) }));
    parts.push(t('reports.apart', { time: formatTravel(filed.secondsFromIncident, units()) }));
    return parts.join(' · ');
  }
}
