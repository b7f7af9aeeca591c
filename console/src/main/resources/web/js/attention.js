/** What needs an officer's eyes, in which order. */

const OPEN_STATES = new Set(['REPORTED', 'OPENED', 'DISPATCHED', 'HANDLING', 'REPORTED_BACK']);
const RANKS = { I: 0, II: 1, III: 2, IV: 3 };

export const isOpen = (incident) => OPEN_STATES.has(incident.state);
export const isUnacknowledged = (incident) => isOpen(incident) && !incident.acknowledgedAt;
/** Nobody knows where it is: an officer has to place it by hand. */
export const isUnlocated = (incident) =>
  isOpen(incident) && !(Number.isFinite(incident.lat) && Number.isFinite(incident.lon));
export const gradeRank = (grade) => RANKS[grade] ?? 4;

/** Which incidents each chip of the list shows. */
export const FILTERS = {
  open: isOpen,
  unacknowledged: isUnacknowledged,
  progress: (incident) => isOpen(incident) && Boolean(incident.acknowledgedAt || incident.dispatchedAt),
  mine: (incident, officer) => isOpen(incident) && incident.acknowledgedBy === officer,
  unlocated: isUnlocated,
  snoozed: (incident, officer, isSnoozed) => isOpen(incident) && Boolean(isSnoozed?.(incident)),
  closed: (incident) => !isOpen(incident) && incident.state !== 'MERGED',
};

const time = (text) => Date.parse(text ?? '') || 0;

/** Incidents are never changed in place, so that what is read from one once holds for as long as it lives. */
const opened = new WeakMap();

/** When it was opened, in epoch milliseconds; 0 when that cannot be read. */
export function openedMillis(incident) {
  let millis = opened.get(incident);
  if (millis === undefined) {
    millis = time(incident.openedAt);
    opened.set(incident, millis);
  }
  return millis;
}

/** Severity, then unacknowledged first, then who has waited longest; ids settle ties so that the order holds still. */
export function byAttention(a, b) {
  return (
    gradeRank(a.grade) - gradeRank(b.grade) ||
    Number(isUnacknowledged(b)) - Number(isUnacknowledged(a)) ||
    openedMillis(a) - openedMillis(b) ||
    (a.id < b.id ? -1 : Number(a.id > b.id))
  );
}

/** Severity, then unacknowledged first, then the newest. */
export function byNewest(a, b) {
  return (
    gradeRank(a.grade) - gradeRank(b.grade) ||
    Number(isUnacknowledged(b)) - Number(isUnacknowledged(a)) ||
    openedMillis(b) - openedMillis(a) ||
    (a.id < b.id ? -1 : Number(a.id > b.id))
  );
}

const byClosing = (a, b) => time(b.updatedAt) - time(a.updatedAt) || (a.id < b.id ? -1 : Number(a.id > b.id));

/** Whether every word of the query is somewhere in the text; case does not matter. */
export function matches(text, query) {
  const haystack = text.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}

/**
 * The list: those the filter and the words let through, in order.
 *
 * @param options `filter` a key of FILTERS, `order` `waiting` or `newest`, `officer`, `query`, `textOf(incident)`,
 *     `isSnoozed(incident)`: what was put off comes last
 */
export function attentionList(incidents, options) {
  const passes = FILTERS[options.filter] ?? FILTERS.open;
  const query = options.query?.trim();
  const list = [];
  for (const incident of incidents) {
    if (!passes(incident, options.officer, options.isSnoozed)) continue;
    if (query && !matches(options.textOf(incident), query)) continue;
    list.push(incident);
  }
  if (options.filter === 'closed') return list.sort(byClosing);
  return quietLast(list.sort(options.order === 'newest' ? byNewest : byAttention), options.isSnoozed);
}

function quietLast(list, isSnoozed) {
  const quiet = isSnoozed ? list.filter((incident) => isSnoozed(incident)) : [];
  return quiet.length ? [...list.filter((incident) => !isSnoozed(incident)), ...quiet] : list;
}

/** Open incidents by grade, and how many of them nobody has acknowledged. */
export function countOpen(incidents) {
  const counts = { I: 0, II: 0, III: 0, IV: 0, open: 0, unacknowledged: 0 };
  for (const incident of incidents) {
    if (!isOpen(incident)) continue;
    counts.open++;
    if (incident.grade in counts) counts[incident.grade]++;
    if (isUnacknowledged(incident)) counts.unacknowledged++;
  }
  return counts;
}

/**
 * Keeps a list still while somebody reads it: what was shown stays where it was, what is new is only counted. Returns
 * the order to show and the ids that wait.
 */
export function holdOrder(shownIds, freshIds, isHeld) {
  if (!isHeld) return { ids: freshIds, waiting: 0 };
  const shown = new Set(shownIds);
  return { ids: shownIds, waiting: freshIds.reduce((n, id) => n + Number(!shown.has(id)), 0) };
}
