/** The way by road to an incident: how much of it is left from here, and what to do next, in words. */

import { formatMeters, metersBetween, nameIn } from './format.js';

/** Farther from the line than this one has left it: as far as a phone is off in a street, and some more. */
const LEFT_METERS = 80;
/** Roads are opened and closed while one drives. */
const ASKED_AGAIN_AFTER_MILLIS = 30_000;
/** Whoever drives beside the roads has left the line at every moment. */
const ASKED_AT_MOST_EVERY_MILLIS = 5_000;
const STRAIGHT_DEGREES = 30;
const BACK_DEGREES = 150;
const HEADINGS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'];

/** Metres east and north of a point, near enough within a district. */
function planeAround({ lat, lon }) {
  const perDegree = metersBetween(lat - 0.5, lon, lat + 0.5, lon);
  const east = perDegree * Math.cos((lat * Math.PI) / 180);
  return (point) => ({ x: (point.lon - lon) * east, y: (point.lat - lat) * perDegree });
}

/** The share of the leg from a to b that lies before the origin's foot on it. */
function footOn(a, b) {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const squared = dx * dx + dy * dy;
  return squared === 0 ? 0 : Math.max(0, Math.min(1, -(a.x * dx + a.y * dy) / squared));
}

/**
 * How far along the way somebody is.
 *
 * @returns `leg` begins at that point of the way, `share` of it lies behind; `beside` are metres off the line, `left` metres
 *   and `seconds` to the end
 */
export function progressOn(way, at) {
  const plane = planeAround(at);
  const points = way.points.map(plane);
  const lengths = points.slice(1).map((b, i) => Math.hypot(b.x - points[i].x, b.y - points[i].y));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  let best = { leg: 0, share: 0, beside: Infinity, done: 0 };
  let done = 0;
  lengths.forEach((length, leg) => {
    const [a, b] = [points[leg], points[leg + 1]];
    const share = footOn(a, b);
    const beside = Math.hypot(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y));
    if (beside < best.beside) best = { leg, share, beside, done: done + share * length };
    done += length;
  });
  const rest = total === 0 ? 0 : 1 - best.done / total;
  return { ...best, left: rest * way.meters, seconds: rest * way.seconds };
}

/** What is left of the line, from the foot of where one is. */
export function restOfLine(way, progress) {
  const [a, b] = [way.points[progress.leg], way.points[progress.leg + 1]];
  const foot = {
    lat: a.lat + progress.share * (b.lat - a.lat),
    lon: a.lon + progress.share * (b.lon - a.lon),
  };
  return [foot, ...way.points.slice(progress.leg + 1)];
}

function turnName(degrees) {
  if (Math.abs(degrees) <= STRAIGHT_DEGREES) return 'straight';
  if (Math.abs(degrees) >= BACK_DEGREES) return 'back';
  return degrees > 0 ? 'right' : 'left';
}

/** How much of a stretch lies ahead: by the legs of it that do. */
function metersAhead(way, stretch, end, progress) {
  let all = 0;
  let ahead = 0;
  for (let leg = stretch.firstPoint; leg < end; leg++) {
    const [a, b] = [way.points[leg], way.points[leg + 1]];
    const length = metersBetween(a.lat, a.lon, b.lat, b.lon);
    all += length;
    if (leg > progress.leg) ahead += length;
    else if (leg === progress.leg) ahead += (1 - progress.share) * length;
  }
  return all === 0 ? 0 : (ahead / all) * stretch.meters;
}

/**
 * What to do from here, in words, the next first.
 *
 * @param language `{t, code}`
 */
export function directions(way, progress, { t, code }) {
  const lastPoint = way.points.length - 1;
  const endOf = (i) => way.stretches[i + 1]?.firstPoint ?? lastPoint - 1;
  const ahead = way.stretches
    .map((stretch, i) => ({ stretch, end: endOf(i), first: i === 0 }))
    .filter(({ end }) => end > progress.leg);
  return ahead.map(({ stretch, end }) => {
    const under = progress.leg >= stretch.firstPoint || stretch === way.stretches[0];
    const said = {
      road: nameIn(code, stretch) || t('way.unnamed'),
      // a number and its unit stay on one line
      distance: formatMeters(metersAhead(way, stretch, end, progress)).replace(' ', '\u00a0'),
    };
    return under
      ? t('way.along', { ...said, heading: t(`way.${HEADINGS[Math.round(stretch.headingDegrees / 45) % 8]}`) })
      : t(`way.${turnName(stretch.turnDegrees)}`, said);
  });
}

/**
 * Whether to ask for the way again.
 *
 * @param asked `{assignmentId, lat, lon, atMillis}` what was asked for last; null before
 * @param answer what it brought; null when nothing
 */
export function isDue({ assignmentId, incident, me, asked, answer, nowMillis }) {
  if (!asked || asked.assignmentId !== assignmentId || asked.lat !== incident.lat || asked.lon !== incident.lon) return true;
  const since = nowMillis - asked.atMillis;
  if (since >= ASKED_AGAIN_AFTER_MILLIS) return true;
  if (since < ASKED_AT_MOST_EVERY_MILLIS) return false;
  return !answer || progressOn(answer.way, me).beside > LEFT_METERS;
}
