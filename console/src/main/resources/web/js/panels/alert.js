/** One alert: how grave and how likely, why, the curve against what is usual, the reports behind it, and its silence. */

import { timesUsual } from '../alerts.js';
import { h, icon, reconcile, setText } from '../element.js';
import { formatShare } from '../format.js';
import { throttle } from '../pace.js';
import { gradeBadge } from '../severity.js';
import { ageSeconds, formatAgo, formatClock } from '../time.js';
import { alertCurve } from './alert-curve.js';
import { createReport, updateReport } from './report-card.js';
import { Snooze } from './snooze.js';

const RELOAD_EVERY_MILLIS = 5_000;
const LEAD = 'M9 6 L15 12 L9 18';

export class AlertPanel {
  #id = null;
  #last = null;
  #reports = null;

  constructor(root, desk) {
    this.root = root;
    this.desk = desk;
    this.reload = throttle(() => this.#loadReports(), RELOAD_EVERY_MILLIS);
    this.snooze = new Snooze(desk);
    this.curve = h('div', { class: 'alert-curve' });
    root.append(
      this.#head(),
      h('div', { class: 'tab-body alert-body' }, this.curve, this.snooze.node, this.#evidence()),
    );
    desk.alertSelection.follow((id) => this.#open(id));
    desk.store.subscribe((state, before) => this.#changed(state, before));
    desk.language.follow(() => this.#render());
    desk.clock.everySecond(() => this.#tick());
    this.#open(desk.alertSelection.value);
  }

  #head() {
    this.badge = h('span', { class: 'incident-badge' });
    this.title = h('h2', { tabindex: '-1', testid: 'alert-title' });
    this.level = h('strong', { class: 'alert-level', testid: 'alert-level' });
    this.kind = h('span', { class: 'quiet' });
    this.probability = h('span', { class: 'alert-probability', testid: 'alert-probability' });
    this.meter = h('meter', { min: '0', max: '1', label: 'alert.probability' });
    this.why = h('p', { class: 'alert-reason', testid: 'alert-reason' });
    this.where = h('button', {
      type: 'button',
      class: 'incident-where',
      tip: 'incident.locate',
      testid: 'alert-locate',
    });
    this.where.addEventListener('click', () => this.#locate());
    this.when = h('span', { class: 'incident-when' });
    const attributes = { type: 'button', class: 'icon-button', label: 'close', testid: 'alert-panel-close' };
    const close = h('button', { ...attributes, on: { click: () => this.desk.alertSelection.set(null) } }, '✕');
    const line = h('div', { class: 'incident-line' }, this.level, this.kind);
    const heading = h('div', { class: 'incident-heading' }, this.badge, h('div', {}, this.title, line), close);
    const likely = h('div', { class: 'alert-likely' }, this.meter, this.probability);
    const facts = h('div', { class: 'incident-facts' }, this.where, this.when);
    return h('header', { class: 'incident-head' }, heading, this.why, likely, facts);
  }

  #evidence() {
    this.evidenceTitle = h('h3');
    this.list = h('div', { class: 'reports', testid: 'alert-reports' });
    return h('section', { class: 'evidence' }, this.evidenceTitle, this.list);
  }

  #alert() {
    const standing = this.desk.store.state.alerts.get(this.#id);
    if (standing) this.#last = standing;
    else if (this.#last && !this.#last.clearedAt && this.desk.store.state.snapshots) {
      this.#last = { ...this.#last, clearedAt: this.desk.store.state.asOf };
    }
    return this.#last;
  }

  #open(id) {
    this.#id = id;
    this.#last = null;
    this.#reports = null;
    this.root.hidden = !id;
    this.snooze.open();
    if (!id) return;
    this.#render();
    if (!this.#last) this.#loadAlert();
    this.#loadReports();
  }

  #changed(state, before) {
    if (!this.#id) return;
    const changed = state.alerts.get(this.#id) !== before.alerts.get(this.#id);
    if (changed) this.reload();
    if (changed || state.alertDecisions.get(this.#id) !== before.alertDecisions.get(this.#id)) this.#render();
  }

  /** One that is not in the picture any more may still be looked at. */
  async #loadAlert() {
    const id = this.#id;
    try {
      const { alert } = await this.desk.api.alert(id);
      if (id !== this.#id || this.#last) return;
      this.#last = alert;
      this.#render();
    } catch (problem) {
      if (id !== this.#id || this.#alert()) return;
      this.desk.fail(problem);
      this.desk.alertSelection.set(null);
    }
  }

  async #loadReports() {
    const id = this.#id;
    if (!id) return;
    await this.desk.attempt(async () => {
      const { reports } = await this.desk.api.alertReports(id);
      if (id !== this.#id) return;
      this.#reports = reports ?? [];
      this.#renderReports();
    });
  }

  #render() {
    const alert = this.#id ? this.#alert() : null;
    this.root.classList.toggle('loading', !alert);
    if (!alert) return;
    const { language } = this.desk;
    const { t } = language;
    this.root.dataset.id = alert.id;
    this.root.dataset.level = alert.level;
    this.root.classList.toggle('cleared', Boolean(alert.clearedAt));
    this.badge.replaceChildren(gradeBadge(alert.level, 'alert', 46));
    setText(this.title, this.desk.alertTitle(alert));
    setText(this.level, t(`level.${alert.level}`));
    setText(this.kind, alert.clearedAt ? t('alert.cleared') : t(`alertKind.${alert.alertKind ?? 'CELL'}`));
    setText(this.why, language.code === 'zh' ? alert.reasonZh : alert.reasonEn);
    setText(this.probability, t('alert.likely', { share: formatShare(alert.probability) }) + this.#ratio(alert));
    this.meter.value = alert.probability ?? 0;
    setText(this.where, this.desk.alertPlace(alert));
    this.where.disabled = !Number.isFinite(alert.lat);
    this.#drawCurve(alert);
    this.#renderReports();
    this.#tick();
  }

  /** Only when it differs, so that an open table stays open. */
  #drawCurve(alert) {
    const key = `${alert.id}|${alert.version}|${this.desk.language.code}`;
    if (this.curve.dataset.shown === key) return;
    this.curve.dataset.shown = key;
    this.curve.replaceChildren(alertCurve(alert, this.desk));
  }

  #ratio(alert) {
    const times = timesUsual(alert);
    return times === null ? '' : ` · ${this.desk.language.t('alert.times', { n: times.toFixed(1) })}`;
  }

  #tick() {
    const alert = this.#last;
    if (!this.#id || !alert) return;
    const { language, district, clock, store } = this.desk;
    const age = formatAgo(ageSeconds(alert.raisedAt, clock.now()), language.units());
    setText(this.when, language.t('alert.raised', { time: formatClock(alert.raisedAt, district.zone), age }));
    this.snooze.show(alert, store.state.alertDecisions.get(this.#id));
  }

  #renderReports() {
    const { t } = this.desk.language;
    const reports = this.#reports ?? [];
    const key = this.#reports === null ? 'candidates.loading' : 'alert.evidence';
    setText(this.evidenceTitle, t(key, { n: reports.length }));
    reconcile(
      this.list,
      reports,
      (filed) => filed.report.id,
      () => this.#row(),
      (row, filed) => this.#update(row, filed),
    );
  }

  #row() {
    const row = createReport();
    const lead = h('button', { type: 'button', class: 'lead', testid: 'report-incident' });
    lead.append(h('span'), icon(LEAD, 14));
    lead.addEventListener('click', () => this.desk.choose(row.dataset.incident));
    row.parts.foot.append(lead);
    row.parts.lead = lead;
    return row;
  }

  #update(row, filed) {
    updateReport(row, filed, this.desk);
    row.dataset.incident = filed.incidentId ?? '';
    row.parts.lead.hidden = !filed.incidentId;
    setText(row.parts.lead.firstChild, this.desk.language.t('alert.incident', { id: filed.incidentId ?? '' }));
  }

  #locate() {
    const { lat, lon } = this.#last ?? {};
    this.desk.showOnMap(lat, lon, true);
  }
}
