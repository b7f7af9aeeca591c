import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FILTERS } from '../../main/resources/web/js/attention.js';
import { LAYERS, parseUrlState, writeUrlState } from '../../main/resources/web/js/url-state.js';

test('a view survives being written and read', () => {
  const state = {
    incidentId: 'I-VWFAB5VFED',
    alertId: null,
    personId: null,
    filter: 'mine',
    query: '火灾 望江',
    order: 'newest',
    language: 'zh',
    area: null,
    layers: LAYERS,
    view: { zoom: 14.25, lat: 31.2304, lon: 121.4737 },
  };
  assert.deepEqual(parseUrlState(writeUrlState('', state)), state);
  const plain = { ...state, filter: 'open', query: ' ', order: null };
  assert.equal(writeUrlState('', plain), '?incident=I-VWFAB5VFED&lang=zh&map=14.25/31.2304/121.4737');
});

test('every chip of the list can be in the address', () => {
  for (const filter of Object.keys(FILTERS)) assert.equal(parseUrlState(`?list=${filter}`).filter, filter);
});

test('layers are written only when they differ from what is usual', () => {
  const heat = { ...LAYERS, heat: true };
  assert.equal(writeUrlState('', { alertId: 'W-1', layers: heat }), '?alert=W-1&layers=people,alerts,heat');
  assert.deepEqual(parseUrlState('?layers=people,alerts,heat').layers, heat);
  const none = Object.fromEntries(Object.keys(LAYERS).map((name) => [name, false]));
  assert.equal(writeUrlState('', { layers: none }), '?layers=none');
  assert.deepEqual(parseUrlState('?layers=none').layers, none);
  assert.deepEqual(parseUrlState('').layers, LAYERS);
});

test('what is not ours stays', () => {
  assert.equal(writeUrlState('?kiosk=1&incident=I-1', { incidentId: null }), '?kiosk=1');
  assert.equal(writeUrlState('', {}), '');
});

test('nonsense is read as nothing', () => {
  for (const map of ['', 'a/b/c', '14/91/0', '14/0/181', '-1/0/0', '99/0/0', '14/31', '14//5']) {
    assert.equal(parseUrlState(`?map=${map}`).view, null, map);
  }
  assert.equal(parseUrlState('?lang=fr').language, null);
  assert.equal(parseUrlState('?incident=').incidentId, null);
  const { filter, order } = parseUrlState('?list=constructor&order=up');
  assert.deepEqual([filter, order], [null, null]);
});
