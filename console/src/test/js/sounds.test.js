import assert from 'node:assert/strict';
import { test } from 'node:test';
import { badgeOf } from '../../main/resources/web/js/panels/tab-badge.js';
import { hasGraveWaiting, newsGrade, PAUSE_MILLIS, SoundGate, TUNES } from '../../main/resources/web/js/sounds.js';
import { EMPTY } from '../../main/resources/web/js/store.js';

const NOW = Date.parse('2026-03-01T08:20:00Z');
const incident = (id, grade, more) => ({ id, grade, state: 'REPORTED', ...more });
const state = (more) => ({ ...EMPTY, snapshots: 1, ...more });
const mapOf = (...list) => new Map(list.map((one) => [one.id, one]));

test('every grade has a tune, and no two are the same', () => {
  const tunes = Object.values(TUNES);
  assert.deepEqual(Object.keys(TUNES), ['I', 'II', 'III', 'IV']);
  assert.equal(new Set(tunes.map((tune) => JSON.stringify(tune.map(({ at, hertz }) => [at, hertz])))).size, 4);
  const length = (tune) => Math.max(...tune.map(({ at, seconds }) => at + seconds));
  for (let i = 1; i < tunes.length; i++) assert.ok(length(tunes[i - 1]) > length(tunes[i]));
});

test('the gravest of what came in, went up the ladder or was warned of is heard', () => {
  const known = incident('I-1', 'III');
  const before = state({ incidents: mapOf(known) });
  const told = { ...known, due: { told: 1 } };
  assert.equal(newsGrade(state({ incidents: mapOf(told) }), before, NOW), 'III');
  assert.equal(newsGrade(state({ incidents: mapOf(known, incident('I-2', 'II'), told) }), before, NOW), 'II');
  const alerts = new Map([['W', { id: 'W', level: 'IV' }]]);
  assert.equal(newsGrade(state({ incidents: before.incidents, alerts }), before, NOW), 'IV');
});

test('a snapshot, a change, what is acknowledged and what was put off bring no sound', () => {
  const before = state({ incidents: mapOf(incident('I-1', 'I')) });
  const more = mapOf(incident('I-1', 'I'), incident('I-2', 'I'));
  assert.equal(newsGrade(state({ incidents: more }), EMPTY, NOW), null);
  assert.equal(newsGrade({ ...state({ incidents: more }), snapshots: 2 }, before, NOW), null);
  assert.equal(newsGrade(state({ incidents: mapOf(incident('I-1', 'I', { reportCount: 2 })) }), before, NOW), null);
  const acknowledged = incident('I-2', 'I', { acknowledgedAt: 'x', state: 'OPENED' });
  assert.equal(newsGrade(state({ incidents: mapOf(acknowledged) }), before, NOW), null);
  assert.equal(newsGrade(state({ incidents: more }), before, NOW, ({ id }) => id === 'I-2'), null);
  const alerts = new Map([['W', { id: 'W', level: 'I' }]]);
  const alertDecisions = new Map([['W', { snoozedUntil: '2026-03-01T09:00:00Z' }]]);
  assert.equal(newsGrade(state({ incidents: before.incidents, alerts, alertDecisions }), before, NOW), null);
});

test('a flood sounds once in a while, and what is graver at once', () => {
  const gate = new SoundGate();
  assert.ok(gate.passes('III', 0));
  assert.ok(!gate.passes('III', 100) && !gate.passes('IV', 200));
  assert.ok(gate.passes('I', 300));
  assert.ok(!gate.passes('II', 300 + PAUSE_MILLIS - 1));
  assert.ok(gate.passes('II', 300 + PAUSE_MILLIS));
  assert.ok(!new SoundGate().passes('IV', 0, 'II') && !new SoundGate().passes(null, 0));
  assert.equal(gate.silentFor(300 + PAUSE_MILLIS + 7), 7);
});

test('a grade I waits until it is acknowledged', () => {
  assert.ok(hasGraveWaiting([incident('I-1', 'I')]));
  assert.ok(!hasGraveWaiting([incident('I-1', 'I', { acknowledgedAt: 'x' }), incident('I-2', 'II')]));
  assert.ok(!hasGraveWaiting([incident('I-1', 'I')], () => true));
});

test('the icon counts what nobody has acknowledged and takes the gravest colour', () => {
  assert.deepEqual(badgeOf([]), { count: 0, grade: null });
  const all = [incident('I-1', 'III'), incident('I-2', 'II'), incident('I-3', 'I', { state: 'CLOSED' })];
  assert.deepEqual(badgeOf(all), { count: 2, grade: 'II' });
});
