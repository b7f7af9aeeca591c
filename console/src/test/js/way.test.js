import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLanguage } from '../../main/resources/web/js/i18n/language.js';
import { directions, isDue, progressOn, restOfLine } from '../../main/resources/web/js/way.js';

const METERS = 1 / 111_195;
const at = (east, north) => ({ lat: north * METERS, lon: east * METERS });

/** 400 m east, then 300 m north, then right again 200 m east; it begins and ends beside the roads. */
const way = {
  seconds: 90,
  meters: 900,
  points: [at(0, 0), at(0, 0), at(200, 0), at(400, 0), at(400, 300), at(600, 300), at(600, 300)],
  stretches: [
    { nameZh: '通江路', nameEn: 'Tongjiang Road', meters: 400, headingDegrees: 90, turnDegrees: 0, firstPoint: 1 },
    { nameZh: '望江路', nameEn: 'Wangjiang Road', meters: 300, headingDegrees: 0, turnDegrees: -90, firstPoint: 3 },
    { nameZh: '', nameEn: '', meters: 200, headingDegrees: 90, turnDegrees: 90, firstPoint: 4 },
  ],
};
const said = (progress, language) => directions(way, progress, language).map((text) => text.replace('\u00a0', ' '));
const incident = { id: 'I-1', ...at(600, 300) };

test('what is left of the way is told from where one is', () => {
  const start = progressOn(way, at(0, 0));
  assert.equal(Math.round(start.left), 900);
  assert.equal(Math.round(start.seconds), 90);
  const later = progressOn(way, at(410, 100));
  assert.equal(Math.round(later.left), 400);
  assert.equal(Math.round(later.seconds), 40);
  assert.equal(Math.round(later.beside), 10);
  assert.equal(Math.round(progressOn(way, at(600, 300)).left), 0);
});

test('the line that is left begins beside where one is', () => {
  const line = restOfLine(way, progressOn(way, at(410, 100)));
  assert.equal(line.length, 4);
  assert.ok(Math.abs(line[0].lon - 400 * METERS) < 1e-9);
  assert.ok(Math.abs(line[0].lat - 100 * METERS) < 1e-7);
});

test('what to do next is said with the streets, in both languages', () => {
  const zh = createLanguage('zh');
  assert.deepEqual(said(progressOn(way, at(100, 0)), zh), [
    '沿通江路向东行驶 300 m',
    '左转进入望江路，行驶 300 m',
    '右转进入无名道路，行驶 200 m',
  ]);
  const en = createLanguage('en');
  assert.deepEqual(said(progressOn(way, at(410, 100)), en), [
    'Go north on Wangjiang Road for 200 m',
    'Turn right into an unnamed road, 200 m',
  ]);
});

test('it is asked for again when one has left it, when roads may have changed, and when one is sent elsewhere', () => {
  const asked = { assignmentId: 'A-1', lat: incident.lat, lon: incident.lon, atMillis: 1_000_000 };
  const ask = (change) => isDue({ assignmentId: 'A-1', incident, me: at(100, 20), asked, answer: { way }, nowMillis: 1_010_000, ...change });
  assert.equal(ask({}), false);
  assert.equal(ask({ me: at(100, 200) }), true);
  assert.equal(ask({ me: at(100, 200), nowMillis: 1_002_000 }), false);
  assert.equal(ask({ nowMillis: 1_030_000 }), true);
  assert.equal(ask({ assignmentId: 'A-2' }), true);
  assert.equal(ask({ incident: { ...incident, ...at(0, 300) } }), true);
  assert.equal(ask({ asked: null, answer: null }), true);
  assert.equal(ask({ answer: null }), true);
  assert.equal(ask({ answer: null, nowMillis: 1_002_000 }), false);
});
