/**
 * Addresses in the officer's language, as far as the district knows a name in it. Nothing is translated: a name that is not
 * known stays as it was told, and what was told beyond the name stays too. Pure.
 */

import { nameIn } from './format.js';

/** Addresses are remembered, because every row of a long list asks; about as many as there are open incidents at most. */
const REMEMBERED = 5_000;

const fold = (text) => text.trim().toLowerCase();
const sameNames = (one, other) => one.nameZh === other.nameZh && one.nameEn === other.nameEn;

/** Named things by how they are written; null where things of different names are written the same. */
function byWriting(things) {
  const known = new Map();
  for (const thing of things) {
    if (!thing.nameZh || !thing.nameEn) continue;
    for (const written of [thing.nameZh, thing.nameEn, ...(thing.aliases ?? [])].map(fold)) {
      const before = known.get(written);
      known.set(written, before === undefined || (before && sameNames(before, thing)) ? thing : null);
    }
  }
  return known;
}

/** What begins the address, unless its name goes on: `云锦苑3号楼` is at 云锦苑, `云锦苑小学` is somewhere else. */
function beginning(known, text) {
  for (let end = text.length; end > 1; end--) {
    const thing = known.get(text.slice(0, end).trimEnd());
    if (thing !== undefined) return end === text.length || /^[^\p{L}]/u.test(text.slice(end)) ? thing : null;
  }
  return null;
}

/**
 * @param things with `nameZh` and `nameEn`: places, streets, areas
 * @param placeById places by id
 * @returns what says in a language where an incident is: its address, else the place that its words name, else nothing
 */
export function createAddresses(things, placeById) {
  const known = byWriting(things);
  const remembered = new Map();

  function named(address, place) {
    const text = fold(address);
    if (place?.nameZh && place.nameEn && [place.nameZh, place.nameEn].some((name) => text.includes(fold(name)))) return place;
    return beginning(known, text);
  }

  function tell(language, address, place) {
    const thing = named(address, place);
    const name = nameIn(language, thing);
    if (!name || fold(address).includes(fold(name))) return address;
    const whole = known.get(fold(address)) === thing || [thing.nameZh, thing.nameEn].some((written) => fold(written) === fold(address));
    return whole ? name : `${name} (${address})`;
  }

  return (language, { address, placeId }) => {
    const place = placeById.get(placeId);
    if (!address) return place ? nameIn(language, place) : '';
    const key = `${language}|${placeId ?? ''}|${address}`;
    if (!remembered.has(key)) {
      if (remembered.size >= REMEMBERED) remembered.clear();
      remembered.set(key, tell(language, address, place));
    }
    return remembered.get(key);
  };
}
