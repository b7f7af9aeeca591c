/** Filters an officer keeps under a name: which chip, which words, which order. */

import { FILTERS, matches } from './attention.js';

/** More would be a list of their own. */
export const MOST_SAVED = 8;
const LONGEST_NAME = 24;

const ORDERS = ['waiting', 'newest'];

function readOne(view) {
  const name = String(view?.name ?? '').trim().slice(0, LONGEST_NAME);
  if (!name) return [];
  const filter = view.filter in FILTERS ? view.filter : 'open';
  const order = ORDERS.includes(view.order) ? view.order : ORDERS[0];
  return [{ name, filter, query: String(view.query ?? ''), order }];
}

/** Reads what the browser remembers; whatever makes no sense is left out. */
export function readSaved(text) {
  try {
    const list = JSON.parse(text || '[]');
    return Array.isArray(list) ? list.flatMap(readOne).slice(0, MOST_SAVED) : [];
  } catch {
    return [];
  }
}

export const writeSaved = (views) => (views.length ? JSON.stringify(views) : '');

/** With one more, which takes the place of one of the same name; the oldest leaves when there are too many. */
export function withView(views, view) {
  const [made] = readOne(view);
  if (!made) return views;
  const others = views.filter((other) => other.name !== made.name);
  return [...others, made].slice(-MOST_SAVED);
}

export const withoutView = (views, name) => views.filter((view) => view.name !== name);

export const isSameView = (a, b) => a.filter === b.filter && a.query === b.query && a.order === b.order;

/** How many incidents each view lets through. */
export function countViews(views, incidents, { officer, textOf, isSnoozed }) {
  const counts = views.map(() => 0);
  if (!views.length) return counts;
  for (const incident of incidents) {
    views.forEach((view, i) => {
      if (!FILTERS[view.filter](incident, officer, isSnoozed)) return;
      if (!view.query || matches(textOf(incident), view.query)) counts[i]++;
    });
  }
  return counts;
}
