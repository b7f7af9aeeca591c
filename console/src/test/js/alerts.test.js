import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  alertList,
  byNeed,
  cellsOf,
  isAreaWide,
  isSnoozed,
  snoozeProblem,
  timesUsual,
} from '../../main/resources/web/js/alerts.js';
import { sample } from './samples.js';

const noise = sample('alert');
const decision = sample('alert-decision');
const before = Date.parse('2026-03-01T09:59:59Z');
const after = Date.parse('2026-03-01T10:00:00Z');
const alert = (id, level, probability, minute = 0) => ({
  id,
  level,
  probability,
  raisedAt: `2026-03-01T08:${String(minute).padStart(2, '0')}:00Z`,
});

test('the level counts most, then how likely, then how new', () => {
  const all = [
    alert('blue', 'IV', 0.9),
    alert('red', 'I', 0.2),
    alert('yellow-old', 'III', 0.5, 1),
    alert('yellow-new', 'III', 0.5, 9),
    alert('yellow-sure', 'III', 0.8),
  ];
  assert.deepEqual(
    all.sort(byNeed).map((a) => a.id),
    ['red', 'yellow-sure', 'yellow-new', 'yellow-old', 'blue'],
  );
});

test('a snoozed alert goes below those that speak, is counted, and is never left out', () => {
  const quiet = alert('W-noise-c0304', 'I', 0.9);
  const loud = alert('loud', 'IV', 0.1);
  const decisions = new Map([[decision.alertId, decision]]);
  const during = alertList([quiet, loud], decisions, before);
  assert.deepEqual([during.list.map((a) => a.id), during.snoozed], [['loud', 'W-noise-c0304'], 1]);
  const later = alertList([quiet, loud], decisions, after);
  assert.deepEqual([later.list.map((a) => a.id), later.snoozed], [['W-noise-c0304', 'loud'], 0]);
});

test('a snooze ends by itself, and one that was taken back does not count', () => {
  assert.equal(isSnoozed(decision, before), true);
  assert.equal(isSnoozed(decision, after), false);
  assert.equal(isSnoozed({ ...decision, snoozedUntil: null }, before), false);
  assert.equal(isSnoozed(undefined, before), false);
});

test('where an alert is', () => {
  assert.deepEqual(cellsOf(noise), ['C-03-04']);
  assert.deepEqual(cellsOf({ cellId: 'C-1' }), ['C-1']);
  assert.equal(isAreaWide(noise), false);
  assert.equal(isAreaWide({ alertKind: 'AREA', cellIds: [] }), true);
});

test('a ratio is said only where something is usual', () => {
  assert.ok(Math.abs(timesUsual(noise) - 14 / 3.1) < 1e-9);
  assert.equal(timesUsual({ count: 7, expected: 0.05 }), null);
});

test('a snooze needs a reason and an end', () => {
  assert.equal(snoozeProblem(30, 'night repairs'), null);
  assert.equal(snoozeProblem(30, '  '), 'reason');
  assert.equal(snoozeProblem(0, 'x'), 'minutes');
  assert.equal(snoozeProblem(1441, 'x'), 'minutes');
});
