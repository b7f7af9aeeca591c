/** What a picker offers: types of the catalogue, places of the district, people, incidents to join. */

import { matches } from './attention.js';
import { formatMeters, nameIn } from './format.js';
import { joinTargets } from './joining.js';

/** Types whose code or name holds every word of the query, in the catalogue's order; `except` is left out. */
export function typeChoices(types, query, language, except) {
  const choices = [];
  for (const type of types.values()) {
    if (type.code === except || (query && !matches(`${type.code} ${type.zh} ${type.en}`, query))) continue;
    const [text, note] = language === 'zh' ? [type.zh, type.en] : [type.en, type.zh];
    choices.push({ id: type.code, text, note, grade: type.grade });
  }
  return choices;
}

const placeWords = (place) => [place.nameZh, place.nameEn, ...(place.aliases ?? [])].filter(Boolean).join(' ');

/** How well a place's name fits: the whole name, its beginning, anywhere. */
function fit(place, query) {
  const wanted = query.toLowerCase();
  const names = [place.nameZh, place.nameEn, ...(place.aliases ?? [])].map((name) => (name ?? '').toLowerCase());
  if (names.includes(wanted)) return 0;
  return names.some((name) => name.startsWith(wanted)) ? 1 : 2;
}

/** Named places that hold every word of the query, the best fits first; without a query, none. */
export function placeChoices(places, query, language, cellName) {
  if (!query) return [];
  return places
    .filter((place) => place.kind !== 'junction' && matches(placeWords(place), query))
    .map((place) => ({ place, fit: fit(place, query) }))
    .sort((a, b) => a.fit - b.fit || (a.place.id < b.place.id ? -1 : 1))
    .map(({ place }) => ({ id: place.id, text: nameIn(language, place), note: cellName(place), place }));
}

/** People whose name, id or organization holds every word of the query; without a query, none. */
export const personChoices = (people, query, language, organizationName) =>
  query ? anyPersonChoices(people, query, language, organizationName) : [];

/** The same; without a query, everybody. */
export function anyPersonChoices(people, query, language, organizationName) {
  const choices = [];
  for (const person of people) {
    const organization = organizationName(person.organizationId);
    const words = [person.id, person.nameZh, person.nameEn, organization].filter(Boolean).join(' ');
    if (query && !matches(words, query)) continue;
    choices.push({ id: person.id, text: nameIn(language, person), note: `${person.id} · ${organization}` });
  }
  return choices.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Incidents the one may be joined to, the likeliest first. `typeName(code)` and `placeOf(incident)` give words. */
export function joinChoices(incident, incidents, query, { typeName, placeOf }) {
  const choices = [];
  for (const { other, meters } of joinTargets(incident, incidents)) {
    const where = placeOf(other);
    const words = [other.id, typeName(other.type), other.summary, where].join(' ');
    if (query && !matches(words, query)) continue;
    const note = [meters === null ? null : formatMeters(meters), where].filter(Boolean).join(' · ');
    choices.push({ id: other.id, text: `${typeName(other.type)} · ${other.summary ?? ''}`, note, incident: other });
  }
  return choices;
}
