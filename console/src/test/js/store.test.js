import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStore, EMPTY, reduce } from '../../main/resources/web/js/store.js';
import { sample } from './samples.js';

const snapshot = sample('live-snapshot');
const delta = sample('live-delta');
const heartbeat = sample('live-heartbeat');
const freeze = (state) => {
  for (const name of ['incidents', 'assignments', 'people', 'alerts', 'alertDecisions']) {
    state[name].set = () => assert.fail(`${name} was changed in place`);
    state[name].delete = () => assert.fail(`${name} was changed in place`);
  }
  return Object.freeze(state);
};

test('a snapshot replaces everything', () => {
  const before = reduce(EMPTY, { ...snapshot, incidents: [{ id: 'I-old' }] });
  const state = reduce(before, snapshot);
  assert.deepEqual([...state.incidents.keys()], ['I-VWFAB5VFED']);
  assert.equal(state.people.get('P-017').availability, 'ASSIGNED');
  assert.equal(state.alerts.size, 1);
  assert.equal(state.health.deadLetters, 1);
  assert.equal(state.seq, '1772353000000-0');
  assert.equal(state.snapshots, 2);
});

test('a delta upserts by id and takes away what left', () => {
  const before = freeze(reduce(EMPTY, { ...snapshot, incidents: [...snapshot.incidents, { id: 'I-0000000001' }] }));
  const state = reduce(before, delta);
  assert.equal(state.incidents.get('I-VWFAB5VFED').state, 'HANDLING');
  assert.equal(state.incidents.has('I-0000000001'), false);
  assert.equal(state.assignments.get('A-7K2M9Q4T').state, 'ON_SCENE');
  assert.equal(state.people.get('P-017').lat, 31.2304);
  assert.equal(state.seq, delta.seq);
  assert.equal(state.asOf, delta.asOf);
});

test('collections a delta does not speak of keep their identity', () => {
  const before = reduce(EMPTY, snapshot);
  const state = reduce(before, { kind: 'delta', seq: '1772353000000-1', asOf: delta.asOf, people: delta.people });
  assert.notEqual(state.people, before.people);
  assert.equal(state.incidents, before.incidents);
  assert.equal(state.assignments, before.assignments);
  assert.equal(state.alerts, before.alerts);
  assert.equal(state.health, before.health);
});

test('a delta from before is counted and otherwise ignored; one with the same number counts', () => {
  const before = reduce(EMPTY, { ...snapshot, seq: '200-0' });
  const late = reduce(before, { ...delta, seq: '199-9' });
  assert.equal(late.incidents, before.incidents);
  assert.equal(late.outOfOrder, 1);
  const same = reduce(before, { ...delta, seq: '200-0' });
  assert.equal(same.incidents.get('I-VWFAB5VFED').state, 'HANDLING');
});

test('a heartbeat only makes the picture younger', () => {
  const before = reduce(EMPTY, snapshot);
  const state = reduce(before, heartbeat);
  assert.equal(state.asOf, heartbeat.asOf);
  assert.equal(state.incidents, before.incidents);
});

test('an answer that overtook the socket is not undone by an older delta', () => {
  const answered = { ...delta.assignments[0], version: 5, state: 'DONE' };
  const before = reduce(reduce(EMPTY, snapshot), { kind: 'answer', assignments: [answered] });
  assert.equal(reduce(before, delta).assignments.get('A-7K2M9Q4T').state, 'DONE');
});

test('an answer older than what the socket said is not taken', () => {
  const before = reduce(reduce(EMPTY, snapshot), delta);
  const state = reduce(before, { kind: 'answer', incidents: snapshot.incidents });
  assert.equal(state.incidents.get('I-VWFAB5VFED').state, 'HANDLING');
});

test('an answer does not bring back what an incident waited for before it was given', () => {
  const [known] = snapshot.incidents;
  const waitsForNext = { ...known, version: known.version + 2, due: { ...known.due, stage: 'HANDLE' } };
  const before = reduce(reduce(EMPTY, snapshot), { ...delta, incidents: [waitsForNext] });
  const answered = { ...known, version: known.version + 1 };
  const state = reduce(before, { kind: 'answer', incidents: [answered] });
  assert.equal(state.incidents.get(known.id).due.stage, 'HANDLE');
});

test('an incident that an answer brought on is not set back by a delta from before', () => {
  const [known] = snapshot.incidents;
  const answered = { ...known, version: known.version + 1, acknowledgedBy: '李值班' };
  const before = reduce(reduce(EMPTY, snapshot), { kind: 'answer', incidents: [answered] });
  const state = reduce(before, { ...delta, incidents: [known] });
  assert.equal(state.incidents.get(known.id).acknowledgedBy, '李值班');
});

test('a cleared alert leaves', () => {
  const before = reduce(EMPTY, snapshot);
  const cleared = { ...snapshot.alerts[0], version: 2, clearedAt: delta.asOf };
  assert.equal(reduce(before, { ...delta, alerts: [cleared] }).alerts.size, 0);
});

test('what was decided about alerts is kept by alert, the highest version of it', () => {
  const alertId = 'W-noise-c0304';
  const before = freeze(reduce(EMPTY, snapshot));
  assert.equal(before.alertDecisions.get(alertId).actor, '王值班');
  const ended = { ...snapshot.alertDecisions[0], version: 2, snoozedUntil: null };
  const state = reduce(before, { kind: 'answer', alertDecisions: [ended] });
  assert.equal(state.alertDecisions.get(alertId).version, 2);
  assert.equal(state.alerts, before.alerts);
  const late = reduce(state, { ...delta, alertDecisions: snapshot.alertDecisions });
  assert.equal(late.alertDecisions.get(alertId).version, 2);
  assert.equal(reduce(state, { ...delta, alertDecisions: undefined }).alertDecisions.size, 1);
});

test('what was decided goes with its alert', () => {
  const before = reduce(EMPTY, snapshot);
  const cleared = { ...snapshot.alerts[0], version: 2, clearedAt: delta.asOf };
  assert.equal(reduce(before, { ...delta, alerts: [cleared] }).alertDecisions.size, 0);
});

test('a delta without decisions keeps them as they are', () => {
  const before = reduce(EMPTY, snapshot);
  assert.equal(
    reduce(before, { kind: 'delta', seq: delta.seq, asOf: delta.asOf }).alertDecisions,
    before.alertDecisions,
  );
});

test('an unknown kind changes nothing', () => {
  assert.equal(reduce(EMPTY, { kind: 'poem' }), EMPTY);
});

test('subscribers are told once per frame with what they were told before', () => {
  const frames = [];
  const store = createStore((task) => frames.push(task));
  const told = [];
  store.subscribe((state, before) => told.push([state, before]));
  store.dispatch(snapshot);
  store.dispatch(delta);
  store.dispatch(heartbeat);
  assert.equal(frames.length, 1);
  frames[0]();
  assert.equal(told.length, 1);
  assert.equal(told[0][1], EMPTY);
  assert.equal(told[0][0].asOf, heartbeat.asOf);
  store.dispatch({ ...heartbeat, asOf: '2026-03-01T08:23:00Z' });
  assert.equal(frames.length, 2);
});
