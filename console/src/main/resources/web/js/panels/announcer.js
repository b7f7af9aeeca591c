/** Tells a screen reader what came in, what became urgent and what is overdue: politely, and at once only when it is grade I. */

import { isOpen, isUnacknowledged } from '../attention.js';
import { dueState } from '../due.js';
import { graverNews } from '../grade.js';
import { isSnoozed } from '../alerts.js';
import { dueText } from './due-line.js';

const TOLD_AT_MOST_EVERY_MILLIS = 4_000;

export class Announcer {
  #waiting = 0;
  #sentences = [];
  #timer = null;

  constructor(polite, assertive, desk) {
    this.polite = polite;
    this.assertive = assertive;
    this.desk = desk;
    desk.store.subscribe((state, before) => {
      if (before.snapshots === 0 || state.snapshots !== before.snapshots) return;
      if (state.incidents !== before.incidents) this.#incidents(state.incidents, before.incidents);
      if (state.alerts !== before.alerts) this.#alerts(state, before.alerts);
    });
  }

  #incidents(incidents, before) {
    for (const [id, incident] of incidents) {
      const known = before.get(id);
      if (known === incident) continue;
      if (!known && isUnacknowledged(incident)) this.#arrived(incident);
      else if (isOpen(incident) && (incident.due?.told ?? 0) > (known?.due?.told ?? 0)) this.#overdue(incident);
      if (isOpen(incident) && graverNews(known, incident)) this.#graver(incident, graverNews(known, incident));
    }
  }

  #alerts(state, before) {
    for (const [id, alert] of state.alerts) {
      if (before.has(id) || isSnoozed(state.alertDecisions.get(id), this.desk.clock.now())) continue;
      const level = this.desk.language.t(`level.${alert.level}`);
      const values = { level, topic: this.desk.alertTitle(alert), place: this.desk.alertPlace(alert) };
      this.#say(this.desk.language.t('announce.alert', values), alert.level);
    }
  }

  #overdue(incident) {
    const { language, district, clock } = this.desk;
    const due = dueState(incident.due, clock.now(), incident.grade);
    if (!due) return;
    const type = district.typeName(incident.type, language.code);
    this.#say(language.t('announce.overdue', { type, due: dueText(due, language) }), incident.grade);
  }

  #graver(incident, grade) {
    const { language, district } = this.desk;
    const type = district.typeName(incident.type, language.code);
    this.#say(language.t('announce.graver', { type, grade: language.t(`grade.${grade}`) }), grade);
  }

  #arrived(incident) {
    const { language, district } = this.desk;
    if (incident.grade === 'I') {
      const where = this.desk.whereOf(incident);
      const type = district.typeName(incident.type, language.code);
      this.#say(language.t('announce.graveNew', { type, where }), 'I');
      return;
    }
    this.#waiting++;
    this.#later();
  }

  #say(sentence, grade) {
    if (grade === 'I') {
      this.assertive.textContent = sentence;
      return;
    }
    this.#sentences.push(sentence);
    this.#later();
  }

  #later() {
    this.#timer ??= setTimeout(() => {
      const arrived = this.#waiting ? [this.desk.language.t('announce.new', { n: this.#waiting })] : [];
      this.polite.textContent = [...arrived, ...this.#sentences.slice(-3)].join('. ');
      this.#waiting = 0;
      this.#sentences = [];
      this.#timer = null;
    }, TOLD_AT_MOST_EVERY_MILLIS);
  }
}
