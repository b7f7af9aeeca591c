/** Incidents that an officer joined: which one stands for all, and which ones are likely to be the same event. */

import { gradeRank, isOpen } from './attention.js';
import { metersBetween } from './format.js';

export const isJoined = (incident) => incident.state === 'MERGED' && Boolean(incident.mergedInto);

/** The incident that stands for this one; itself when it stands for itself. */
export function survivorOf(incidents, id) {
  const seen = new Set();
  let at = id;
  while (!seen.has(at)) {
    seen.add(at);
    const incident = incidents.get(at);
    if (!incident || !isJoined(incident)) return at;
    at = incident.mergedInto;
  }
  return id;
}

/** Of two that become one the graver stands for both, whichever the officer began with: the one joined, then the one that stays. */
export function graverStays(incidents, id, into) {
  const [first, second] = [incidents.get(id), incidents.get(into)];
  const isGraver = first && second && gradeRank(first.grade) < gradeRank(second.grade);
  return isGraver ? [into, id] : [id, into];
}

/** Incidents are taken in as whole maps that never change, so each map is looked through once. */
const indexes = new WeakMap();

function indexOf(incidents) {
  if (!indexes.has(incidents)) {
    const members = new Map();
    for (const incident of incidents.values()) {
      if (!isJoined(incident)) continue;
      const survivor = survivorOf(incidents, incident.mergedInto);
      members.set(survivor, [...(members.get(survivor) ?? []), incident]);
    }
    indexes.set(incidents, members);
  }
  return indexes.get(incidents);
}

/** Those joined to it, directly or through others. */
export const joinedTo = (incidents, id) => indexOf(incidents).get(id) ?? [];

/** Reports of the incident and of all that are joined to it. */
export function totalReports(incidents, incident) {
  const others = joinedTo(incidents, incident.id);
  return others.reduce((sum, other) => sum + (other.reportCount ?? 0), incident.reportCount ?? 0);
}

function pairs(text) {
  const letters = (text ?? '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const result = new Set();
  for (let i = 0; i + 1 < letters.length; i++) result.add(letters.slice(i, i + 2));
  return result;
}

/** How alike two texts are, 0 to 1: pairs of letters they share (Dice). */
export function alike(a, b) {
  const [left, right] = [pairs(a), pairs(b)];
  if (!left.size || !right.size) return 0;
  let shared = 0;
  for (const pair of left) shared += Number(right.has(pair));
  return (2 * shared) / (left.size + right.size);
}

const NEAR_METERS = 500;
const CLOSE_IN_TIME_MILLIS = 3_600_000;

function likeness(incident, other) {
  const meters = metersBetween(incident.lat, incident.lon, other.lat, other.lon);
  const near = Number.isFinite(meters) ? Math.exp(-meters / NEAR_METERS) : 0.2;
  const apart = Math.abs(Date.parse(incident.openedAt) - Date.parse(other.openedAt));
  const together = Number.isFinite(apart) ? Math.exp(-apart / CLOSE_IN_TIME_MILLIS) : 0;
  const text = alike(incident.summary, other.summary);
  const sameType = Number(incident.type === other.type);
  return {
    other,
    meters: Number.isFinite(meters) ? meters : null,
    score: 1.5 * near + text + 0.6 * sameType + 0.3 * together,
  };
}

/** Open incidents this one may be joined to, the likeliest first: `{other, meters, score}`. */
export function joinTargets(incident, incidents) {
  const targets = [];
  for (const other of incidents.values()) {
    if (other.id !== incident.id && isOpen(other)) targets.push(likeness(incident, other));
  }
  return targets.sort((a, b) => b.score - a.score || (a.other.id < b.other.id ? -1 : 1));
}
