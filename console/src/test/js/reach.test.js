import assert from 'node:assert/strict';
import test from 'node:test';
import { coverageSummary, NOBODY, reachClass, skillChoices } from '../../main/resources/web/js/reach.js';

test('should put a travel time into its class, and nobody into one of its own', () => {
  assert.deepEqual([0, 240, 241, 480, 1200, 1201].map(reachClass), [0, 0, 1, 1, 3, 4]);
  assert.equal(reachClass(undefined), NOBODY);
  assert.equal(reachClass(null), NOBODY);
});

test('should count the classes and put whoever nobody gets to first', () => {
  const cells = [
    { cellId: 'C-1', seconds: 100 },
    { cellId: 'C-2' },
    { cellId: 'C-3', seconds: 900 },
    { cellId: 'C-4', seconds: 300 },
  ];
  const sum = coverageSummary(cells);
  assert.deepEqual(sum.counts, [1, 1, 0, 1, 0, 1]);
  assert.equal(sum.nobody, 1);
  assert.equal(sum.medianSeconds, 300);
  assert.deepEqual(
    sum.worst.map((cell) => cell.cellId),
    ['C-2', 'C-3', 'C-4', 'C-1'],
  );
});

test('should know no median when nobody gets anywhere', () => {
  assert.equal(coverageSummary([{ cellId: 'C-1' }]).medianSeconds, null);
});

test('should offer the skills that are asked for most first, at the level asked for most', () => {
  const skills = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  const requirements = [
    { skillId: 'b', level: 3 },
    { skillId: 'b', level: 2 },
    { skillId: 'b', level: 3 },
    { skillId: 'c', level: 4 },
  ];
  assert.deepEqual(
    skillChoices(skills, requirements).map(({ id, level }) => [id, level]),
    [
      ['b', 3],
      ['c', 4],
      ['a', 1],
    ],
  );
});
