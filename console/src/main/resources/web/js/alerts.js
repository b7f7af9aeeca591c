/** Warnings ahead of incidents: which need eyes first, which are silent, which concern everything. */

import { gradeRank } from './attention.js';

/** How long an alert may be silenced by one click. */
export const SNOOZE_MINUTES = [30, 120, 480];

const time = (text) => Date.parse(text ?? '') || 0;

/** Whether the decision keeps its alert silent now. */
export const isSnoozed = (decision, nowMillis) => time(decision?.snoozedUntil) > nowMillis;

/** Level, then how likely, then the newest; ids settle ties. */
export function byNeed(a, b) {
  return (
    gradeRank(a.level) - gradeRank(b.level) ||
    (b.probability ?? 0) - (a.probability ?? 0) ||
    time(b.raisedAt) - time(a.raisedAt) ||
    (a.id < b.id ? -1 : Number(a.id > b.id))
  );
}

/**
 * All alerts in the order of need: those that speak first, then those that are silent. Silent ones are never left out.
 *
 * @returns `{list, snoozed}`; `snoozed` is how many of the list are silent
 */
export function alertList(alerts, decisions, nowMillis) {
  const speaking = [];
  const silent = [];
  for (const alert of alerts) (isSnoozed(decisions.get(alert.id), nowMillis) ? silent : speaking).push(alert);
  return { list: [...speaking.sort(byNeed), ...silent.sort(byNeed)], snoozed: silent.length };
}

/** Ids of the cells it concerns; none when it concerns the whole area. */
export function cellsOf(alert) {
  if (alert.cellIds?.length) return alert.cellIds;
  return alert.cellId ? [alert.cellId] : [];
}

/** Whether it concerns no place in particular. */
export const isAreaWide = (alert) => cellsOf(alert).length === 0 && !Number.isFinite(alert.lat);

/** How many times what is usual; null when next to nothing is usual, so that a ratio would say nothing. */
export function timesUsual(alert) {
  return alert.expected >= 0.5 ? alert.count / alert.expected : null;
}

/** What keeps a snooze from being asked for: `reason` or `minutes`; null when nothing does. */
export function snoozeProblem(minutes, reason) {
  if (!reason?.trim()) return 'reason';
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= 1440 ? null : 'minutes';
}
