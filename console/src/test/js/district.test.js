import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDistrict, speedClass } from '../../main/resources/web/js/district.js';

const json = {
  id: 'demo',
  nameZh: '示范区',
  nameEn: 'Demo',
  zone: 'Asia/Shanghai',
  tileUrl: null,
  areas: [{ id: 'A', nameZh: '临江街道', nameEn: 'Linjiang' }],
  cells: [
    {
      id: 'C-1',
      areaId: 'A',
      nameZh: '一',
      nameEn: 'One',
      ring: [
        [31, 121],
        [31, 122],
        [32, 122],
        [32, 121],
      ],
    },
  ],
  organizations: [{ id: 'fire', nameZh: '消防', nameEn: 'Fire service', kind: 'department' }],
  skills: [{ id: 'lift-rescue', nameZh: '电梯救援', nameEn: 'Lift rescue' }],
  places: [
    { id: 'p', nameZh: '甲', nameEn: 'Jia', kind: 'junction', lat: 31.1, lon: 121.1 },
    { id: 'q', nameZh: '乙', nameEn: 'Yi', kind: 'school', lat: 31.2, lon: 121.2 },
  ],
  roads: [
    { id: 'r', nameZh: '人民路', nameEn: 'Renmin Rd', fromPlaceId: 'p', toPlaceId: 'q', speedKmh: 60 },
    { id: 's', nameZh: '断头路', nameEn: 'Nowhere', fromPlaceId: 'p', toPlaceId: 'gone', speedKmh: 20 },
  ],
  incidentTypes: [{ code: 'fire', zh: '火灾', en: 'Fire', grade: 'I' }],
};

test('things are found by id and named in the language', () => {
  const district = readDistrict(json);
  assert.equal(district.typeName('fire', 'zh'), '火灾');
  assert.equal(district.typeName('unheard-of', 'zh'), 'unheard-of');
  assert.equal(district.organizationName('fire', 'en'), 'Fire service');
  assert.equal(district.skillName('lift-rescue', 'zh'), '电梯救援');
  assert.equal(district.skillName('unheard-of', 'zh'), 'unheard-of');
});

test('a cell is said with its area, in the language', () => {
  const district = readDistrict(json);
  assert.equal(district.cellIn('zh', 'C-1'), '临江街道 · 一');
  assert.equal(district.cellIn('en', 'C-1'), 'Linjiang · One');
  assert.equal(district.cellIn('en', 'gone'), '');
});

test('roads with a missing end are left out', () => {
  assert.equal(readDistrict(json).roads.length, 1);
  assert.equal(readDistrict(json).roads[0].speed, 'major');
});

test('bounds, outlines and the cell at a point', () => {
  const district = readDistrict(json);
  assert.deepEqual(district.bounds, [
    [31, 121],
    [32, 122],
  ]);
  assert.equal(district.outlines.length, 4);
  assert.equal(district.cellAt(31.5, 121.5).id, 'C-1');
  assert.equal(district.cellAt(40, 121.5), null);
});

test('an empty or absent district is one too', () => {
  for (const nothing of [null, {}, { incidentTypes: [] }]) {
    const district = readDistrict(nothing);
    assert.equal(district.bounds, null);
    assert.equal(district.cellAt(1, 1), null);
    assert.equal(district.typeName('fire', 'en'), 'fire');
  }
});

test('roads by speed', () => {
  assert.deepEqual([60, 40, 20].map(speedClass), ['major', 'middle', 'minor']);
});
