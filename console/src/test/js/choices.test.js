import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anyPersonChoices, joinChoices, personChoices, placeChoices, typeChoices } from '../../main/resources/web/js/choices.js';

const types = new Map(
  [
    { code: 'fire', zh: '火灾', en: 'Fire', grade: 'I' },
    { code: 'noise', zh: '噪声扰民', en: 'Noise', grade: 'IV' },
  ].map((type) => [type.code, type]),
);
const places = [
  { id: 'P-1', nameZh: '锦绣家园', nameEn: 'Jinxiu Gardens', kind: 'residential' },
  { id: 'P-2', nameZh: '锦绣', nameEn: 'Jinxiu', kind: 'mall' },
  { id: 'P-3', nameZh: '新锦绣大厦', nameEn: 'New Jinxiu Tower', kind: 'office', aliases: ['XJX'] },
  { id: 'P-4', nameZh: '锦绣路口', nameEn: 'Jinxiu Junction', kind: 'junction' },
];

test('types are found by either name or code, whatever the language; the present one is not offered', () => {
  const found = (query, except) => typeChoices(types, query, 'zh', except).map((choice) => choice.text);
  assert.deepEqual(found('噪声'), ['噪声扰民']);
  assert.deepEqual(found('noi'), ['噪声扰民']);
  assert.deepEqual(found('', 'fire'), ['噪声扰民']);
  assert.equal(typeChoices(types, 'noise', 'en')[0].note, '噪声扰民');
});

test('places: the whole name, then its beginning, then anywhere; no junctions, nothing before a word is said', () => {
  const found = (query) => placeChoices(places, query, 'zh', () => '').map((choice) => choice.id);
  assert.deepEqual(found('锦绣'), ['P-2', 'P-1', 'P-3']);
  assert.deepEqual(found('xjx'), ['P-3']);
  assert.deepEqual(found(''), []);
});

test('incidents to join are told by type, words, distance and place, and can be searched by each', () => {
  const incident = (id, lat, summary) => ({
    id,
    lat,
    lon: 121.47,
    type: 'noise',
    state: 'OPENED',
    summary,
    openedAt: '2026-03-01T08:00:00Z',
  });
  const one = incident('I-1', 31.23, '广场舞');
  const all = new Map(
    [one, incident('I-2', 31.231, '广场舞太吵'), incident('I-3', 31.3, '夜间施工')].map((i) => [i.id, i]),
  );
  const words = { typeName: (code) => types.get(code).zh, placeOf: (other) => `第${other.id.at(-1)}网格` };
  const choices = joinChoices(one, all, '', words);
  assert.deepEqual(
    choices.map((choice) => choice.id),
    ['I-2', 'I-3'],
  );
  assert.equal(choices[0].text, '噪声扰民 · 广场舞太吵');
  assert.equal(choices[0].note, '111 m · 第2网格');
  assert.deepEqual(
    joinChoices(one, all, '施工 第3', words).map((choice) => choice.id),
    ['I-3'],
  );
});

test('people are found by either name, number or organization; nobody before a word is said', () => {
  const people = [
    { id: 'P-017', nameZh: '陈晓明', nameEn: 'Chen Xiaoming', organizationId: 'fire' },
    { id: 'P-002', nameZh: '陈静', nameEn: 'Chen Jing', organizationId: 'police' },
  ];
  const names = { fire: '消防救援大队', police: '望江派出所' };
  const found = (query) => personChoices(people, query, 'zh', (id) => names[id]);
  assert.deepEqual(found('陈').map((choice) => choice.id), ['P-002', 'P-017']);
  assert.deepEqual(found('chen xiao').map((choice) => choice.text), ['陈晓明']);
  assert.deepEqual(found('017').map((choice) => choice.note), ['P-017 · 消防救援大队']);
  assert.deepEqual(found('派出所').map((choice) => choice.id), ['P-002']);
  assert.deepEqual(found(''), []);
  assert.deepEqual(anyPersonChoices(people, '', 'zh', (id) => names[id]).map((choice) => choice.id), ['P-002', 'P-017']);
});
