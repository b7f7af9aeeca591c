import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  arrivals,
  CALM_AT,
  FLOOD_ABOVE,
  groupKey,
  groupRows,
  isFlood,
  isGroupKey,
} from '../../main/resources/web/js/flood.js';

const NOW = Date.parse('2026-03-01T08:20:00Z');
const at = (minutesAgo) => new Date(NOW - minutesAgo * 60_000).toISOString();
const incident = (id, type, area, more) => ({ id, type, area, grade: 'II', state: 'REPORTED', openedAt: at(1), ...more });
const areaOf = ({ area }) => area;

test('new incidents and alerts of the last ten minutes are counted together', () => {
  const incidents = [
    incident('I-1', 'fire', 'A'),
    incident('I-2', 'fire', 'A', { openedAt: at(11) }),
    incident('I-3', 'fire', 'A', { state: 'MERGED' }),
    incident('I-4', 'fire', 'A', { openedAt: 'soon' }),
    incident('I-5', 'fire', 'A', { openedAt: at(-1) }),
  ];
  assert.equal(arrivals(incidents, [{ raisedAt: at(9) }, { raisedAt: at(10) }], NOW), 2);
});

test('a flood begins above ten and is over only when it is calm again', () => {
  assert.equal(isFlood(false, FLOOD_ABOVE), false);
  assert.equal(isFlood(false, FLOOD_ABOVE + 1), true);
  assert.equal(isFlood(true, FLOOD_ABOVE), true);
  assert.equal(isFlood(true, CALM_AT), false);
});

test('what is of one type in one area stands together where its first stood, and one alone stays alone', () => {
  const list = [
    incident('I-1', 'fire', 'A'),
    incident('I-2', 'noise', 'A'),
    incident('I-3', 'fire', 'B'),
    incident('I-4', 'fire', 'A', { state: 'OPENED', acknowledgedAt: at(0) }),
  ];
  const rows = groupRows(list, areaOf, () => false);
  assert.deepEqual(
    rows.map((row) => row.key),
    [groupKey(list[0], areaOf), 'I-2', 'I-3'],
  );
  const [{ group }] = rows;
  assert.equal(group.worst.id, 'I-1');
  assert.equal(group.unacknowledged, 1);
  assert.ok(isGroupKey(rows[0].key) && !isGroupKey('I-2') && !isGroupKey(undefined));
});

test('an open group shows its members, and nothing is ever left out', () => {
  const list = Array.from({ length: 200 }, (_, i) => incident(`I-${i}`, `t${i % 7}`, `A${i % 3}`));
  const closed = groupRows(list, areaOf, () => false);
  assert.equal(
    closed.reduce((n, row) => n + (row.group?.members.length ?? 1), 0),
    list.length,
  );
  const open = groupRows(list, areaOf, () => true);
  assert.deepEqual(new Set(open.flatMap((row) => row.incident?.id ?? [])), new Set(list.map(({ id }) => id)));
  assert.equal(open.filter((row) => row.member).length, list.length);
});
