/** Numbers as a duty officer reads them. */

/** `850 m`, `1.4 km`, `12 km`. */
export function formatMeters(meters) {
  if (meters === null || meters === undefined || !Number.isFinite(meters)) return '–';
  if (meters < 995) return `${Math.round(meters)} m`;
  const km = meters / 1000;
  return km < 9.95 ? `${km.toFixed(1)} km` : `${Math.round(km)} km`;
}

/** Travel time: `45 s`, `4 min`, `1 h 05`. */
export function formatTravel(seconds, units = { s: 's', min: 'min', h: 'h' }) {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) return '–';
  if (seconds < 60) return `${Math.round(seconds)} ${units.s}`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} ${units.min}`;
  return `${Math.floor(minutes / 60)} ${units.h} ${String(minutes % 60).padStart(2, '0')}`;
}

/** `1,234`; large numbers are shortened: `12.4k`, `3.1M`. */
export function formatCount(count) {
  if (count < 10_000) return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
  if (count < 999_500) return `${trimZero((count / 1000).toFixed(count < 100_000 ? 1 : 0))}k`;
  return `${trimZero((count / 1_000_000).toFixed(1))}M`;
}

const trimZero = (text) => text.replace(/\.0$/, '');

/** `86 %` of 0.86. */
export function formatShare(share) {
  return Number.isFinite(share) ? `${Math.round(share * 100)} %` : '–';
}

/** Great-circle distance in metres between WGS-84 points (haversine, mean earth radius 6,371,008.8 m). */
export function metersBetween(latA, lonA, latB, lonB) {
  const rad = Math.PI / 180;
  const dLat = (latB - latA) * rad;
  const dLon = (lonB - lonA) * rad;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(latA * rad) * Math.cos(latB * rad) * Math.sin(dLon / 2) ** 2;
  return 2 * 6_371_008.8 * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The name in the language, whichever there is otherwise. */
export function nameIn(language, named) {
  if (!named) return '';
  const [first, second] = language === 'zh' ? [named.nameZh, named.nameEn] : [named.nameEn, named.nameZh];
  return first || second || named.id || '';
}
