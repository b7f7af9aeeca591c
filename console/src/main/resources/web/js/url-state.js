/** What of the view is in the address, so that it can be shared and survives a reload. */

import { areaText, parseArea } from './area.js';

/** Layers of the map that can be switched, and whether each is shown when nothing is said. */
export const LAYERS = { people: true, alerts: true, heat: false, mood: false, coverage: false };

const LANGUAGES = new Set(['zh', 'en']);
const FILTERS = new Set(['open', 'unacknowledged', 'progress', 'mine', 'unlocated', 'snoozed', 'closed']);
const ORDERS = new Set(['waiting', 'newest']);

const finite = (text) => {
  const value = text === null || text === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : null;
};

function parseView(text) {
  const [zoom, lat, lon] = (text ?? '').split('/').map(finite);
  const usable = zoom !== null && zoom >= 0 && zoom <= 22 && Math.abs(lat ?? 99) <= 90 && Math.abs(lon ?? 999) <= 180;
  return usable ? { zoom, lat, lon } : null;
}

/** `layers=alerts,heat` names the layers shown; without it, those of `LAYERS`. */
function parseLayers(text) {
  if (text === null) return { ...LAYERS };
  const named = new Set(text.split(','));
  return Object.fromEntries(Object.keys(LAYERS).map((name) => [name, named.has(name)]));
}

function layersText(layers) {
  const names = Object.keys(LAYERS);
  if (!layers || names.every((name) => layers[name] === LAYERS[name])) return null;
  return names.filter((name) => layers[name]).join(',') || 'none';
}

/**
 * Reads `?incident=…&alert=…&person=…&list=…&q=…&order=…&lang=…&area=…&layers=…&map=zoom/lat/lon`; whatever is missing
 * or makes no sense is null.
 */
export function parseUrlState(search) {
  const query = new URLSearchParams(search);
  const language = query.get('lang');
  return {
    incidentId: query.get('incident') || null,
    alertId: query.get('alert') || null,
    personId: query.get('person') || null,
    filter: FILTERS.has(query.get('list')) ? query.get('list') : null,
    query: query.get('q') || null,
    order: ORDERS.has(query.get('order')) ? query.get('order') : null,
    language: LANGUAGES.has(language) ? language : null,
    layers: parseLayers(query.get('layers')),
    area: parseArea(query.get('area')),
    view: parseView(query.get('map')),
  };
}

/** Writes it into a query string, keeping parameters that are not ours. */
export function writeUrlState(search, state) {
  const query = new URLSearchParams(search);
  const put = (key, value) => (value ? query.set(key, value) : query.delete(key));
  put('incident', state.incidentId);
  put('alert', state.alertId);
  put('person', state.personId);
  put('list', state.filter === 'open' ? null : state.filter);
  put('q', state.query?.trim());
  put('order', state.order);
  put('lang', state.language);
  put('area', areaText(state.area));
  put('layers', layersText(state.layers));
  const view = state.view;
  put('map', view && `${round(view.zoom, 2)}/${round(view.lat, 5)}/${round(view.lon, 5)}`);
  const text = query.toString().replaceAll('%2F', '/').replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%3B', ';');
  return text ? `?${text}` : '';
}

const round = (value, digits) => Number(value.toFixed(digits));
