/** Warnings ahead of incidents, those that need eyes first; silent ones stay in sight. Above the list of incidents. */

import { alertList, isAreaWide, isSnoozed } from '../alerts.js';
import { h, reconcile, setText } from '../element.js';
import { formatShare } from '../format.js';
import { gradeBadge } from '../severity.js';
import { ageSeconds, formatAge, formatWhen } from '../time.js';

/** A cleared alert stays this long, faded, so that nobody wonders where it went. */
const FADES_FOR_MILLIS = 6_000;

export class AlertsPanel {
  #leaving = new Map();
  #snoozed = 0;

  constructor(root, desk) {
    this.desk = desk;
    this.root = root;
    this.title = h('span');
    this.silent = h('span', { class: 'alerts-snoozed', testid: 'alerts-snoozed' });
    this.list = h('div', { class: 'alert-rows' });
    const summary = h('summary', {}, this.title, this.silent);
    this.box = h('details', { class: 'alerts', open: true, testid: 'alerts' }, summary, this.list);
    root.append(this.box);
    desk.store.subscribe((state, before) => {
      if (state.alerts !== before.alerts) this.#keepCleared(state, before);
      if (state.alerts !== before.alerts || state.alertDecisions !== before.alertDecisions) this.render();
    });
    desk.language.follow(() => this.render());
    desk.alertSelection.follow(() => this.render());
    desk.clock.everySecond(() => this.#tick());
    this.render();
  }

  /** Moves the keyboard to the list, opened. */
  focus() {
    this.box.open = true;
    this.list.firstElementChild?.focus();
  }

  #keepCleared(state, before) {
    if (state.snapshots !== before.snapshots) return;
    for (const [id, alert] of before.alerts) {
      if (state.alerts.has(id)) continue;
      this.#leaving.set(id, alert);
      setTimeout(() => {
        this.#leaving.delete(id);
        this.render();
      }, FADES_FOR_MILLIS);
    }
  }

  render() {
    const { store, clock, language } = this.desk;
    const { alerts, alertDecisions } = store.state;
    const { list, snoozed } = alertList(alerts.values(), alertDecisions, clock.now());
    const leaving = [...this.#leaving.values()].filter((alert) => !alerts.has(alert.id));
    this.#snoozed = snoozed;
    this.root.hidden = list.length + leaving.length === 0;
    setText(this.title, language.t('alert.many', { n: list.length - snoozed }));
    setText(this.silent, language.t('alert.snoozedMany', { n: snoozed }));
    reconcile(
      this.list,
      [...list, ...leaving],
      (alert) => alert.id,
      () => this.#row(),
      (node, alert) => this.#update(node, alert),
    );
  }

  /** A snooze that ran out puts its alert back in its place. */
  #tick() {
    const { alerts, alertDecisions } = this.desk.store.state;
    const now = this.desk.clock.now();
    const snoozed = [...alerts.keys()].filter((id) => isSnoozed(alertDecisions.get(id), now)).length;
    if (snoozed !== this.#snoozed) this.render();
    for (const row of this.list.children) this.#age(row, alerts.get(row.dataset.id));
  }

  #row() {
    const row = h('button', { type: 'button', class: 'alert-row', testid: 'alert-row' });
    row.append(
      h('span', { class: 'row-badge' }),
      h('span', { class: 'alert-topic' }),
      h('span', { class: 'alert-share' }),
      h('span', { class: 'alert-why' }),
      h('span', { class: 'row-age' }),
    );
    row.addEventListener('click', () => this.desk.chooseAlert(row.dataset.id));
    row.addEventListener('pointerenter', () => this.desk.hoverAlert.set(row.dataset.id));
    row.addEventListener('pointerleave', () => this.desk.hoverAlert.set(null));
    return row;
  }

  #update(row, alert) {
    const { language, alertSelection, store, clock, district } = this.desk;
    const [badge, topic, share, why] = row.children;
    const cleared = !store.state.alerts.has(alert.id);
    const decision = store.state.alertDecisions.get(alert.id);
    const snoozed = isSnoozed(decision, clock.now());
    row.dataset.id = alert.id;
    row.dataset.level = alert.level;
    row.dataset.state = cleared ? 'cleared' : snoozed ? 'snoozed' : 'speaking';
    row.setAttribute('aria-pressed', String(alertSelection.value === alert.id));
    if (badge.dataset.level !== alert.level) {
      badge.dataset.level = alert.level;
      badge.replaceChildren(
        gradeBadge(alert.level, 'alert', 24),
        h('span', { class: 'for-readers', i18n: `level.${alert.level}` }),
      );
    }
    language.apply(badge);
    setText(topic, [this.desk.alertTitle(alert), this.desk.alertPlace(alert)].filter(Boolean).join(' · '));
    setText(share, formatShare(alert.probability));
    share.title = language.t('alert.probability');
    setText(why, this.#why(alert, decision, snoozed, cleared, district));
    row.title = why.textContent;
    this.#age(row, alert);
  }

  #why(alert, decision, snoozed, cleared, district) {
    const { language, clock } = this.desk;
    if (cleared) return language.t('alert.cleared');
    if (snoozed) {
      const time = formatWhen(decision.snoozedUntil, district.zone, clock.now()).slice(0, -3);
      return language.t('snooze.until', { time, reason: decision.reason ?? '' });
    }
    return language.code === 'zh' ? alert.reasonZh : alert.reasonEn;
  }

  #age(row, alert) {
    if (!alert) return;
    const { clock, language } = this.desk;
    setText(row.lastChild, formatAge(ageSeconds(alert.raisedAt, clock.now()), language.units()));
    row.classList.toggle('area-wide', isAreaWide(alert));
  }
}
