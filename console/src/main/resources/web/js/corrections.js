/**
 * What the officer corrected and the pipeline has not carried out yet. The page shows the wish at once, and says so: it is
 * accepted and kept, but it is true only when a new version of the incident comes.
 */

import { metersBetween } from './format.js';
import { createSubject } from './subject.js';

/** After this long the page says that it takes longer than it should. */
export const PATIENCE_MILLIS = 12_000;
const SAME_SPOT_METERS = 30;

const carriedOut = {
  type: (wish, incident) => incident?.type === wish.type,
  grade: (wish, incident) => incident?.grade === wish.grade && Boolean(incident.reportedGrade),
  place: (wish, incident) =>
    incident?.placedBy === 'OFFICER' &&
    ((wish.placeId && incident.placeId === wish.placeId) ||
      metersBetween(incident.lat, incident.lon, wish.lat, wish.lon) < SAME_SPOT_METERS),
  split: (wish, incident, incidents) => incidents.has(wish.incidentId),
};

/** Whether the picture shows what was wished for. */
export const isCarriedOut = (correction, incidents) =>
  carriedOut[correction.kind](correction.wish, incidents.get(correction.incidentId), incidents);

/** `waiting` while it may still be on its way, `late` afterwards. */
export const phaseOf = (correction, nowMillis) =>
  nowMillis - correction.askedAt < PATIENCE_MILLIS ? 'waiting' : 'late';

/** The corrections that are on their way; `changed` is told with the id of the incident. */
export function createCorrections(now = Date.now) {
  let list = [];
  const changed = createSubject(null);
  const tell = (incidentId) => changed.set({ incidentId });
  return {
    follow: changed.follow,
    /** Takes one in; another of the same kind for the same incident replaces the one before. */
    add(incidentId, kind, wish) {
      const correction = { incidentId, kind, wish, askedAt: now() };
      const others = kind === 'split' ? list : list.filter((c) => c.incidentId !== incidentId || c.kind !== kind);
      list = [...others, correction];
      tell(incidentId);
      return correction;
    },
    /** Takes one back that was refused. */
    drop(correction) {
      list = list.filter((other) => other !== correction);
      tell(correction.incidentId);
    },
    /** Forgets what the picture shows by now. */
    settle(incidents) {
      const done = list.filter((correction) => isCarriedOut(correction, incidents));
      list = list.filter((correction) => !done.includes(correction));
      for (const correction of done) tell(correction.incidentId);
      return done;
    },
    of: (incidentId) => list.filter((correction) => correction.incidentId === incidentId),
    wish: (incidentId, kind) => list.findLast((c) => c.incidentId === incidentId && c.kind === kind)?.wish ?? null,
  };
}
