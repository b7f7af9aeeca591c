/** When more comes in than one officer can take in singly: what came belongs together by type and area, and none is left out. */

import { isUnacknowledged, openedMillis } from './attention.js';

/** What comes in within this time is counted together. */
export const FLOOD_WINDOW_MILLIS = 10 * 60_000;
/** More new incidents and alerts than this for one officer are a flood (ISA-18.2, EEMUA 191). */
export const FLOOD_ABOVE = 10;
/** A flood is over only when no more than this came in, so that the list does not flicker between its two forms. */
export const CALM_AT = 5;

const GROUP = 'group:';

function within(millis, nowMillis) {
  const age = nowMillis - millis;
  return age >= 0 && age < FLOOD_WINDOW_MILLIS;
}

/** How many incidents were opened and alerts raised in the last ten minutes; what was joined to another does not count. */
export function arrivals(incidents, alerts, nowMillis) {
  let count = 0;
  for (const incident of incidents) count += Number(incident.state !== 'MERGED' && within(openedMillis(incident), nowMillis));
  for (const alert of alerts) count += Number(within(Date.parse(alert.raisedAt ?? ''), nowMillis));
  return count;
}

/** Whether it is a flood now, given whether it was one. */
export const isFlood = (was, count) => count > (was ? CALM_AT : FLOOD_ABOVE);

export const isGroupKey = (key) => key?.startsWith(GROUP) ?? false;

/** The key of the group an incident would be in; `areaOf(incident)` names its area, empty when none is known. */
export const groupKey = (incident, areaOf) => `${GROUP}${incident.type}|${areaOf(incident)}`;

function gather(list, areaOf) {
  const groups = new Map();
  for (const incident of list) {
    const key = groupKey(incident, areaOf);
    let group = groups.get(key);
    if (!group) {
      group = { key, type: incident.type, areaId: areaOf(incident), worst: incident, members: [], unacknowledged: 0 };
      groups.set(key, group);
    }
    group.members.push(incident);
    group.unacknowledged += Number(isUnacknowledged(incident));
  }
  return groups;
}

/**
 * Rows of the grouped list. A group stands where the first of its members stood; one alone stays a row of its own.
 *
 * @param list incidents in the order of need
 * @param isOpen whether the group with this key shows its members
 * @returns `{key, incident}` or `{key, group, open}` each; members of an open group carry `member: true`
 */
export function groupRows(list, areaOf, isOpen) {
  const rows = [];
  for (const group of gather(list, areaOf).values()) {
    if (group.members.length === 1) {
      rows.push({ key: group.worst.id, incident: group.worst });
      continue;
    }
    const open = isOpen(group.key);
    rows.push({ key: group.key, group, open });
    if (open) for (const incident of group.members) rows.push({ key: incident.id, incident, member: true });
  }
  return rows;
}
