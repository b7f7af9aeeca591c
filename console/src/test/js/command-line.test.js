import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boundAssignment, commandsFor, COMMANDS, completions, readCommand } from '../../main/resources/web/js/command-line.js';
import { DICTIONARIES } from '../../main/resources/web/js/i18n/language.js';

const byId = (list) => new Map(list.map((one) => [one.id, one]));
const person = (id, nameZh, nameEn, more) => ({ id, nameZh, nameEn, onDuty: true, availability: 'FREE', lat: 1, lon: 2, ...more });
const incident = (id, grade, more) => ({ id, grade, type: 'fire', state: 'OPENED', openedAt: id, lat: 3, lon: 4, ...more });

const context = {
  language: 'zh',
  may: () => true,
  addressOf: ({ address }) => address ?? '',
  selectedId: 'I-1042',
  typeName: (type) => ({ fire: '火灾' })[type],
  gradeName: (grade) => `${grade} 级`,
  incidents: byId([incident('I-1042', 'II'), incident('I-1043', 'I'), incident('I-2001', 'IV', { state: 'CLOSED' })]),
  people: byId([
    person('P-1', '张三', 'Zhang San'),
    person('P-2', '张三丰', 'Zhang Sanfeng', { availability: 'ASSIGNED', assignmentId: 'A-1' }),
    person('P-3', '李四', 'Li Si', { onDuty: false }),
    person('P-4', '李四', 'Li Si'),
  ]),
  assignments: byId([{ id: 'A-1', personId: 'P-2', incidentId: 'I-1043', state: 'EN_ROUTE' }]),
  places: [
    { id: 'PL-1', kind: 'metro', nameZh: '望江路站', nameEn: 'Wangjiang Road', lat: 5, lon: 6, aliases: ['望江'] },
    { id: 'PL-2', kind: 'school', nameZh: '望江小学', nameEn: 'Wangjiang School', lat: 7, lon: 8 },
    { id: 'J-1', kind: 'junction', nameZh: '望江路口', lat: 9, lon: 9 },
  ],
};
const read = (line, more) => readCommand(line, { ...context, ...more });

test('a person is sent by name or id to the incident named or open', () => {
  for (const line of ['D.张三.I-1042', 'd.P-1.1042', 'D。张三。i-1042', 'D.zhang san', 'D.张三.']) {
    const { letter, person: who, incident: where } = read(line);
    assert.deepEqual([letter, who.id, where.id], ['D', 'P-1', 'I-1042'], line);
  }
  assert.equal(read('D.张三', { selectedId: null }).problem, 'needs-incident');
});

test('a beginning is enough while only one begins so', () => {
  assert.equal(read('A.1043').incident.id, 'I-1043');
  assert.deepEqual(read('A.104'), { problem: 'several', values: { word: '104', n: 2 } });
  assert.equal(read('D.张三丰.1042').person.id, 'P-2');
  assert.deepEqual(read('D.李四'), { problem: 'several', values: { word: '李四', n: 2 } });
  assert.deepEqual(read('D.赵六').problem, 'no-person');
  assert.equal(read('A.I-9').problem, 'no-incident');
});

test('words keep their points, and the open incident need not be named', () => {
  assert.equal(read('N.已到场。无人受伤. 继续').text, '已到场。无人受伤. 继续');
  assert.equal(read('N.已到场').incident.id, 'I-1042');
  const note = read('N.I-1043.门牌 3.2 号');
  assert.deepEqual([note.incident.id, note.text], ['I-1043', '门牌 3.2 号']);
  const snooze = read('Z.30.夜间抢修');
  assert.deepEqual([snooze.incident.id, snooze.minutes, snooze.text], ['I-1042', 30, '夜间抢修']);
  assert.deepEqual([read('Z.I-1043.120.x').incident.id, read('Z..5.x').minutes], ['I-1043', 5]);
});

test('a grade is set by its numeral or its number', () => {
  for (const line of ['U.II', 'u.2', 'U.I-1042.ii', 'U..2']) {
    const { letter, incident: where, grade } = read(line);
    assert.deepEqual([letter, where?.id, grade], ['U', 'I-1042', 'II'], line);
  }
  assert.equal(read('U.1043.1').incident.id, 'I-1043');
  for (const word of ['V', '5', '0']) assert.deepEqual(read(`U.${word}`), { problem: 'grade', values: { word } });
  assert.equal(read('U').problem, 'needs-grade');
  assert.deepEqual(
    completions('U.I-1042.I', context).map(({ line, text }) => [line, text]),
    ['I', 'II', 'III', 'IV'].map((grade) => [`U.I-1042.${grade}`, `${grade} 级`]),
  );
});

