import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCorrections, PATIENCE_MILLIS, phaseOf } from '../../main/resources/web/js/corrections.js';

const picture = (...incidents) => new Map(incidents.map((incident) => [incident.id, incident]));
const noise = { id: 'I-1', type: 'noise', lat: 31.23, lon: 121.47, placedBy: 'REPORT' };

test('a grade is on its way until it is the officer’s', () => {
  const corrections = createCorrections(() => 0);
  const incident = { ...noise, grade: 'III' };
  corrections.add('I-1', 'grade', { grade: 'III' });
  corrections.settle(picture(incident));
  assert.deepEqual(corrections.wish('I-1', 'grade'), { grade: 'III' }, 'read so by chance, not set');
  corrections.settle(picture({ ...incident, grade: 'II', reportedGrade: 'III' }));
  assert.equal(corrections.of('I-1').length, 1);
  corrections.settle(picture({ ...incident, reportedGrade: 'III' }));
  assert.equal(corrections.of('I-1').length, 0);
});

test('a wish stands until the picture shows it', () => {
  const corrections = createCorrections(() => 0);
  corrections.add('I-1', 'type', { type: 'gas-leak' });
  assert.deepEqual(corrections.wish('I-1', 'type'), { type: 'gas-leak' });
  assert.deepEqual(corrections.settle(picture(noise)), []);
  assert.equal(corrections.of('I-1').length, 1);
  assert.equal(corrections.settle(picture({ ...noise, type: 'gas-leak' })).length, 1);
  assert.equal(corrections.wish('I-1', 'type'), null);
});

test('a place is carried out when an officer is named for it and it is there', () => {
  const corrections = createCorrections(() => 0);
  corrections.add('I-1', 'place', { lat: 31.24, lon: 121.48 });
  corrections.settle(picture({ ...noise, lat: 31.24, lon: 121.48 }));
  assert.equal(corrections.of('I-1').length, 1);
  corrections.settle(picture({ ...noise, lat: 31.24001, lon: 121.48, placedBy: 'OFFICER' }));
  assert.equal(corrections.of('I-1').length, 0);
});

test('a named place is carried out when the incident names it', () => {
  const corrections = createCorrections(() => 0);
  corrections.add('I-1', 'place', { placeId: 'PL-1', lat: 31.24, lon: 121.48 });
  corrections.settle(picture({ ...noise, placedBy: 'OFFICER', placeId: 'PL-2' }));
  assert.equal(corrections.of('I-1').length, 1, 'another place, and not there');
  corrections.settle(picture({ ...noise, placedBy: 'OFFICER', placeId: 'PL-1' }));
  assert.equal(corrections.of('I-1').length, 0);
});

test('a split is carried out when the new incident is there; two may be on their way', () => {
  const corrections = createCorrections(() => 0);
  corrections.add('I-1', 'split', { incidentId: 'I-2', reportIds: ['R-1'] });
  corrections.add('I-1', 'split', { incidentId: 'I-3', reportIds: ['R-2'] });
  assert.equal(corrections.of('I-1').length, 2);
  corrections.settle(picture(noise, { id: 'I-2' }));
  assert.deepEqual(
    corrections.of('I-1').map(({ wish }) => wish.incidentId),
    ['I-3'],
  );
});

test('the last wish of a kind counts, and a refused one goes', () => {
  const corrections = createCorrections(() => 0);
  corrections.add('I-1', 'type', { type: 'fire' });
  const last = corrections.add('I-1', 'type', { type: 'medical' });
  assert.equal(corrections.of('I-1').length, 1);
  corrections.drop(last);
  assert.equal(corrections.wish('I-1', 'type'), null);
});

test('followers hear of each change', () => {
  const corrections = createCorrections(() => 0);
  const heard = [];
  corrections.follow(({ incidentId }) => heard.push(incidentId));
  corrections.drop(corrections.add('I-1', 'type', { type: 'fire' }));
  assert.deepEqual(heard, ['I-1', 'I-1']);
});

test('after a while it is said to be late', () => {
  const correction = { askedAt: 1_000 };
  assert.equal(phaseOf(correction, 1_000 + PATIENCE_MILLIS - 1), 'waiting');
  assert.equal(phaseOf(correction, 1_000 + PATIENCE_MILLIS), 'late');
});
