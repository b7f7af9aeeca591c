import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAddresses } from '../../main/resources/web/js/addresses.js';

const garden = { id: 'PL-1', nameZh: '云锦苑', nameEn: 'Yunjin Garden', aliases: ['云锦'] };
const school = { id: 'PL-2', nameZh: '云锦苑小学', nameEn: '' };
const street = { id: 'R-1', nameZh: '云河路', nameEn: 'Yunhe Road' };
const further = { ...street, id: 'R-2' };
const twins = [
  { id: 'PL-3', nameZh: '中心公园', nameEn: 'Central Park' },
  { id: 'PL-4', nameZh: '中心公园', nameEn: 'Heart Park' },
];
const things = [garden, school, street, further, ...twins];
const places = new Map(things.map((thing) => [thing.id, thing]));
const addressIn = createAddresses(things, places);
const en = (address, placeId) => addressIn('en', { address, placeId });

test('an address that is a known name is told in the language', () => {
  assert.equal(en('云锦苑'), 'Yunjin Garden');
  assert.equal(en(' 云河路 '), 'Yunhe Road');
  assert.equal(en('云锦'), 'Yunjin Garden');
  assert.equal(addressIn('zh', { address: 'yunjin garden' }), '云锦苑');
  assert.equal(addressIn('zh', { address: '云锦苑' }), '云锦苑');
});

test('what was told beyond the name stays as it was told', () => {
  assert.equal(en('云锦苑3号楼'), 'Yunjin Garden (云锦苑3号楼)');
  assert.equal(en('云河路 12 号'), 'Yunhe Road (云河路 12 号)');
  assert.equal(addressIn('zh', { address: '云锦苑3号楼' }), '云锦苑3号楼');
  assert.equal(en('3 Yunhe Road'), '3 Yunhe Road');
});

test('nothing is guessed', () => {
  assert.equal(en('云锦苑小学'), '云锦苑小学', 'a longer name is another place');
  assert.equal(en('云锦苑北门'), '云锦苑北门', 'a name that goes on may be another place');
  assert.equal(en('中心公园'), '中心公园', 'two places of this name');
  assert.equal(en('新华路 5 号'), '新华路 5 号');
  assert.equal(en('云'), '云');
});

test('the place that the words name decides what the address alone does not', () => {
  assert.equal(en('云锦苑北门', 'PL-1'), 'Yunjin Garden (云锦苑北门)');
  assert.equal(en('在中心公园', 'PL-4'), 'Heart Park (在中心公园)');
  assert.equal(en('河边', 'PL-1'), '河边');
  assert.equal(en('云锦苑小学', 'PL-2'), '云锦苑小学', 'it has no English name');
});

test('without an address it is the place, or nothing', () => {
  assert.equal(en(null, 'PL-1'), 'Yunjin Garden');
  assert.equal(en('', 'PL-2'), '云锦苑小学');
  assert.equal(en(null, 'PL-9'), '');
  assert.equal(en(undefined, undefined), '');
});