test('what is missing, wrong or too much is said', () => {
  assert.equal(read('').problem, 'no-command');
  assert.deepEqual(read('X.1'), { problem: 'no-command', values: { word: 'X', letters: 'D A R N Z U C F G T H' } });
  assert.equal(read('D').problem, 'needs-person');
  assert.equal(read('Z.I-1042').problem, 'needs-minutes');
  assert.equal(read('Z.I-1042.0.x').problem, 'minutes');
  assert.equal(read('Z.I-1042.1441.x').problem, 'minutes');
  assert.equal(read('Z.I-1042.30').problem, 'needs-text');
  assert.equal(read('N.I-1042').problem, 'needs-text');
  assert.deepEqual(read('A.I-1042.x'), { problem: 'too-much', values: { word: 'x' } });
  assert.equal(read('F').text, undefined);
  assert.equal(read('C').incident.id, 'I-1042');
});

test('one can go to a place, an incident or a person', () => {
  assert.deepEqual(read('G.望江路站').place, { kind: 'place', lat: 5, lon: 6, name: '望江路站' });
  assert.equal(read('G.I-1043').place.id, 'I-1043');
  assert.equal(read('G.张三').place.id, 'P-1');
  assert.equal(read('G.望江').problem, 'several');
  assert.equal(read('G.天涯').problem, 'no-place');
});

test('a letter, then whom, then where is offered', () => {
  assert.deepEqual(
    completions('', context).map(({ id }) => id),
    Object.keys(COMMANDS),
  );
  const people = completions('D.张', context);
  assert.deepEqual(
    people.map(({ line }) => line),
    ['D.P-1.', 'D.P-2.'],
  );
  assert.deepEqual(
    completions('D.P-1.', context).map(({ line }) => line),
    ['D.P-1.I-1043', 'D.P-1.I-1042'],
  );
  assert.equal(completions('A.火', context).length, 2);
  assert.deepEqual(
    completions('R.', context).map(({ id }) => id),
    ['P-2'],
  );
  assert.deepEqual(
    completions('G.望江', context).map(({ line }) => line),
    ['G.望江路站', 'G.望江小学'],
  );
  assert.deepEqual(completions('N.I-1042.h', context), []);
});

test('a recall finds the running assignment', () => {
  assert.equal(boundAssignment(context.people.get('P-2'), context.assignments).id, 'A-1');
  assert.equal(boundAssignment(context.people.get('P-1'), context.assignments), null);
});

test('every command and every refusal has its words in both languages', () => {
  const problems = ['no-command', 'not-yours', 'no-person', 'no-incident', 'no-place', 'several', 'minutes', 'too-much', 'not-bound'];
  const needs = ['person', 'incident', 'place', 'minutes', 'text'].map((slot) => `needs-${slot}`);
  const keys = [...problems, ...needs].map((problem) => `command.problem.${problem}`);
  for (const key of [...keys, ...Object.keys(COMMANDS).map((letter) => `command.${letter}`)])
    for (const words of Object.values(DICTIONARIES)) assert.ok(words[key], key);
});

test('a command that is not theirs is not offered, and says whose it is when it is typed', () => {
  const may = (operation) => ['noteIncident', 'draftHandover'].includes(operation);
  assert.deepEqual(commandsFor(may), ['N', 'F', 'G', 'T', 'H']);
  assert.deepEqual(completions('', { ...context, may }).map(({ text }) => text), ['N', 'F', 'G', 'T', 'H']);
  assert.deepEqual(completions('D.张', { ...context, may }), []);
  assert.deepEqual(read('D.张三', { may }), { problem: 'not-yours', values: { word: 'D', operation: 'assignPerson' } });
  assert.deepEqual(read('X', { may }), { problem: 'no-command', values: { word: 'X', letters: 'N F G T H' } });
  assert.equal(read('N.已回电', { may }).text, '已回电');
});
