import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fadeStep, FADE_STEPS_MILLIS } from '../../main/resources/web/js/layers/people.js';
import { isAbnormal, wallLook, wallPeople, wallRows } from '../../main/resources/web/js/wall.js';

const NOW = Date.parse('2026-03-01T08:20:00Z');
const inHand = { state: 'DISPATCHED', acknowledgedAt: 'x' };
const incident = (id, grade, more) => ({ id, grade, state: 'REPORTED', openedAt: `2026-03-01T08:1${id.slice(-1)}:00Z`, ...more });

test('colour is for what nobody answered, what is late and what is grave', () => {
  assert.ok(isAbnormal(incident('I-1', 'IV'), NOW));
  assert.ok(isAbnormal(incident('I-1', 'II', inHand), NOW));
  assert.ok(!isAbnormal(incident('I-1', 'III', inHand), NOW));
  const late = { ...inHand, due: { stage: 'ARRIVE', at: '2026-03-01T08:19:00Z' } };
  assert.ok(isAbnormal(incident('I-1', 'III', late), NOW));
  assert.ok(!isAbnormal(incident('I-1', 'I', { state: 'CLOSED' }), NOW));
  assert.ok(!isAbnormal(incident('I-1', 'I'), NOW, () => true));
});

test('what is in hand and on time is drawn without colour', () => {
  assert.equal(wallLook(incident('I-1', 'III', inHand), NOW), 'faded');
  assert.equal(wallLook(incident('I-1', 'III'), NOW), 'ringed');
});

test('the rows that fit, the gravest first, and the rest is told', () => {
  const all = [
    incident('I-3', 'IV'),
    incident('I-1', 'I'),
    incident('I-2', 'II', inHand),
    incident('I-4', 'III', inHand),
    incident('I-5', 'IV', { state: 'CLOSED' }),
  ];
  const { rows, more, calm } = wallRows(all, NOW, 2);
  assert.deepEqual(rows.map(({ id }) => id), ['I-1', 'I-2']);
  assert.deepEqual([more, calm], [1, 1]);
});

test('who is on, free and out', () => {
  const people = [
    { onDuty: true, availability: 'FREE' },
    { onDuty: true, availability: 'ASSIGNED' },
    { onDuty: false, availability: 'ASSIGNED' },
    { onDuty: false, availability: 'FREE' },
  ];
  assert.deepEqual(wallPeople(people), { onDuty: 2, free: 1, bound: 2 });
});

test('a position fades as it grows old', () => {
  assert.equal(fadeStep(0), 0);
  FADE_STEPS_MILLIS.forEach((limit, i) => {
    assert.equal(fadeStep(limit - 1), i);
    assert.equal(fadeStep(limit), i + 1);
  });
  assert.equal(fadeStep(Number.NaN), FADE_STEPS_MILLIS.length);
});
