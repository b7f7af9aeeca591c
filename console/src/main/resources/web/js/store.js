/**
 * The picture as this console knows it. `reduce` is pure: it never changes the state it is given, and a collection that
 * did not change keeps its identity, so that a panel can tell with `!==` whether it has anything to do.
 */

import { compareSeq } from './seq.js';

/** Nothing known yet. */
export const EMPTY = Object.freeze({
  world: null,
  seq: null,
  asOf: null,
  snapshots: 0,
  outOfOrder: 0,
  incidents: new Map(),
  assignments: new Map(),
  people: new Map(),
  alerts: new Map(),
  alertDecisions: new Map(),
  notices: new Map(),
  health: null,
});

const idOf = (entity) => entity.id;

/** What was decided about an alert is joined to it by the alert's id. */
const alertOf = (decision) => decision.alertId;

const byId = (list, keyOf = idOf) => new Map((list ?? []).map((entity) => [keyOf(entity), entity]));

/** An answer to our own request may overtake the socket, or be overtaken by what follows from it. */
const keepsNewerVersion = (known, next) => (known && known.version > next.version ? known : next);

const takesNext = (known, next) => next;

function upsert(map, list, choose, removedIds, keyOf = idOf) {
  if (!list?.length && !removedIds?.length) return map;
  const result = new Map(map);
  for (const entity of list ?? []) result.set(keyOf(entity), choose(result.get(keyOf(entity)), entity));
  for (const id of removedIds ?? []) result.delete(id);
  return result;
}

function snapshot(state, message) {
  return {
    ...state,
    world: message.world,
    seq: message.seq,
    asOf: message.asOf,
    snapshots: state.snapshots + 1,
    incidents: byId(message.incidents),
    assignments: byId(message.assignments),
    people: byId(message.people),
    alerts: byId((message.alerts ?? []).filter((alert) => !alert.clearedAt)),
    alertDecisions: byId(message.alertDecisions, alertOf),
    notices: byId(message.notices),
    health: message.health ?? state.health,
  };
}

function delta(state, message) {
  if (compareSeq(message.seq, state.seq) < 0) return { ...state, outOfOrder: state.outOfOrder + 1 };
  const removed = message.removed ?? {};
  const cleared = (message.alerts ?? []).filter((alert) => alert.clearedAt).map(idOf);
  const goneAlerts = [...(removed.alerts ?? []), ...cleared];
  return {
    ...state,
    seq: message.seq,
    asOf: message.asOf,
    incidents: upsert(state.incidents, message.incidents, keepsNewerVersion, removed.incidents),
    assignments: upsert(state.assignments, message.assignments, keepsNewerVersion, removed.assignments),
    people: upsert(state.people, message.people, takesNext),
    alerts: upsert(state.alerts, message.alerts, keepsNewerVersion, goneAlerts),
    alertDecisions: upsert(state.alertDecisions, message.alertDecisions, keepsNewerVersion, goneAlerts, alertOf),
    notices: upsert(state.notices, message.notices, keepsNewerVersion),
    health: message.health ?? state.health,
  };
}

const steps = {
  snapshot,
  delta,
  heartbeat: (state, message) => ({
    ...state,
    asOf: message.asOf,
    seq: compareSeq(message.seq, state.seq) > 0 ? message.seq : state.seq,
  }),
  /** What was known before the page was loaded again; the first snapshot replaces it. */
  kept: (state, message) => ({
    ...state,
    world: message.world,
    asOf: message.asOf,
    incidents: byId(message.incidents),
    assignments: byId(message.assignments),
    people: byId(message.people),
    notices: byId(message.notices),
  }),
  /** What a request of ours was answered with, ahead of the socket. */
  answer: (state, message) => ({
    ...state,
    incidents: upsert(state.incidents, message.incidents, keepsNewerVersion),
    assignments: upsert(state.assignments, message.assignments, keepsNewerVersion),
    alertDecisions: upsert(state.alertDecisions, message.alertDecisions, keepsNewerVersion, null, alertOf),
    notices: upsert(state.notices, message.notices, keepsNewerVersion),
  }),
};

/** The state after a message; a message of an unknown kind changes nothing. */
export function reduce(state, message) {
  return steps[message.kind]?.(state, message) ?? state;
}

/** Runs a task at the next frame, or soon when the page is hidden and gets no frames. */
export function onNextFrame(task) {
  if (typeof document === 'undefined' || document.hidden) setTimeout(task, 100);
  else requestAnimationFrame(task);
}

/**
 * Holds the state and tells subscribers `(state, previous)` at most once per frame, however many messages came in.
 * `schedule` runs a task at the next frame.
 */
export function createStore(schedule = onNextFrame) {
  const subscribers = new Set();
  let state = EMPTY;
  let told = EMPTY;
  let pending = false;

  const tell = () => {
    pending = false;
    const previous = told;
    told = state;
    for (const subscriber of subscribers) subscriber(state, previous);
  };

  return {
    get state() {
      return state;
    },
    dispatch(message) {
      const next = reduce(state, message);
      if (next === state) return;
      state = next;
      if (pending) return;
      pending = true;
      schedule(tell);
    },
    subscribe(subscriber) {
      subscribers.add(subscriber);
      return () => subscribers.delete(subscriber);
    },
  };
}
