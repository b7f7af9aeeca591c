import assert from 'node:assert/strict';
import test from 'node:test';
import { countNotAvailable, equipmentRows, takenFor, withStatus } from '../../main/resources/web/js/equipment.js';

const UNITS = [
  { id: 'E-1', nameZh: '云梯车', nameEn: 'Ladder truck', kind: 'ladder-truck', state: 'AVAILABLE', placeId: 'PL-1', lat: 1, lon: 1 },
  { id: 'E-2', nameZh: '水罐车', nameEn: 'Water tender', kind: 'fire-engine', state: 'IN_USE', assignmentId: 'A-1', lat: 2, lon: 2 },
  { id: 'E-3', nameZh: '抢险车', nameEn: 'Rescue truck', kind: 'rescue', state: 'BROKEN', placeId: 'PL-1', lat: 1, lon: 1 },
];
const PLACES = [{ id: 'PL-1', lat: 1, lon: 1 }];

test('should list first what one has to know: broken, at work, then the others', () => {
  assert.deepEqual(
    equipmentRows(UNITS, '', 'en').map(({ id }) => id),
    ['E-3', 'E-2', 'E-1'],
  );
});

test('should find a unit by its name in either language, its kind or its id', () => {
  for (const [query, id] of [['云梯', 'E-1'], ['water', 'E-2'], ['RESCUE', 'E-3'], ['e-1', 'E-1']])
    assert.deepEqual(
      equipmentRows(UNITS, query, 'zh').map((unit) => unit.id),
      [id],
    );
});

test('should count what nobody could take along, and tell what an assignment took', () => {
  assert.equal(countNotAvailable(UNITS), 2);
  assert.deepEqual(
    takenFor(UNITS, 'A-1').map(({ id }) => id),
    ['E-2'],
  );
  assert.deepEqual(takenFor(UNITS, 'A-9'), []);
});

test('should take over what an answer says of one unit, and forget what it no longer says', () => {
  const [, back] = withStatus(UNITS, { equipmentId: 'E-2', state: 'AVAILABLE', placeId: 'PL-1', by: '王值班' }, PLACES);
  assert.equal(back.state, 'AVAILABLE');
  assert.equal(back.assignmentId, undefined);
  assert.deepEqual([back.lat, back.lon, back.placeId], [1, 1, 'PL-1']);
});
