import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gradeCounts, rosterByDepartment } from '../../main/resources/web/js/roster.js';

const person = (id, organizationId, more) => ({ id, organizationId, onDuty: true, availability: 'FREE', ...more });

test('who is on, by department and skill, the largest first', () => {
  const roster = rosterByDepartment([
    person('P-3', 'fire', { skills: ['a', 'b'] }),
    person('P-1', 'fire', { skills: ['b'], availability: 'ASSIGNED', onDuty: false }),
    person('P-2', 'police', { skills: ['c'], availability: 'UNAVAILABLE' }),
    person('P-4', 'police', { onDuty: false }),
    person('P-5', undefined),
  ]);
  assert.deepEqual(
    roster.map(({ organizationId, people, free, bound }) => [organizationId, people.map(({ id }) => id), free, bound]),
    [
      ['fire', ['P-1', 'P-3'], 1, 1],
      ['', ['P-5'], 1, 0],
      ['police', ['P-2'], 0, 0],
    ],
  );
  assert.deepEqual(roster[0].skills, [['b', 2], ['a', 1]]);
  assert.deepEqual(rosterByDepartment([]), []);
});

test('grades are counted, and an unknown one is none', () => {
  assert.deepEqual(gradeCounts([{ grade: 'I' }, { grade: 'I' }, { grade: 'IV' }, { grade: 'V' }]), { I: 2, II: 0, III: 0, IV: 1 });
});
