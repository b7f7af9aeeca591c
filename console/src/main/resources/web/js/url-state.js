/** What of the view is in the address, so that it can be shared and survives a reload. */

const LANGUAGES = new Set(['zh', 'en']);

const finite = (text) => {
  const value = text === null || text === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : null;
};

function parseView(text) {
  const [zoom, lat, lon] = (text ?? '').split('/').map(finite);
  const usable = zoom !== null && zoom >= 0 && zoom <= 22 && Math.abs(lat ?? 99) <= 90 && Math.abs(lon ?? 999) <= 180;
  return usable ? { zoom, lat, lon } : null;
}

/** Reads `?incident=…&person=…&lang=…&map=zoom/lat/lon`; whatever is missing or makes no sense is null. */
export function parseUrlState(search) {
  const query = new URLSearchParams(search);
  const language = query.get('lang');
  return {
    incidentId: query.get('incident') || null,
    personId: query.get('person') || null,
    language: LANGUAGES.has(language) ? language : null,
    view: parseView(query.get('map')),
  };
}

/** Writes it into a query string, keeping parameters that are not ours. */
export function writeUrlState(search, state) {
  const query = new URLSearchParams(search);
  const put = (key, value) => (value ? query.set(key, value) : query.delete(key));
  put('incident', state.incidentId);
  put('person', state.personId);
  put('lang', state.language);
  const view = state.view;
  put('map', view && `${round(view.zoom, 2)}/${round(view.lat, 5)}/${round(view.lon, 5)}`);
  const text = query.toString().replaceAll('%2F', '/');
  return text ? `?${text}` : '';
}

const round = (value, digits) => Number(value.toFixed(digits));
