/** Who is signed off although they may be on shift: why, until when, by whom. */

export const ABSENCE_REASONS = ['BREAK', 'ILL', 'LEAVE', 'OTHER'];

/** Minutes until somebody is back by themselves; the empty one until they are signed on again. */
export const ABSENCE_MINUTES = ['30', '60', '120', '480', '1440', ''];

/** Those who are signed off, whoever is back soonest first; without an end last. */
export function absent(people) {
  const end = (person) => Date.parse(person.absence?.until ?? '') || Infinity;
  return [...people.values()]
    .filter((person) => person.availability === 'UNAVAILABLE')
    .sort((a, b) => end(a) - end(b) || a.id.localeCompare(b.id));
}

/** What is asked of the gateway; `minutes` is one of the choices above. */
export function signingOff(reason, note, minutes, nowMillis) {
  const until = minutes && new Date(nowMillis + Number(minutes) * 60_000).toISOString();
  return { available: false, reason, ...(note && { note }), ...(until && { until }) };
}
