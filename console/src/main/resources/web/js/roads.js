/** Roads to close and roads that are closed: found by name or by a point, gathered into rows. Pure. */

import { matches } from './attention.js';
import { nameIn } from './format.js';

const squaredToSegment = (p, a, b) => {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const along = length ? Math.max(0, Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length)) : 0;
  return (a.x + along * dx - p.x) ** 2 + (a.y + along * dy - p.y) ** 2;
};

/** The segment nearest to a unit point; null without roads. */
export function nearestRoad(roads, at) {
  let best = null;
  let least = Infinity;
  for (const road of roads) {
    const squared = squaredToSegment(at, road.a, road.b);
    if (squared < least) [best, least] = [road, squared];
  }
  return best;
}

const wordsOf = (road) => `${road.nameZh ?? ''} ${road.nameEn ?? ''}`.trim();

/** Named roads that hold every word of the query, each with all its segments; without a query, none. */
export function roadChoices(roads, query, language) {
  if (!query) return [];
  const byName = new Map();
  for (const road of roads) {
    const words = wordsOf(road);
    if (!words || !matches(words, query)) continue;
    const known = byName.get(words) ?? { id: words, text: nameIn(language, road), roads: [] };
    known.roads.push(road);
    byName.set(words, known);
  }
  return [...byName.values()].sort((a, b) => a.text.length - b.text.length || (a.text < b.text ? -1 : 1));
}

/** Closed segments as rows: those of one road that were closed together are one. The newest first. */
export function closureRows(closures, roadById) {
  const rows = new Map();
  for (const closure of closures) {
    const road = roadById.get(closure.roadId) ?? null;
    const parts = [road ? wordsOf(road) : closure.roadId, closure.reason, closure.by, closure.since, closure.until];
    const key = parts.join('|');
    const known = rows.get(key) ?? { key, road, closure, roadIds: [] };
    known.roadIds.push(closure.roadId);
    rows.set(key, known);
  }
  const since = (row) => Date.parse(row.closure.since ?? '') || 0;
  return [...rows.values()].sort((a, b) => since(b) - since(a) || (a.key < b.key ? -1 : 1));
}
