import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvFile } from '../../main/resources/web/js/csv.js';
import { DICTIONARIES } from '../../main/resources/web/js/i18n/language.js';
import {
  cellText,
  columnsOf,
  FIRST_ORDER,
  rowsOf,
  tableFile,
  tableRows,
  TABLES,
} from '../../main/resources/web/js/tables.js';

const words = {
  code: 'zh',
  comma: '、',
  t: (key) => key,
  time: (instant) => instant ?? '',
  type: (type) => ({ fire: '火灾', noise: '噪声扰民' })[type],
  state: (row) => row.state,
  cell: (id) => id ?? '',
  where: (row) => row.address || row.cellId,
  organization: (id) => id,
  skill: (id) => id,
  person: (row) => row.availability,
  alert: (row) => row.topic,
  alertPlace: (row) => row.cellId,
  alertState: () => 'speaking',
};
const incident = (id, grade, type, more) => ({ id, grade, type, state: 'OPENED', lat: 1, lon: -2.5, ...more });
const byId = (...list) => new Map(list.map((one) => [one.id, one]));
const state = {
  incidents: byId(
    incident('I-10', 'III', 'noise', { summary: '=cmd', reportCount: 12 }),
    incident('I-9', 'I', 'fire', { openedAt: '2026-03-01T08:00:00Z', reportCount: 3 }),
    incident('I-2', 'III', 'fire'),
    incident('I-3', 'II', 'fire', { state: 'CLOSED' }),
    incident('I-4', 'II', 'fire', { state: 'MERGED' }),
  ),
  people: byId({ id: 'P-1', nameZh: '王伟', nameEn: 'Wang Wei', skills: ['a', 'b'], availability: 'FREE', accuracyMeters: 12.4 }),
  alerts: byId({ id: 'W-1', level: 'II', topic: 'noise', probability: 0.71, reasonZh: '多', reasonEn: 'many' }),
};
const district = { places: [{ id: 'PL-1', kind: 'school', nameZh: '小学' }, { id: 'J-1', kind: 'junction' }] };
const ids = (rows) => rows.map(({ id }) => id);
const sorted = (table, more) =>
  ids(tableRows(table, rowsOf(table, state, district), { ...FIRST_ORDER[table], query: '', words, ...more }));

test('everything on the map has a row: incidents, people, alerts and places', () => {
  assert.deepEqual(ids(rowsOf('incidents', state, district)), ['I-10', 'I-9', 'I-2']);
  assert.ok(ids(rowsOf('incidents', state, district, true)).includes('I-3'));
  assert.deepEqual(ids(rowsOf('people', state, district)), ['P-1']);
  assert.deepEqual(ids(rowsOf('alerts', state, district)), ['W-1']);
  assert.deepEqual(ids(rowsOf('places', state, district)), ['PL-1']);
});

test('grades sort by need, numbers as numbers, ids as people count', () => {
  assert.deepEqual(sorted('incidents'), ['I-9', 'I-10', 'I-2']);
  assert.deepEqual(sorted('incidents', { column: 'reports', down: true }), ['I-10', 'I-9', 'I-2']);
  assert.deepEqual(sorted('incidents', { column: 'id', down: false }), ['I-2', 'I-9', 'I-10']);
  assert.deepEqual(sorted('incidents', { column: 'opened', down: true })[0], 'I-9');
});

test('words narrow a table by what it shows', () => {
  assert.deepEqual(sorted('incidents', { query: '噪声' }), ['I-10']);
  assert.deepEqual(sorted('incidents', { query: '火灾 i-2' }), ['I-2']);
  assert.deepEqual(sorted('people', { query: '王伟 free' }), ['P-1']);
  assert.deepEqual(sorted('places', { query: 'nowhere' }), []);
});

test('a file has the table as it is shown, with plain numbers and times', () => {
  const rows = rowsOf('incidents', state, district);
  const [head, first] = tableFile('incidents', rows, words);
  assert.deepEqual(head, columnsOf('incidents').map((column) => `table.${column}`));
  assert.equal(first[head.indexOf('table.lon')], '-2.50000');
  assert.match(csvFile([first]), /,'=cmd,12,/);
  assert.equal(tableFile('people', [state.people.get('P-1')], words)[1][7], 12.4);
  assert.equal(cellText('people', 'accuracy', state.people.get('P-1'), words), '12 m');
});

test('every table and column has its words in both languages', () => {
  for (const dictionary of Object.values(DICTIONARIES)) {
    for (const table of TABLES) {
      assert.ok(dictionary[`table.of.${table}`]);
      for (const column of columnsOf(table)) assert.ok(dictionary[`table.${column}`], column);
    }
  }
});

test('5,000 people are sorted within a few frames', () => {
  const people = Array.from({ length: 5000 }, (_, i) => ({ id: `P-${i}`, nameZh: `王${i % 977}`, availability: 'FREE' }));
  const began = performance.now();
  assert.equal(tableRows('people', people, { column: 'name', down: false, query: '', words }).length, 5000);
  assert.ok(performance.now() - began < 1000);
});
