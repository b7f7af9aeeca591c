/** Which sound says what: a tune per grade, told apart by rhythm and pitch, and what calls for one. */

import { isSnoozed } from './alerts.js';
import { gradeRank, isOpen, isUnacknowledged } from './attention.js';
import { graverNews } from './grade.js';

/** Notes of a tune: `at` and `seconds` long, `hertz` high, `loud` from 0 to 1. Urgent ones are higher, faster and longer. */
export const TUNES = {
  I: [0, 0.16, 0.32, 0.6, 0.76, 0.92].map((at, i) => ({ at, seconds: 0.12, hertz: i % 3 === 2 ? 1320 : 990, loud: 1 })),
  II: [0, 0.22, 0.44].map((at) => ({ at, seconds: 0.16, hertz: 880, loud: 0.8 })),
  III: [0, 0.26].map((at, i) => ({ at, seconds: 0.2, hertz: i ? 587 : 698, loud: 0.6 })),
  IV: [{ at: 0, seconds: 0.22, hertz: 494, loud: 0.45 }],
};

/** What is not graver than what sounded last waits this long. */
export const PAUSE_MILLIS = 4_000;
/** A grade I that nobody has acknowledged is heard again this often. */
export const AGAIN_EVERY_MILLIS = 20_000;

const worst = (a, b) => (a === null || gradeRank(b) < gradeRank(a) ? b : a);

/**
 * The gravest grade of what came in, became urgent or went up the ladder since; null when nothing did. A first snapshot and one after a
 * drop bring no news. `isSilent(incident)` keeps those silent that an officer put off.
 */
export function newsGrade(state, before, nowMillis, isSilent = () => false) {
  if (before.snapshots === 0 || state.snapshots !== before.snapshots) return null;
  let grade = null;
  if (state.incidents !== before.incidents) {
    for (const [id, incident] of state.incidents) {
      const known = before.incidents.get(id);
      if (known === incident || !isOpen(incident) || isSilent(incident)) continue;
      const arrived = !known && isUnacknowledged(incident);
      const overdue = (incident.due?.told ?? 0) > (known?.due?.told ?? 0);
      const graver = graverNews(known, incident);
      if (arrived || overdue) grade = worst(grade, incident.grade);
      if (graver) grade = worst(grade, graver);
    }
  }
  if (state.alerts !== before.alerts) {
    for (const [id, alert] of state.alerts) {
      if (before.alerts.has(id) || isSnoozed(state.alertDecisions.get(id), nowMillis)) continue;
      grade = worst(grade, alert.level);
    }
  }
  return grade;
}

/** Whether any grade I waits for somebody to acknowledge it. */
export function hasGraveWaiting(incidents, isSilent = () => false) {
  for (const incident of incidents) {
    if (incident.grade === 'I' && isUnacknowledged(incident) && !isSilent(incident)) return true;
  }
  return false;
}

/** Lets a grade through when it is graver than what sounded last, or long enough after it. */
export class SoundGate {
  #grade = null;
  #at = -Infinity;

  /** @param from the least grave grade that is heard */
  passes(grade, nowMillis, from = 'IV') {
    if (grade === null || gradeRank(grade) > gradeRank(from)) return false;
    const recent = nowMillis - this.#at < PAUSE_MILLIS;
    if (recent && gradeRank(grade) >= gradeRank(this.#grade)) return false;
    this.#grade = grade;
    this.#at = nowMillis;
    return true;
  }

  /** Milliseconds since anything sounded. */
  silentFor(nowMillis) {
    return nowMillis - this.#at;
  }
}
