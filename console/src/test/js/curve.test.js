import assert from 'node:assert/strict';
import { test } from 'node:test';
import { curveShape, labelledHours, niceCeiling } from '../../main/resources/web/js/curve.js';
import { sample } from './samples.js';

const box = { width: 226, height: 116, left: 26, bottom: 16, above: 0, fewest: 1 };

test('the scale ends at a round number that everything fits under', () => {
  assert.deepEqual([0, 0.4, 1, 3, 9, 14, 21, 50, 51].map(niceCeiling), [1, 1, 1, 5, 10, 20, 50, 50, 100]);
});

test('bars stand on the floor, are as high as their count, and say when they are rare', () => {
  const { bars, top, floor } = curveShape(sample('alert').curve, box);
  assert.equal(top, 10);
  assert.equal(floor, 100);
  assert.deepEqual(
    bars.map((bar) => [bar.height, bar.over]),
    [
      [50, false],
      [90, true],
    ],
  );
  for (const bar of bars) assert.equal(bar.y + bar.height, floor);
  assert.ok(bars[0].x + bars[0].width < bars[1].x);
  assert.ok(bars[1].x + bars[1].width <= box.width);
});

test('what is usual is a line of steps, what is rare a closed band', () => {
  const { expected, band } = curveShape(sample('alert').curve, box);
  assert.equal(expected, 'M26 85 H126 V84 H226');
  assert.equal(band, 'M26 50 H126 V50 H226 V100 H26 Z');
});

test('a single hour is a bar at the right end, not a wall', () => {
  const [bar] = curveShape([{ count: 9, expected: 0.1, upper: 2 }], { ...box, fewest: 10 }).bars;
  assert.ok(bar.width < 20);
  assert.ok(bar.x + bar.width > box.width - 5);
});

test('the band and the line count for the scale too', () => {
  assert.equal(curveShape([{ count: 1, expected: 30, upper: 48 }], box).top, 50);
});

test('no hours, no curve', () => {
  assert.deepEqual(curveShape([], box).bars, []);
  assert.equal(curveShape([], box).band, '');
});

test('the last hour is labelled, and not too many before it', () => {
  assert.deepEqual(labelledHours(24, 8), [2, 5, 8, 11, 14, 17, 20, 23]);
  assert.deepEqual(labelledHours(2, 8), [0, 1]);
  assert.deepEqual(labelledHours(0, 8), []);
});
