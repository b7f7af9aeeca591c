import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  attentionList,
  countOpen,
  countPassing,
  holdOrder,
  matches,
  newestKey,
  sortedBy,
  waitingKey,
} from '../../main/resources/web/js/attention.js';

const incident = (id, grade, minute, extra = {}) => ({
  id,
  grade,
  state: 'REPORTED',
  openedAt: `2026-03-01T08:${String(minute).padStart(2, '0')}:00Z`,
  updatedAt: '2026-03-01T09:00:00Z',
  ...extra,
});
const seen = { state: 'OPENED', acknowledgedAt: '2026-03-01T08:30:00Z', acknowledgedBy: '王值班' };
const here = { lat: 31.23, lon: 121.47 };
const all = [
  incident('I-blue', 'IV', 1),
  incident('I-red-seen', 'I', 1, seen),
  incident('I-red-late', 'I', 9),
  incident('I-red-early', 'I', 3),
  incident('I-orange', 'II', 0),
  incident('I-closed', 'I', 0, { state: 'CLOSED' }),
];
const list = (options) =>
  attentionList(all, { officer: '王值班', order: 'waiting', textOf: (i) => i.id, ...options }).map((i) => i.id);

test('severity, then unacknowledged, then who has waited longest', () => {
  assert.deepEqual(list({ filter: 'open' }), ['I-red-early', 'I-red-late', 'I-red-seen', 'I-orange', 'I-blue']);
});

test('the newest first within a grade when asked so', () => {
  assert.deepEqual(list({ filter: 'open', order: 'newest' }).slice(0, 3), ['I-red-late', 'I-red-early', 'I-red-seen']);
});

test('filters', () => {
  assert.equal(list({ filter: 'unacknowledged' }).includes('I-red-seen'), false);
  assert.deepEqual(list({ filter: 'progress' }), ['I-red-seen']);
  assert.deepEqual(list({ filter: 'mine' }), ['I-red-seen']);
  assert.deepEqual(list({ filter: 'mine', officer: '李值班' }), []);
  assert.deepEqual(list({ filter: 'closed' }), ['I-closed']);
});

test('those without a place are found, as long as they are open', () => {
  const some = [
    incident('I-placed', 'I', 1, here),
    incident('I-nowhere', 'I', 2),
    incident('I-over', 'I', 3, { state: 'CLOSED' }),
  ];
  const options = { filter: 'unlocated', order: 'waiting', textOf: (i) => i.id };
  assert.deepEqual(
    attentionList(some, options).map((i) => i.id),
    ['I-nowhere'],
  );
});

test('what is joined to another is in no list', () => {
  const some = [incident('I-joined', 'I', 1, { state: 'MERGED', mergedInto: 'I-red-seen' })];
  for (const filter of ['open', 'unacknowledged', 'progress', 'mine', 'unlocated', 'closed']) {
    assert.deepEqual(attentionList(some, { filter, order: 'waiting', textOf: (i) => i.id }), [], filter);
  }
});

test('every word of a search must be there', () => {
  assert.deepEqual(list({ filter: 'open', query: 'RED early' }), ['I-red-early']);
  assert.ok(matches('锦绣家园 电梯困人', '电梯 锦绣'));
  assert.equal(matches('锦绣家园', '电梯'), false);
});

test('both orders are total, so that the list does not flicker', () => {
  const twins = [incident('I-b', 'II', 5), incident('I-a', 'II', 5)];
  for (const keyOf of [waitingKey, newestKey]) {
    for (const list of [twins, [...twins].reverse()]) {
      assert.deepEqual(
        sortedBy(list, keyOf).map((i) => i.id),
        ['I-a', 'I-b'],
      );
    }
  }
});

test('an unknown grade comes last and an unreadable time does no harm', () => {
  const odd = incident('I-odd', 'V', 1, { openedAt: 'soon' });
  assert.equal(sortedBy([odd, ...all], waitingKey).at(-1).id, 'I-odd');
});

test('what each filter lets through, counted', () => {
  const isSnoozed = (i) => i.id === 'I-blue';
  assert.deepEqual(countPassing(all, '王值班', isSnoozed), {
    open: 5,
    unacknowledged: 4,
    progress: 1,
    mine: 1,
    unlocated: 5,
    snoozed: 1,
    closed: 1,
  });
});

test('counts of what is open', () => {
  assert.deepEqual(countOpen(all), { I: 3, II: 1, III: 0, IV: 1, open: 5, unacknowledged: 4 });
});

test('a list that is held keeps its order and counts what waits', () => {
  assert.deepEqual(holdOrder(['a', 'b'], ['c', 'b', 'a', 'd'], true), { ids: ['a', 'b'], waiting: 2 });
  assert.deepEqual(holdOrder(['a', 'b'], ['c', 'b'], false), { ids: ['c', 'b'], waiting: 0 });
});

test('2,000 incidents are sorted well within a frame', () => {
  const many = Array.from({ length: 2000 }, (_, i) => incident(`I-${i}`, ['I', 'II', 'III', 'IV'][i % 4], i % 60));
  const options = { filter: 'open', order: 'waiting', textOf: (i) => i.id };
  attentionList(many, options);
  const began = performance.now();
  attentionList(many, options);
  assert.ok(performance.now() - began < 100);
});
