import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  formatCount,
  formatMeters,
  formatShare,
  formatTravel,
  metersBetween,
  nameIn,
} from '../../main/resources/web/js/format.js';

test('distances', () => {
  assert.equal(formatMeters(41.5), '42 m');
  assert.equal(formatMeters(999), '1.0 km');
  assert.equal(formatMeters(1430), '1.4 km');
  assert.equal(formatMeters(12_400), '12 km');
  assert.equal(formatMeters(null), '–');
});

test('travel times', () => {
  assert.equal(formatTravel(45), '45 s');
  assert.equal(formatTravel(212), '4 min');
  assert.equal(formatTravel(3900), '1 h 05');
  assert.equal(formatTravel(undefined), '–');
});

test('counts', () => {
  assert.equal(formatCount(1234), '1,234');
  assert.equal(formatCount(12_400), '12.4k');
  assert.equal(formatCount(3_100_000), '3.1M');
});

test('shares', () => {
  assert.equal(formatShare(0.86), '86 %');
  assert.equal(formatShare(undefined), '–');
});

test('distance on the globe', () => {
  assert.ok(Math.abs(metersBetween(31.23, 121.47, 31.24, 121.47) - 1112) < 2);
  assert.equal(metersBetween(31, 121, 31, 121), 0);
});

test('a name in the language, or whichever there is', () => {
  const chen = { id: 'P-017', nameZh: '陈晓明', nameEn: 'Chen Xiaoming' };
  assert.equal(nameIn('zh', chen), '陈晓明');
  assert.equal(nameIn('en', chen), 'Chen Xiaoming');
  assert.equal(nameIn('en', { id: 'P-1', nameZh: '陈' }), '陈');
  assert.equal(nameIn('en', { id: 'P-1' }), 'P-1');
  assert.equal(nameIn('en', null), '');
});
