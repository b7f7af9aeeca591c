import assert from 'node:assert/strict';
import test from 'node:test';
import { absent, signingOff } from '../../main/resources/web/js/absences.js';

const off = (id, until) => [id, { id, availability: 'UNAVAILABLE', absence: { reason: 'ILL', until } }];

test('should list who is signed off, whoever is back soonest first', () => {
  const people = new Map([
    off('P-1', undefined),
    off('P-2', '2026-03-01T12:00:00Z'),
    ['P-3', { id: 'P-3', availability: 'FREE' }],
    off('P-4', '2026-03-01T10:00:00Z'),
  ]);
  assert.deepEqual(
    absent(people).map((person) => person.id),
    ['P-4', 'P-2', 'P-1'],
  );
});

test('should ask for an end only where one is chosen', () => {
  const now = Date.parse('2026-03-01T08:00:00Z');
  assert.deepEqual(signingOff('BREAK', '', '30', now), {
    available: false,
    reason: 'BREAK',
    until: '2026-03-01T08:30:00.000Z',
  });
  assert.deepEqual(signingOff('OTHER', '家事', '', now), { available: false, reason: 'OTHER', note: '家事' });
});
