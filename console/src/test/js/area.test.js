import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  areaText,
  contains,
  parseArea,
  ringOf,
  shapeOf,
  squareKilometers,
  whatIsIn,
} from '../../main/resources/web/js/area.js';
import { metersBetween } from '../../main/resources/web/js/format.js';

const CENTRE = [30.25, 120.15];
const box = shapeOf('rectangle', [
  [30.24, 120.14],
  [30.26, 120.16],
]);
const circle = { kind: 'circle', centre: CENTRE, meters: 500 };
const byId = (...list) => new Map(list.map((one) => [one.id, one]));

test('points make a shape as soon as they are enough', () => {
  assert.equal(shapeOf('polygon', [CENTRE, [30.26, 120.16]]), null);
  assert.equal(shapeOf('circle', [CENTRE, CENTRE]), null);
  assert.equal(shapeOf('rectangle', [CENTRE, [30.25, 120.2]]), null);
  const drawn = shapeOf('circle', [CENTRE, [30.25, 120.16]]);
  assert.ok(Math.abs(drawn.meters - metersBetween(...CENTRE, 30.25, 120.16)) < 1e-6);
  assert.deepEqual(shapeOf('rectangle', [box.ring[2], box.ring[0]]), box);
});

test('what lies in it, and what does not', () => {
  assert.ok(contains(box, 30.25, 120.15) && !contains(box, 30.27, 120.15));
  assert.ok(contains(circle, 30.2535, 120.15) && !contains(circle, 30.2546, 120.15));
  for (const nowhere of [undefined, null, Number.NaN]) assert.ok(!contains(box, nowhere, 120.15));
  for (const [lat, lon] of ringOf(circle)) assert.ok(Math.abs(metersBetween(...CENTRE, lat, lon) - 500) < 1);
});

test('its size', () => {
  assert.ok(Math.abs(squareKilometers(circle) - 0.7854) < 1e-4);
  const sides = metersBetween(30.24, 120.14, 30.26, 120.14) * metersBetween(30.25, 120.14, 30.25, 120.16);
  assert.ok(Math.abs(squareKilometers(box) / (sides / 1e6) - 1) < 0.001);
});

test('who and what is in it', () => {
  const here = { lat: 30.25, lon: 120.15 };
  const away = { lat: 31, lon: 121 };
  const state = {
    incidents: byId(
      { id: 'I-1', grade: 'I', state: 'OPENED', ...here },
      { id: 'I-2', grade: 'I', state: 'CLOSED', ...here },
      { id: 'I-3', grade: 'II', state: 'OPENED', ...away },
      { id: 'I-4', grade: 'II', state: 'OPENED' },
    ),
    people: byId(
      { id: 'P-1', onDuty: true, availability: 'FREE', skills: ['a', 'b'], ...here },
      { id: 'P-2', onDuty: true, availability: 'ASSIGNED', skills: ['a'], ...here },
      { id: 'P-3', onDuty: false, availability: 'FREE', skills: ['a'], ...here },
      { id: 'P-4', onDuty: true, availability: 'FREE', skills: ['b'], ...here },
      { id: 'P-5', onDuty: true, availability: 'FREE', skills: ['b'], ...away },
    ),
    alerts: byId({ id: 'W-1', cellIds: ['C-1'] }, { id: 'W-2', cellIds: ['C-2'] }, { id: 'W-3' }, { id: 'W-4', ...here }),
  };
  const district = {
    cellById: byId({ id: 'C-1', ring: box.ring }, { id: 'C-2', ring: [[1, 1], [1, 2], [2, 2]] }),
    places: [{ id: 'PL-1', kind: 'school', ...here }, { id: 'J', kind: 'junction', ...here }],
  };
  const found = whatIsIn(box, state, district);
  const ids = (list) => list.map(({ id }) => id);
  assert.deepEqual(ids(found.incidents), ['I-1']);
  assert.deepEqual([...found.grades], [['I', 1]]);
  assert.deepEqual(ids(found.people), ['P-1', 'P-2', 'P-4']);
  assert.deepEqual([found.free, found.bound], [2, 1]);
  assert.deepEqual([...found.skills], [['b', 2], ['a', 1]]);
  assert.deepEqual(ids(found.alerts), ['W-1', 'W-4']);
  assert.deepEqual(ids(found.places), ['PL-1']);
});

test('an area survives in the address, and nonsense is none', () => {
  const triangle = shapeOf('polygon', [CENTRE, [30.26, 120.15], [30.25, 120.17]]);
  for (const shape of [box, circle, triangle]) assert.deepEqual(parseArea(areaText(shape)), shape);
  const many = `polygon:${Array.from({ length: 99 }, (_, i) => `30.${i},120`).join(';')}`;
  for (const text of [null, '', 'circle', 'circle:1,2', 'circle:1,2,0', 'circle:91,2,50', 'star:1,2;3,4', 'polygon:1,2;x,3;4,5', many])
    assert.equal(parseArea(text), null, text);
  assert.equal(areaText(null), null);
});
