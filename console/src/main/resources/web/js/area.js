/** An area drawn on the map, and who and what is in it. Pure. Points are `[lat, lon]` in WGS-84 degrees. */

import { isOpen } from './attention.js';
import { metersBetween } from './format.js';
import { boundsOf, inRing } from './geometry.js';
import { isJoined } from './joining.js';

export const SHAPE_KINDS = ['polygon', 'rectangle', 'circle'];
/** More corners than a hand draws. */
export const MOST_POINTS = 60;

const METERS_PER_DEGREE = 111_195;

/** How many points finish a shape by themselves; a polygon is finished by hand. */
export const POINTS_NEEDED = { rectangle: 2, circle: 2, polygon: Infinity };

/** The shape that these points make; null while they are too few. */
export function shapeOf(kind, points) {
  if (kind === 'polygon') return points.length >= 3 ? { kind, ring: points } : null;
  if (points.length < 2) return null;
  const [[latA, lonA], [latB, lonB]] = points;
  if (kind === 'circle') {
    const meters = metersBetween(latA, lonA, latB, lonB);
    return meters >= 1 ? { kind, centre: points[0], meters } : null;
  }
  if (latA === latB || lonA === lonB) return null;
  const [south, north] = [Math.min(latA, latB), Math.max(latA, latB)];
  const [west, east] = [Math.min(lonA, lonB), Math.max(lonA, lonB)];
  return {
    kind,
    ring: [
      [south, west],
      [south, east],
      [north, east],
      [north, west],
    ],
  };
}

/** Whether a point lies in it; one that is nowhere does not. */
export function contains(shape, lat, lon) {
  if (!Number.isFinite(lat) || !Number.isFinite(lon)) return false;
  if (shape.kind === 'circle') return metersBetween(...shape.centre, lat, lon) <= shape.meters;
  return inRing(lat, lon, shape.ring);
}

/** Outline as a ring; a circle as 64 points on it. */
export function ringOf(shape) {
  if (shape.kind !== 'circle') return shape.ring;
  const [lat, lon] = shape.centre;
  const up = shape.meters / METERS_PER_DEGREE;
  const aside = up / Math.cos((lat * Math.PI) / 180);
  return Array.from({ length: 64 }, (_, i) => {
    const angle = (i / 64) * 2 * Math.PI;
    return [lat + up * Math.sin(angle), lon + aside * Math.cos(angle)];
  });
}

/** Square kilometres, on a plane that touches the globe there. */
export function squareKilometers(shape) {
  if (shape.kind === 'circle') return (Math.PI * shape.meters ** 2) / 1e6;
  const [[south]] = boundsOf(shape.ring.map(([lat, lon]) => ({ lat, lon })));
  const scale = Math.cos((south * Math.PI) / 180);
  const twice = shape.ring.reduce((sum, [lat, lon], i) => {
    const [nextLat, nextLon] = shape.ring[(i + 1) % shape.ring.length];
    return sum + (lon * nextLat - nextLon * lat);
  }, 0);
  return Math.abs((twice / 2) * scale * METERS_PER_DEGREE ** 2) / 1e6;
}

const tally = (counts, key) => counts.set(key, (counts.get(key) ?? 0) + 1);

/**
 * Who and what is in it. People are those on duty and those bound; skills count those who are free.
 *
 * @returns `{incidents, grades, alerts, people, free, bound, skills, places}`; `grades` and `skills` are maps to counts
 */
export function whatIsIn(shape, state, district) {
  const inside = (thing) => contains(shape, thing.lat, thing.lon);
  const incidents = [...state.incidents.values()].filter((one) => isOpen(one) && !isJoined(one) && inside(one));
  const people = [...state.people.values()].filter(
    (person) => (person.onDuty || person.availability === 'ASSIGNED') && inside(person),
  );
  const grades = new Map();
  for (const { grade } of incidents) tally(grades, grade);
  const skills = new Map();
  for (const person of people) {
    if (person.availability === 'FREE') for (const skill of person.skills ?? []) tally(skills, skill);
  }
  return {
    incidents,
    grades,
    alerts: alertsIn(shape, state, district),
    people,
    free: people.filter((person) => person.availability === 'FREE').length,
    bound: people.filter((person) => person.availability === 'ASSIGNED').length,
    skills: new Map([...skills].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))),
    places: district.places.filter((place) => place.kind !== 'junction' && inside(place)),
  };
}

/** An alert is in it when the middle of one of its cells is, or its own point. */
function alertsIn(shape, state, district) {
  const middleIn = (id) => {
    const ring = district.cellById.get(id)?.ring;
    if (!ring?.length) return false;
    const mean = (axis) => ring.reduce((sum, point) => sum + point[axis], 0) / ring.length;
    return contains(shape, mean(0), mean(1));
  };
  return [...state.alerts.values()].filter(
    (alert) => contains(shape, alert.lat, alert.lon) || (alert.cellIds ?? [alert.cellId]).some(middleIn),
  );
}

const round = (value) => Number(value.toFixed(5));

/** As it stands in the address: `circle:30.2,120.1,450`, `polygon:30.2,120.1;…`. */
export function areaText(shape) {
  if (!shape) return null;
  if (shape.kind === 'circle') return `circle:${[...shape.centre.map(round), Math.round(shape.meters)].join(',')}`;
  const corners = shape.kind === 'rectangle' ? [shape.ring[0], shape.ring[2]] : shape.ring;
  return `${shape.kind}:${corners.map((point) => point.map(round).join(',')).join(';')}`;
}

/** Reads it back; null when it makes no sense. */
export function parseArea(text) {
  const [kind, rest] = (text ?? '').split(':');
  if (!SHAPE_KINDS.includes(kind) || !rest) return null;
  const numbers = rest.split(';').map((part) => part.split(',').map(Number));
  const usable = ([lat, lon]) => Math.abs(lat) <= 85 && Math.abs(lon) <= 180;
  if (numbers.length > MOST_POINTS || !numbers.every(usable)) return null;
  if (kind !== 'circle') return shapeOf(kind, numbers.map(([lat, lon]) => [lat, lon]));
  const [lat, lon, meters] = numbers[0];
  return meters >= 1 && meters <= 100_000 ? { kind, centre: [lat, lon], meters } : null;
}
