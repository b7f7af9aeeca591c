/** Vehicles and other equipment: pure, so that it is tested without a page. */

import { nameIn } from './format.js';

const ORDER = ['BROKEN', 'IN_USE', 'ON_THE_WAY', 'AVAILABLE'];
export const TAKEN = new Set(['ON_THE_WAY', 'IN_USE']);

/** Units that match the words, those one has to know of first: broken, then at work, then the others. */
export function equipmentRows(units, query, code) {
  const words = (query ?? '').trim().toLowerCase();
  const name = (unit) => nameIn(code, unit);
  const said = (unit) => `${unit.id} ${unit.nameZh} ${unit.nameEn} ${unit.kind}`.toLowerCase();
  return units
    .filter((unit) => said(unit).includes(words))
    .sort(
      (a, b) =>
        ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || name(a).localeCompare(name(b), code) || a.id.localeCompare(b.id),
    );
}

/** How many are broken or at work, for the tab. */
export function countNotAvailable(units) {
  return units.filter((unit) => unit.state !== 'AVAILABLE').length;
}

/** What was taken along for an assignment. */
export function takenFor(units, assignmentId) {
  return units.filter((unit) => unit.assignmentId === assignmentId);
}

/** The list with what an answer said of one unit; what it says nothing of is gone. */
export function withStatus(units, status, places) {
  return units.map((unit) => {
    if (unit.id !== status.equipmentId) return unit;
    const { state, personId, incidentId, assignmentId, note, by, updatedAt } = status;
    const placeId = status.placeId ?? unit.placeId;
    const place = places.find((one) => one.id === placeId);
    const at = place ? { lat: place.lat, lon: place.lon } : { lat: unit.lat, lon: unit.lon };
    return { ...unit, ...at, state, personId, incidentId, assignmentId, note, by, updatedAt, placeId };
  });
}
