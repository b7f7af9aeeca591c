import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DICTIONARIES } from '../../main/resources/web/js/i18n/language.js';
import {
  announcedHandover,
  awoken,
  DUE_CHOICES,
  NOTHING,
  openPromises,
  runningSnoozes,
  SNOOZE_CHOICES,
  withPromise,
  withSnooze,
} from '../../main/resources/web/js/shift.js';

const NOW = Date.parse('2026-03-01T08:20:00Z');
const at = (minutes) => new Date(NOW + minutes * 60_000).toISOString();
const standing = {
  promises: [
    { id: 'N-2', incidentId: 'I-1', dueAt: at(20) },
    { id: 'N-1', incidentId: 'I-1', dueAt: at(-1) },
    { id: 'N-3', incidentId: 'I-2', dueAt: at(5), doneAt: at(0) },
  ],
  snoozes: [
    { incidentId: 'I-1', until: at(30) },
    { incidentId: 'I-2', until: at(-1) },
    { incidentId: 'I-3' },
  ],
  handovers: [],
};

test('a snooze runs until its time and ends by itself', () => {
  assert.deepEqual([...runningSnoozes(standing, NOW).keys()], ['I-1']);
  assert.deepEqual(awoken(standing, NOW - 120_000, NOW), ['I-2']);
  assert.deepEqual(awoken(standing, NOW, NOW + 60_000), []);
  assert.deepEqual([...runningSnoozes(standing, NOW + 30 * 60_000).keys()], []);
});

test('promises not kept come by their time, late ones marked', () => {
  assert.deepEqual(
    openPromises(standing, NOW).map(({ id, late }) => [id, late]),
    [
      ['N-1', true],
      ['N-2', false],
    ],
  );
  assert.deepEqual(openPromises(standing, NOW, 'I-2'), []);
});

test('the newest handover that somebody else gave and nobody signed for is announced until it is signed', () => {
  const handed = (id, actor, signedBy) => ({ id, actor, signedBy });
  const told = (...handovers) => announcedHandover({ handovers }, '王');
  assert.deepEqual(told(handed('H-3', '李', '王'), handed('H-2', '李'), handed('H-1', '赵')), { handover: handed('H-2', '李'), own: false, more: 1 });
  assert.deepEqual(told(handed('H-3', '王'), handed('H-2', '李')), { handover: handed('H-2', '李'), own: false, more: 0 });
  assert.deepEqual(told(handed('H-3', '王')), { handover: handed('H-3', '王'), own: true, more: 0 });
  assert.equal(told(handed('H-3', '李', '王')), null);
  assert.equal(announcedHandover(NOTHING, '王'), null);
});

test('what an officer just did is shown at once, and only once', () => {
  const kept = withPromise(standing, { id: 'N-1', incidentId: 'I-1', dueAt: at(-1), doneAt: at(0) });
  assert.deepEqual(
    openPromises(kept, NOW).map(({ id }) => id),
    ['N-2'],
  );
  assert.equal(withPromise(standing, { id: 'N-9', incidentId: 'I-1' }), standing);
  const again = withSnooze(standing, { incidentId: 'I-1' });
  assert.equal(again.snoozes.length, 3);
  assert.equal(runningSnoozes(again, NOW).size, 0);
});

test('every choice has its words', () => {
  for (const minutes of [...SNOOZE_CHOICES, ...DUE_CHOICES])
    for (const words of Object.values(DICTIONARIES)) assert.ok(words[`minutes.${minutes}`]);
});
