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

/** More milliseconds than any time has; ten of these are still whole numbers. */
const ALL_TIME_MILLIS = 1e14;

/** Severity, then unacknowledged first. */
const urgency = (incident) => gradeRank(incident.grade) * 2 + Number(!isUnacknowledged(incident));

/** Severity, then unacknowledged first, then who has waited longest, as one number from 0 to below 1e15; the least comes first. */
export const waitingKey = (incident) => urgency(incident) * ALL_TIME_MILLIS + openedMillis(incident);

/** Severity, then unacknowledged first, then the newest. */
export const newestKey = (incident) => (urgency(incident) + 1) * ALL_TIME_MILLIS - openedMillis(incident);

const closingKey = (incident) => -time(incident.updatedAt);

/**
 * In the order of a number, which is worked out once for each: thousands are compared with each other. Ids settle ties, so
 * that the order holds still.
 */
export function sortedBy(incidents, keyOf) {
  const keyed = incidents.map((incident) => ({ incident, key: keyOf(incident) }));
  keyed.sort((a, b) => a.key - b.key || (a.incident.id < b.incident.id ? -1 : Number(a.incident.id > b.incident.id)));
  return keyed.map(({ incident }) => incident);
}

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
  if (options.filter === 'closed') return sortedBy(list, closingKey);
  return quietLast(sortedBy(list, options.order === 'newest' ? newestKey : waitingKey), options.isSnoozed);
}

function quietLast(list, isSnoozed) {
  const quiet = isSnoozed ? list.filter((incident) => isSnoozed(incident)) : [];
  return quiet.length ? [...list.filter((incident) => !isSnoozed(incident)), ...quiet] : list;
}

/** How many each filter lets through, by its name. */
export function countPassing(incidents, officer, isSnoozed) {
  const filters = Object.entries(FILTERS);
  const counts = Object.fromEntries(filters.map(([name]) => [name, 0]));
  for (const incident of incidents) {
    for (const [name, passes] of filters) if (passes(incident, officer, isSnoozed)) counts[name]++;
  }
  return counts;
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
