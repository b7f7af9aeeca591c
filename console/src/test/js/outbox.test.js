import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foreseen, inOnePage, isPassing, newKey, Outbox } from '../../main/resources/web/js/outbox.js';
import { memoryStorage } from '../../main/resources/web/js/phone-storage.js';

const NOW = Date.parse('2026-03-01T08:00:00Z');

/** A gateway that carries out each key once; `down` and `refuse` say how it is. */
function gateway() {
  const carried = [];
  const state = { down: false, refuse: {}, losesAnswer: false, attempts: [] };
  const send = async (item) => {
    state.attempts.push(item.step ?? item.kind);
    if (state.down) throw Object.assign(new Error('down'), { status: 0 });
    const status = state.refuse[item.step];
    if (status) throw Object.assign(new Error('no'), { status });
    if (!carried.some(({ key }) => key === item.key)) carried.push(item);
    if (state.losesAnswer) throw Object.assign(new Error('lost'), { status: 0 });
    return { id: item.assignmentId };
  };
  return { state, carried, send };
}

function outboxTo(target, storage = memoryStorage(), more = {}) {
  const later = [];
  const outbox = new Outbox({
    storage,
    send: target.send,
    sentence: () => '已撤回',
    now: () => NOW,
    exclusive: (task) => task(),
    later: (task) => later.push(task),
    ...more,
  });
  return Object.assign(outbox, { later });
}

const step = (name, assignmentId = 'A-1') => ({ kind: 'step', step: name, assignmentId, chain: assignmentId });

test('what is done without network is kept and sent in its order, once, when there is network', async () => {
  const target = gateway();
  target.state.down = true;
  const outbox = outboxTo(target);
  for (const name of ['accept', 'en-route', 'arrive']) await outbox.add(step(name));
  assert.equal(target.carried.length, 0);
  assert.equal(outbox.items.value.length, 3);
  assert.ok(outbox.later.length > 0);
  target.state.down = false;
  await outbox.flush();
  assert.deepEqual(target.carried.map((item) => item.step), ['accept', 'en-route', 'arrive']);
  assert.equal(target.carried[0].happenedAt, '2026-03-01T08:00:00.000Z');
  assert.equal(outbox.items.value.length, 0);
});

test('an answer that is lost is asked for again under the same key', async () => {
  const target = gateway();
  target.state.losesAnswer = true;
  const outbox = outboxTo(target);
  await outbox.add(step('accept'));
  target.state.losesAnswer = false;
  await outbox.flush();
  assert.deepEqual(target.state.attempts, ['accept', 'accept']);
  assert.equal(target.carried.length, 1);
  assert.equal(outbox.items.value.length, 0);
});

test('what was overtaken stays in sight with its reason until it is read, and holds nothing up', async () => {
  const target = gateway();
  target.state.refuse.arrive = 409;
  const refused = [];
  const outbox = outboxTo(target, memoryStorage(), { onRefused: (item) => refused.push(item.step) });
  await outbox.add(step('arrive'));
  await outbox.add(step('accept', 'A-2'));
  assert.deepEqual(refused, ['arrive']);
  assert.deepEqual(target.carried.map((item) => item.assignmentId), ['A-2']);
  assert.equal(outbox.items.value[0].refused, '已撤回');
  await outbox.flush();
  assert.equal(target.state.attempts.filter((name) => name === 'arrive').length, 1);
  await outbox.dismiss(outbox.items.value[0].seq);
  assert.equal(outbox.items.value.length, 0);
});

test('a gateway in trouble holds up the assignment it failed for, and no other', async () => {
  const target = gateway();
  target.state.refuse.accept = 503;
  const outbox = outboxTo(target);
  await outbox.add(step('accept'));
  await outbox.add(step('en-route'));
  await outbox.add(step('arrive', 'A-2'));
  assert.deepEqual(target.carried.map((item) => item.step), ['arrive']);
  target.state.refuse = {};
  await outbox.flush();
  assert.deepEqual(target.carried.map((item) => item.step), ['arrive', 'accept', 'en-route']);
});

test('two pages share what waits and send it once', async () => {
  const storage = memoryStorage();
  const target = gateway();
  let held = false;
  const exclusive = async (task) => {
    if (held) return null;
    held = true;
    return Promise.resolve(task()).finally(() => (held = false));
  };
  const [one, two] = [outboxTo(target, storage, { exclusive }), outboxTo(target, storage, { exclusive })];
  target.state.down = true;
  await one.add(step('accept'));
  target.state.down = false;
  await Promise.all([one.flush(), two.flush()]);
  assert.deepEqual(target.state.attempts, ['accept', 'accept']);
  assert.equal(target.carried.length, 1);
});

test('a browser with locks sends from one page at a time, one without still sends', async () => {
  const taken = { request: async (name, options, task) => task(null) };
  const free = { request: async (name, options, task) => task({ name }) };
  assert.equal(await inOnePage(() => 'sent', taken), null);
  assert.equal(await inOnePage(() => 'sent', free), 'sent');
  assert.equal(await inOnePage(() => 'sent', null), 'sent');
});

test('an assignment is shown as it will be when what waits is carried out', () => {
  const assignment = { id: 'A-1', state: 'OFFERED' };
  const at = '2026-03-01T08:00:00Z';
  const waiting = [{ ...step('accept'), happenedAt: at }, { ...step('arrive'), happenedAt: at, refused: '已撤回' }];
  assert.deepEqual(foreseen(assignment, waiting), { id: 'A-1', state: 'ACCEPTED', waits: true, acceptedAt: at });
  assert.equal(foreseen(assignment, [step('done', 'A-9')]), assignment);
});

test('keys differ, and what passes is told from what does not', () => {
  assert.match(newKey(), /^[0-9a-f]{32}$/);
  assert.notEqual(newKey(), newKey());
  assert.deepEqual([0, 429, 500, 503, 400, 409, 422].map((status) => isPassing({ status })), [true, true, true, true, false, false, false]);
});
