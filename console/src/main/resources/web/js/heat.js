/** Where much is reported: a weight for each place, more for more reports, less for older ones. */

import { toUnit } from './geometry.js';

/** After this long a report counts half. */
export const HALF_LIFE_MILLIS = 2 * 3_600_000;
/** So many fresh reports at one spot are as hot as it gets. */
export const HOTTEST_REPORTS = 16;
const LEAST = 0.05;

/** How much an incident's reports weigh now, in fresh reports. */
export function heatWeight(incident, nowMillis) {
  const age = Math.max(0, nowMillis - (Date.parse(incident.openedAt ?? '') || 0));
  return Math.max(1, incident.reportCount ?? 1) * 0.5 ** (age / HALF_LIFE_MILLIS);
}

/** Points of the layer: `{unit, weight}`; whatever has no place or hardly counts is left out. */
export function heatPoints(incidents, nowMillis) {
  const points = [];
  for (const incident of incidents) {
    if (!Number.isFinite(incident.lat) || !Number.isFinite(incident.lon)) continue;
    const weight = heatWeight(incident, nowMillis);
    if (weight >= LEAST) points.push({ unit: toUnit(incident.lat, incident.lon), weight });
  }
  return points;
}
