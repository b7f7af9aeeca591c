import assert from 'node:assert/strict';
import { test } from 'node:test';
import { metersBetween } from '../../main/resources/web/js/format.js';
import { fromGcj02, toGcj02 } from '../../main/resources/web/js/gcj02.js';

/** Values that the open implementations of the shift publish for their tests. */
const REFERENCE = [
  ['Shanghai', 31.1774276, 121.5272106, 31.17530398364597, 121.531541859215],
  ['Shenzhen', 22.543847, 113.912316, 22.540796131694766, 113.9171764808363],
  ['Beijing', 39.911954, 116.377817, 39.91334545536069, 116.38404722455657],
];

test('the shift is that of the reference values', () => {
  for (const [name, lat, lon, gcjLat, gcjLon] of REFERENCE) {
    const { lat: north, lon: east } = toGcj02(lat, lon);
    assert.ok(Math.abs(north - gcjLat) < 1e-9 && Math.abs(east - gcjLon) < 1e-9, `${name}: ${north} ${east}`);
  }
});

test('there and back is the same point, to the centimetre, everywhere', () => {
  for (let lat = 18.2; lat < 53; lat += 1.37) {
    for (let lon = 73.7; lon < 135; lon += 2.11) {
      const there = toGcj02(lat, lon);
      const back = fromGcj02(there.lat, there.lon);
      assert.ok(metersBetween(lat, lon, back.lat, back.lon) < 0.01, `${lat} ${lon}`);
      const shift = metersBetween(lat, lon, there.lat, there.lon);
      assert.ok(shift > 20 && shift < 1500, `${lat} ${lon}: ${shift}`);
    }
  }
});

test('nothing is shifted far away', () => {
  for (const [lat, lon] of [
    [48.8566, 2.3522],
    [42.36, -71.06],
    [-33.9, 151.2],
  ]) {
    assert.deepEqual(toGcj02(lat, lon), { lat, lon });
    assert.deepEqual(fromGcj02(lat, lon), { lat, lon });
  }
});

test('across a view the shift differs by less than a few metres, so that one shift serves all its tiles', () => {
  const shiftAt = (lat, lon) => {
    const there = toGcj02(lat, lon);
    return [there.lat - lat, there.lon - lon];
  };
  const [north, east] = shiftAt(30.25, 120.15);
  const [north2, east2] = shiftAt(30.26, 120.16);
  assert.ok(metersBetween(30.25 + north, 120.15 + east, 30.25 + north2, 120.15 + east2) < 5);
});
