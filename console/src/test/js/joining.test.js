import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alike, graverStays, joinedTo, joinTargets, survivorOf, totalReports } from '../../main/resources/web/js/joining.js';

const incident = (id, extra = {}) => ({
  id,
  type: 'noise',
  state: 'OPENED',
  reportCount: 1,
  summary: '楼下广场舞声音太大',
  lat: 31.23,
  lon: 121.47,
  openedAt: '2026-03-01T08:00:00Z',
  ...extra,
});
const merged = (id, mergedInto, extra = {}) => incident(id, { state: 'MERGED', mergedInto, ...extra });
const mapOf = (...list) => new Map(list.map((one) => [one.id, one]));

test('of two the graver stays, and of equals the one that was chosen', () => {
  const all = mapOf(incident('A', { grade: 'II' }), incident('B', { grade: 'IV' }), incident('C', { grade: 'IV' }));
  assert.deepEqual(graverStays(all, 'A', 'B'), ['B', 'A']);
  assert.deepEqual(graverStays(all, 'B', 'A'), ['B', 'A']);
  assert.deepEqual(graverStays(all, 'B', 'C'), ['B', 'C']);
  assert.deepEqual(graverStays(all, 'A', 'gone'), ['A', 'gone']);
});

test('the survivor stands for those joined to it, directly or through others', () => {
  const all = mapOf(incident('A', { reportCount: 3 }), merged('B', 'A', { reportCount: 2 }), merged('C', 'B'));
  assert.equal(survivorOf(all, 'C'), 'A');
  assert.equal(survivorOf(all, 'A'), 'A');
  assert.deepEqual(
    joinedTo(all, 'A').map((other) => other.id),
    ['B', 'C'],
  );
  assert.equal(totalReports(all, all.get('A')), 6);
});

test('an undone join counts no more', () => {
  const all = mapOf(incident('A', { reportCount: 3 }), incident('B'));
  assert.deepEqual(joinedTo(all, 'A'), []);
  assert.equal(totalReports(all, all.get('A')), 3);
});

test('a survivor that is not in the picture, or a ring, does no harm', () => {
  assert.equal(survivorOf(mapOf(merged('B', 'gone')), 'B'), 'gone');
  assert.equal(survivorOf(mapOf(merged('B', 'C'), merged('C', 'B')), 'B'), 'B');
  assert.equal(survivorOf(new Map(), 'X'), 'X');
});

test('the near and alike come first; what is over, joined or itself is not offered', () => {
  const one = incident('one');
  const all = mapOf(
    one,
    incident('far', { lat: 31.33 }),
    incident('near', { lat: 31.2302 }),
    incident('near-other', { lat: 31.2302, type: 'gas-leak', summary: 'smell of gas' }),
    incident('nowhere', { lat: undefined, lon: undefined }),
    incident('closed', { state: 'CLOSED' }),
    merged('joined', 'far'),
  );
  const targets = joinTargets(one, all);
  assert.deepEqual(targets.map(({ other }) => other.id).slice(0, 1), ['near']);
  assert.deepEqual(targets.map(({ other }) => other.id).sort(), ['far', 'near', 'near-other', 'nowhere']);
  assert.equal(targets.find(({ other }) => other.id === 'nowhere').meters, null);
  assert.ok(Math.abs(targets[0].meters - 22) < 1);
});

test('likeness of texts: pairs of letters, in any script', () => {
  assert.equal(alike('电梯坏了', '电梯坏了！'), 1);
  assert.ok(alike('楼下广场舞声音太大', '广场舞声音大') > 0.6);
  assert.equal(alike('停电', 'power cut'), 0);
  assert.equal(alike('', undefined), 0);
});
