/** What the wall shows: only what is abnormal stands out. Pure. */

import { attentionList, gradeRank, isOpen, isUnacknowledged } from './attention.js';
import { dueState } from './due.js';
import { markerLook } from './severity.js';

const GRAVE = gradeRank('II');

/** Nobody has answered, it is late, or it is grave: that is worth colour. What is in hand and on time is not. */
export function isAbnormal(incident, nowMillis, isSnoozed = () => false) {
  if (!isOpen(incident) || isSnoozed(incident)) return false;
  if (isUnacknowledged(incident) || gradeRank(incident.grade) <= GRAVE) return true;
  return Boolean(dueState(incident.due, nowMillis, incident.grade)?.overdue);
}

/** A marker keeps its colour only while its incident is abnormal. */
export const wallLook = (incident, nowMillis, isSnoozed) =>
  isAbnormal(incident, nowMillis, isSnoozed) ? markerLook(incident) : 'faded';

/** The rows that fit, those that need somebody first, and how many are left out: a wall does not rotate. */
export function wallRows(incidents, nowMillis, limit, isSnoozed = () => false) {
  const all = attentionList(incidents, { filter: 'open', order: 'waiting', isSnoozed });
  const abnormal = all.filter((incident) => isAbnormal(incident, nowMillis, isSnoozed));
  return { rows: abnormal.slice(0, limit), more: Math.max(0, abnormal.length - limit), calm: all.length - abnormal.length };
}

/** Figures of the people: on duty, free of them, bound. */
export function wallPeople(people) {
  let [onDuty, free, bound] = [0, 0, 0];
  for (const person of people) {
    if (person.availability === 'ASSIGNED') bound++;
    if (!person.onDuty) continue;
    onDuty++;
    if (person.availability === 'FREE') free++;
  }
  return { onDuty, free, bound };
}
