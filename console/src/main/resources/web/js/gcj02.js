/**
 * GCJ-02, the datum of maps published in mainland China: WGS-84 shifted by some hundred metres, differently everywhere.
 * Everything inside is WGS-84; only tiles are shifted. The formula is the published approximation on Krasovsky's
 * ellipsoid that all open implementations share; outside of the rectangle around China nothing is shifted.
 */

const SEMI_MAJOR_METERS = 6_378_245;
const ECCENTRICITY_SQUARED = 0.006693421622965943;
const RECTANGLE = { south: 0.8293, north: 55.8271, west: 72.004, east: 137.8347 };
/** A hundred-millionth of a degree is a millimetre. */
const CLOSE_ENOUGH_DEGREES = 1e-8;
const MOST_STEPS = 12;

const rad = Math.PI / 180;
const wave = (x, times) => Math.sin(x * times * Math.PI);

const isShifted = (lat, lon) =>
  lat > RECTANGLE.south && lat < RECTANGLE.north && lon > RECTANGLE.west && lon < RECTANGLE.east;

function shiftNorth(x, y) {
  let shift = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
  shift += ((20 * wave(x, 6) + 20 * wave(x, 2)) * 2) / 3;
  shift += ((20 * wave(y, 1) + 40 * wave(y, 1 / 3)) * 2) / 3;
  return shift + ((160 * wave(y, 1 / 12) + 320 * wave(y, 1 / 30)) * 2) / 3;
}

function shiftEast(x, y) {
  let shift = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
  shift += ((20 * wave(x, 6) + 20 * wave(x, 2)) * 2) / 3;
  shift += ((20 * wave(x, 1) + 40 * wave(x, 1 / 3)) * 2) / 3;
  return shift + ((150 * wave(x, 1 / 12) + 300 * wave(x, 1 / 30)) * 2) / 3;
}

/** Where a WGS-84 point lies on a GCJ-02 map. */
export function toGcj02(lat, lon) {
  if (!isShifted(lat, lon)) return { lat, lon };
  const [x, y] = [lon - 105, lat - 35];
  const bend = 1 - ECCENTRICITY_SQUARED * Math.sin(lat * rad) ** 2;
  const metersPerLat = (SEMI_MAJOR_METERS * (1 - ECCENTRICITY_SQUARED) * rad) / (bend * Math.sqrt(bend));
  const metersPerLon = (SEMI_MAJOR_METERS * Math.cos(lat * rad) * rad) / Math.sqrt(bend);
  return { lat: lat + shiftNorth(x, y) / metersPerLat, lon: lon + shiftEast(x, y) / metersPerLon };
}

/** The WGS-84 point that lies there on a GCJ-02 map, found step by step to within a millimetre. */
export function fromGcj02(lat, lon) {
  let guess = { lat, lon };
  for (let i = 0; i < MOST_STEPS; i++) {
    const there = toGcj02(guess.lat, guess.lon);
    const [north, east] = [lat - there.lat, lon - there.lon];
    guess = { lat: guess.lat + north, lon: guess.lon + east };
    if (Math.abs(north) < CLOSE_ENOUGH_DEGREES && Math.abs(east) < CLOSE_ENOUGH_DEGREES) break;
  }
  return guess;
}
