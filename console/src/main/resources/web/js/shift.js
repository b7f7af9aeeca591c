/**
 * What the shift promised, put off and handed over, as the gateway tells it every few seconds. It is small and nobody's
 * life waits on it, so that it needs no socket.
 */

import { createSubject } from './subject.js';

export const NOTHING = Object.freeze({ promises: [], snoozes: [], handovers: [] });
export const ASK_EVERY_MILLIS = 5_000;
export const SNOOZE_CHOICES = [15, 30, 60, 240];
export const DUE_CHOICES = [15, 30, 60, 240];

const time = (text) => Date.parse(text ?? '') || 0;

/** Snoozes that still run, by incident. */
export function runningSnoozes({ snoozes }, nowMillis) {
  return new Map(snoozes.filter(({ until }) => time(until) > nowMillis).map((snooze) => [snooze.incidentId, snooze]));
}

/** Promises of an incident, or of all; the earliest due first, each with whether it is late. */
export function openPromises({ promises }, nowMillis, incidentId = null) {
  return promises
    .filter((promise) => !promise.doneAt && (incidentId === null || promise.incidentId === incidentId))
    .map((promise) => ({ ...promise, late: time(promise.dueAt) <= nowMillis }))
    .sort((a, b) => time(a.dueAt) - time(b.dueAt) || (a.id < b.id ? -1 : 1));
}

/** Incidents whose snooze ran out between two moments. */
export function awoken({ snoozes }, fromMillis, toMillis) {
  return snoozes.filter(({ until }) => time(until) > fromMillis && time(until) <= toMillis).map((snooze) => snooze.incidentId);
}

/** Handovers that nobody has signed for, the newest first. */
export const waitingHandovers = ({ handovers }) => handovers.filter((handover) => !handover.signedBy);

/**
 * The handover that an officer is to know of: the newest of somebody else that waits for a signature, else their own, which
 * they cannot sign; `more` others wait. Null when none does.
 */
export function announcedHandover(standing, officer) {
  const waiting = waitingHandovers(standing);
  const ofOthers = waiting.filter(({ actor }) => actor !== officer);
  const own = ofOthers.length === 0;
  const [handover, ...more] = own ? waiting : ofOthers;
  return handover ? { handover, own, more: more.length } : null;
}

const replace = (list, key, made) => [...list.filter((one) => one[key] !== made[key]), made];

/** The same with one more or changed, so that an officer sees at once what they did. */
export const withPromise = (standing, note) =>
  note.dueAt ? { ...standing, promises: replace(standing.promises, 'id', note) } : standing;
export const withSnooze = (standing, snooze) => ({
  ...standing,
  snoozes: replace(standing.snoozes, 'incidentId', snooze),
});

/** Whether any incident is put off that was not, or otherwise, or no more. */
export function snoozesDiffer(incidents, before) {
  if (incidents === before) return false;
  for (const [id, incident] of incidents) if (incident.snooze?.at !== before.get(id)?.snooze?.at) return true;
  return false;
}

/** The same, with what the live picture says is put off: it is ahead of what was asked for. */
export function withLive(standing, incidents) {
  const live = [...incidents.values()]
    .filter(({ snooze }) => snooze)
    .map(({ id, snooze }) => ({ incidentId: id, until: snooze.until, reason: snooze.reason, actor: snooze.by, at: snooze.at }));
  const unknown = standing.snoozes.filter(({ incidentId }) => !incidents.has(incidentId));
  return { ...standing, snoozes: [...unknown, ...live] };
}

/** Gives `desk` its shift. `desk.shift.standing` is a subject. */
export function createShift(desk) {
  const standing = createSubject(NOTHING);
  const now = () => desk.clock.now();
  let lookedAt = now();
  let sleeping = new Map();

  const settle = () => (sleeping = runningSnoozes(standing.value, now()));
  standing.follow(settle);

  async function ask() {
    if (document.hidden) return;
    try {
      standing.set(withLive(await desk.api.shift(), desk.store.state.incidents));
    } catch {
      // the link's own state says that the gateway does not answer
    }
  }

  function look() {
    const until = now();
    const woken = awoken(standing.value, lookedAt, until);
    lookedAt = until;
    if (!woken.length) return;
    settle();
    standing.set({ ...standing.value });
    desk.snoozeEnded(woken);
  }

  /** An officer did something: it stands at once, and is in the timeline of the open incident. */
  function took(changed) {
    standing.set(changed);
    desk.incidentPanel?.reload();
  }

  setInterval(ask, ASK_EVERY_MILLIS);
  document.addEventListener('visibilitychange', ask);
  desk.clock.everySecond(look);
  desk.store.subscribe((state, before) => {
    if (snoozesDiffer(state.incidents, before.incidents)) standing.set(withLive(standing.value, state.incidents));
  });
  ask();
  return {
    standing,
    isSnoozed: (incidentId) => sleeping.has(incidentId),
    snoozeOf: (incidentId) => sleeping.get(incidentId) ?? null,
    promisesOf: (incidentId) => openPromises(standing.value, now(), incidentId),
    async note(incidentId, text, dueMinutes) {
      took(withPromise(standing.value, await desk.api.note(incidentId, text, dueMinutes)));
    },
    async keep(noteId) {
      took(withPromise(standing.value, await desk.api.keepPromise(noteId)));
    },
    async snooze(incidentId, minutes, reason) {
      took(withSnooze(standing.value, await desk.api.snoozeIncident(incidentId, minutes, reason)));
    },
    async unsnooze(incidentId) {
      took(withSnooze(standing.value, await desk.api.unsnoozeIncident(incidentId)));
    },
    openHandover: (handoverId = null) => open(handoverId ? `/handover?read=${encodeURIComponent(handoverId)}` : '/handover', '_blank', 'noopener'),
  };
}
