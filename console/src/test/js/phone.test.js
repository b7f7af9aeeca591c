import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createApi } from '../../main/resources/web/js/api.js';
import { ownPart, PhoneMemory } from '../../main/resources/web/js/phone-memory.js';
import { memoryStorage } from '../../main/resources/web/js/phone-storage.js';
import { fitted } from '../../main/resources/web/js/photo-shrink.js';
import { snoozesDiffer, withLive } from '../../main/resources/web/js/shift.js';
import { EMPTY, reduce } from '../../main/resources/web/js/store.js';

const picture = reduce(EMPTY, {
  kind: 'snapshot',
  world: 'live',
  seq: '5-0',
  asOf: '2026-03-01T08:00:00Z',
  incidents: [{ id: 'I-1' }, { id: 'I-2' }],
  assignments: [
    { id: 'A-1', personId: 'P-1', incidentId: 'I-1' },
    { id: 'A-2', personId: 'P-2', incidentId: 'I-2' },
  ],
  people: [{ id: 'P-1' }, { id: 'P-2' }],
});

test('a phone keeps what is its own, and nothing of anybody else', () => {
  const kept = ownPart(picture, 'P-1');
  assert.deepEqual(kept.incidents, [{ id: 'I-1' }]);
  assert.deepEqual(kept.assignments.map(({ id }) => id), ['A-1']);
  assert.deepEqual(kept.people, [{ id: 'P-1' }]);
});

test('what was kept is shown until the network tells more, and asks for a whole picture then', () => {
  const known = reduce(EMPTY, { kind: 'kept', ...ownPart(picture, 'P-1') });
  assert.equal(known.asOf, '2026-03-01T08:00:00Z');
  assert.equal(known.seq, null);
  assert.equal(known.snapshots, 0);
  assert.ok(known.assignments.has('A-1'));
  const fresh = reduce(known, { kind: 'snapshot', world: 'live', seq: '9-0', asOf: '2026-03-01T08:09:00Z' });
  assert.equal(fresh.assignments.size, 0);
});

test('the picture of another person, or one that is older than what is shown, is not recalled', async () => {
  const storage = memoryStorage();
  await storage.keep('picture', ownPart(picture, 'P-1'));
  const told = [];
  const store = { state: EMPTY, subscribe: () => {}, dispatch: (message) => told.push(message.kind) };
  const memory = new PhoneMemory({ store }, storage);
  await memory.recall('P-2');
  assert.deepEqual(told, []);
  await memory.recall('P-1');
  assert.deepEqual(told, ['kept']);
  store.state = picture;
  await memory.recall('P-1');
  assert.deepEqual(told, ['kept']);
});

test('what one is sent to is kept at once, whatever was kept a moment before', async () => {
  const storage = memoryStorage();
  let changed;
  const store = { state: EMPTY, subscribe: (listener) => (changed = listener), dispatch: () => {} };
  new PhoneMemory({ store, personId: { value: 'P-1' } }, storage);
  store.state = { ...picture, assignments: new Map() };
  changed();
  store.state = picture;
  changed();
  assert.deepEqual((await storage.kept('picture')).assignments.map(({ id }) => id), ['A-1']);
});

test('the district is the one last known when there is no network, and an error when it never was', async () => {
  const memory = new PhoneMemory({ store: { subscribe: () => {} } }, memoryStorage());
  const unreachable = async () => {
    throw new Error('unreachable');
  };
  await assert.rejects(memory.district(unreachable));
  await memory.district(async () => ({ zone: 'Asia/Shanghai' }));
  assert.deepEqual(await memory.district(unreachable), { zone: 'Asia/Shanghai' });
});

test('what may be sent again carries its key and when it was done', async () => {
  const sent = [];
  const fetch = async (url, options) => {
    sent.push({ url, ...options });
    return { ok: true, text: async () => '{}' };
  };
  const api = createApi({ language: () => 'en', fetch });
  const at = '2026-03-01T08:00:00Z';
  await api.stepOnce({ assignmentId: 'A-1', step: 'arrive', happenedAt: at, key: 'k'.repeat(32), seq: 3 });
  await api.photoOnce({ incidentId: 'I-1', blob: new Blob(['x'], { type: 'image/jpeg' }), happenedAt: at, key: 'p'.repeat(32) });
  assert.deepEqual(JSON.parse(sent[0].body), { happenedAt: at });
  assert.equal(sent[0].headers['Idempotency-Key'], 'k'.repeat(32));
  assert.equal(sent[1].headers['Content-Type'], 'image/jpeg');
  assert.equal(sent[1].url, '/api/v1/incidents/I-1/photos?happenedAt=2026-03-01T08%3A00%3A00Z');
});

test('a photo is made no larger than is kept, and none is made larger', () => {
  assert.deepEqual(fitted(4000, 3000), { width: 1600, height: 1200 });
  assert.deepEqual(fitted(900, 1200), { width: 900, height: 1200 });
  assert.deepEqual(fitted(10_000, 1), { width: 1600, height: 1 });
});

test('what is put off comes with the live picture, ahead of what was asked for', () => {
  const before = new Map([['I-1', { id: 'I-1' }]]);
  const snooze = { until: '2026-03-01T09:00:00Z', reason: '业主已约', by: '王值班', at: '2026-03-01T08:00:00Z' };
  const after = new Map([['I-1', { id: 'I-1', snooze }]]);
  assert.equal(snoozesDiffer(after, before), true);
  assert.equal(snoozesDiffer(after, after), false);
  assert.equal(snoozesDiffer(before, after), true);
  const standing = { promises: [], handovers: [], snoozes: [{ incidentId: 'I-GONE', until: snooze.until }] };
  const live = withLive(standing, after);
  assert.deepEqual(live.snoozes.map(({ incidentId }) => incidentId), ['I-GONE', 'I-1']);
  assert.equal(live.snoozes[1].actor, '王值班');
  assert.deepEqual(withLive(live, before).snoozes.map(({ incidentId }) => incidentId), ['I-GONE']);
});
