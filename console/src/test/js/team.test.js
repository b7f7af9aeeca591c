import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leavesLines, memberLine, missing, pathLine, pathSteps, secondsBehind } from '../../main/resources/web/js/team.js';
import { sample } from './samples.js';

const answer = sample('candidates');
const district = {
  skillName: (id) => id,
  equipmentName: (id) => `unit ${id}`,
};
const language = {
  code: 'en',
  t: (key, values = {}) => [key, ...Object.values(values)].join(' '),
  units: () => ({ s: 's', min: 'min', h: 'h' }),
};

test('a path is read from the person to the type of incident, in both languages', () => {
  const [path] = answer.candidates[0].paths;

  assert.equal(
    pathLine(path, 'zh'),
    '(陈晓明)-[HAS 4 级，证书至 2027-06-30]->(电梯救援)<-[REQUIRES 1 人，3 级]-(电梯困人)',
  );
  assert.match(pathLine(path, 'en'), /^\(Chen Xiaoming\)-\[HAS level 4, certified until 2027-06-30\]->/);
  assert.deepEqual(
    pathSteps(path, 'en').map((step) => step.kind),
    ['node', 'link', 'node', 'link', 'node'],
  );
});

test('a node without a name shows its id, a link without words its type', () => {
  const path = {
    nodes: [
      { label: 'Incident', id: 'I-1', zh: '', en: '' },
      { label: 'Person', id: 'P-1', zh: '甲', en: 'A' },
    ],
    links: [{ type: 'TO', forward: false, zh: '', en: '' }],
  };

  assert.equal(pathLine(path, 'zh'), '(I-1)<-[TO]-(甲)');
});

test('a member says what for, how soon, how well, with what, and who comes next', () => {
  assert.equal(memberLine(answer.team.members[0], district, language), 'lift-rescue · 4 min · team.backfill Zhou Min 6 min');
  const member = { ...answer.team.members[0], standsIn: true, equipmentId: 'E-1', backfill: undefined };
  assert.equal(memberLine(member, district, language), 'lift-rescue · 4 min · team.standsIn · unit E-1');
});

test('what is missing and what is left thin', () => {
  assert.deepEqual(missing(answer.team, district, language), []);
  const short = { shortfalls: [{ skillId: 'drainage', level: 2, count: 3, covered: 1 }] };
  assert.deepEqual(missing(short, district, language), ['team.missing 2 drainage']);
  assert.deepEqual(leavesLines(answer.leaves, district, language), [
    'team.leaves lift-rescue 2 10 4 5 min 7 min',
  ]);
  assert.match(leavesLines([{ ...answer.leaves[0], leftOnDuty: 0 }], district, language)[0], /^team\.leavesNobody/);
  assert.deepEqual(leavesLines(undefined, district, language), []);
});

test('how old what an answer stands on was is told in whole seconds, and nothing when it is not said', () => {
  const computedAt = '2026-03-01T08:16:10.900Z';
  assert.equal(secondsBehind({ computedAt, projectionAsOf: '2026-03-01T08:15:50Z' }), 20);
  assert.equal(secondsBehind({ computedAt, projectionAsOf: '2026-03-01T08:16:11Z' }), 0);
  assert.equal(secondsBehind({ computedAt }), 0);
});
