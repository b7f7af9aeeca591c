import assert from 'node:assert/strict';
import test from 'node:test';
import { closureRows, nearestRoad, roadChoices } from '../../main/resources/web/js/roads.js';

const road = (id, nameZh, ax, ay, bx, by) => ({ id, nameZh, nameEn: '', a: { x: ax, y: ay }, b: { x: bx, y: by } });
const ROADS = [
  road('S-1', '通江路', 0, 0, 10, 0),
  road('S-2', '通江路', 10, 0, 20, 0),
  road('S-3', '望潮街', 10, 0, 10, 10),
];

test('should find the segment nearest to a point, its ends included', () => {
  assert.equal(nearestRoad(ROADS, { x: 4, y: 1 }).id, 'S-1');
  assert.equal(nearestRoad(ROADS, { x: 30, y: 3 }).id, 'S-2');
  assert.equal(nearestRoad(ROADS, { x: 11, y: 6 }).id, 'S-3');
  assert.equal(nearestRoad([], { x: 0, y: 0 }), null);
});

test('should offer a road with all its segments, and nothing before a word is given', () => {
  assert.deepEqual(roadChoices(ROADS, '', 'zh'), []);
  const [found] = roadChoices(ROADS, '通江', 'zh');
  assert.equal(found.text, '通江路');
  assert.deepEqual(
    found.roads.map((one) => one.id),
    ['S-1', 'S-2'],
  );
});

test('should gather what was closed together, the newest first, and bear a road that is not in the district', () => {
  const byId = new Map(ROADS.map((one) => [one.id, one]));
  const closed = (roadId, since, reason = '塌陷') => ({ roadId, since, reason, by: '王值班' });
  const rows = closureRows(
    [
      closed('S-1', '2026-03-01T08:00:00Z'),
      closed('S-2', '2026-03-01T08:00:00Z'),
      closed('S-3', '2026-03-01T09:00:00Z', '施工'),
      closed('S-gone', '2026-03-01T07:00:00Z'),
    ],
    byId,
  );
  assert.deepEqual(
    rows.map((row) => row.roadIds),
    [['S-3'], ['S-1', 'S-2'], ['S-gone']],
  );
  assert.equal(rows[2].road, null);
});
