import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LiveLink, liveUrl, pauseMillis } from '../../main/resources/web/js/transport.js';
import { EMPTY, reduce } from '../../main/resources/web/js/store.js';
import { sample } from './samples.js';

/** A link on a clock and a socket held by hand. */
function scene() {
  const it = { turnedOut: 0, time: 1_000_000, sockets: [], messages: [], phases: [], seq: null, view: null };
  it.link = new LiveLink({
    urlFor: (resume) => `ws://desk/live?resume=${resume ?? ''}`,
    resumeSeq: () => it.seq,
    onMessage: (message) => {
      it.messages.push(message);
      it.seq = message.seq ?? it.seq;
    },
    onStatus: ({ phase, stale }) => {
      const said = stale ? `${phase}+stale` : phase;
      if (it.phases.at(-1) !== said) it.phases.push(said);
    },
    openSocket: (url) => {
      const socket = {
        url,
        readyState: 1,
        sent: [],
        send: (text) => socket.sent.push(text),
        close: () => (socket.closed = true),
      };
      it.sockets.push(socket);
      return socket;
    },
    now: () => it.time,
    random: () => 1,
    view: () => it.view,
    onTurnedOut: () => it.turnedOut++,
  });
  it.pass = (seconds) => {
    for (let i = 0; i < seconds; i++) {
      it.time += 1000;
      it.link.tick();
    }
  };
  it.say = (message) => it.sockets.at(-1).onmessage({ data: JSON.stringify(message) });
  it.link.start();
  clearInterval(it.link.timer);
  return it;
}

test('it is live from the first message on', () => {
  const it = scene();
  assert.equal(it.link.status.phase, 'connecting');
  it.say({ kind: 'snapshot', seq: '1-0' });
  assert.equal(it.link.status.phase, 'live');
  assert.equal(it.messages.length, 1);
});

test('it pings every 15 seconds', () => {
  const it = scene();
  for (let i = 0; i < 31; i++) {
    it.pass(1);
    it.say({ kind: 'heartbeat', seq: '1-0' });
  }
  assert.deepEqual(it.sockets[0].sent, ['{"kind":"ping"}', '{"kind":"ping"}']);
});

test('it says which part of the map is shown, once, and again on every new socket', () => {
  const it = scene();
  it.sockets[0].onopen();
  assert.deepEqual(it.sockets[0].sent, [], 'everything is what holds anyway');
  it.view = sample('live-view').box;
  it.link.tellView();
  it.link.tellView();
  assert.deepEqual(it.sockets[0].sent.map(JSON.parse), [sample('live-view')]);
  it.sockets[0].onclose({ code: 1006 });
  it.pass(1);
  it.sockets[1].onopen();
  assert.deepEqual(it.sockets[1].sent.map(JSON.parse), [sample('live-view')]);
  it.view = null;
  it.link.tellView();
  assert.deepEqual(JSON.parse(it.sockets[1].sent[1]), { kind: 'view' });
  it.sockets[1].onclose({ code: 1006 });
  it.pass(1);
  it.sockets[2].onopen();
  assert.deepEqual(it.sockets[2].sent.map(JSON.parse), [{ kind: 'view' }], 'of the rest it was not told');
});

test('what it pings with is what the gateway reads, and every message it is sent changes the picture', () => {
  const it = scene();
  it.pass(15);
  assert.deepEqual(it.sockets[0].sent.map(JSON.parse), [sample('live-ping')]);
  let state = EMPTY;
  for (const kind of ['snapshot', 'delta', 'heartbeat']) {
    it.say(sample(`live-${kind}`));
    const next = reduce(state, it.messages.at(-1));
    assert.notEqual(next, state);
    assert.equal(next.asOf, sample(`live-${kind}`).asOf);
    state = next;
  }
  assert.equal(state.outOfOrder, 0);
});

test('silence makes the picture stale after 10 seconds by its own timer', () => {
  const it = scene();
  it.say({ kind: 'snapshot', seq: '1-0' });
  it.pass(10);
  assert.equal(it.link.status.stale, false);
  it.pass(1);
  assert.equal(it.link.status.stale, true);
  it.say({ kind: 'heartbeat', seq: '1-0' });
  assert.equal(it.link.status.stale, false);
});

test('a socket that is silent for 20 seconds is given up and the picture resumed', () => {
  const it = scene();
  it.say({ kind: 'snapshot', seq: '7-3' });
  it.pass(21);
  assert.equal(it.sockets[0].closed, true);
  assert.equal(it.link.status.phase, 'reconnecting');
  it.pass(1);
  assert.equal(it.sockets.length, 2);
  assert.equal(it.sockets[1].url, 'ws://desk/live?resume=7-3');
});

test('after a drop it says reconnecting, then recovered, then live', () => {
  const it = scene();
  it.say({ kind: 'snapshot', seq: '1-0' });
  it.sockets[0].onclose({ code: 1006 });
  it.pass(1);
  it.say({ kind: 'delta', seq: '1-1' });
  it.pass(5);
  assert.deepEqual(it.phases, ['live', 'reconnecting', 'recovered', 'live']);
});

test('pauses grow and have an end, and chance spreads them', () => {
  assert.equal(
    pauseMillis(0, () => 1),
    500,
  );
  assert.equal(
    pauseMillis(3, () => 1),
    4000,
  );
  assert.equal(
    pauseMillis(50, () => 1),
    15_000,
  );
  assert.equal(
    pauseMillis(3, () => 0),
    2000,
  );
});

test('a network that comes back is tried at once', () => {
  const it = scene();
  for (let i = 0; i < 6; i++) {
    it.sockets.at(-1).onclose({ code: 1006 });
    it.pass(16);
  }
  it.sockets.at(-1).onclose({ code: 1006 });
  const attempts = it.sockets.length;
  it.link.retryNow();
  assert.equal(it.sockets.length, attempts + 1);
});

test('what an old socket still says is not heard', () => {
  const it = scene();
  it.say({ kind: 'snapshot', seq: '1-0' });
  const old = it.sockets[0];
  old.onclose({ code: 1006 });
  it.pass(1);
  old.onmessage({ data: '{"kind":"delta","seq":"9-9"}' });
  assert.equal(it.messages.length, 1);
});

test('what is not JSON is not a message', () => {
  const it = scene();
  it.sockets[0].onmessage({ data: 'hello' });
  assert.equal(it.link.status.phase, 'connecting');
});

test('the address follows the page and asks for what was missed', () => {
  const location = { href: 'https://desk.example/?x=1', protocol: 'https:' };
  assert.equal(liveUrl(location, {}, null), 'wss://desk.example/api/v1/live');
  assert.equal(
    liveUrl({ ...location, protocol: 'http:' }, { view: 'responder', person: 'P-1' }, '5-0'),
    'ws://desk.example/api/v1/live?view=responder&person=P-1&resume=5-0',
  );
});

test('whoever asks to be let in and is never answered asks again, and is not heard twice', async () => {
  let time = 1_000_000;
  const asked = [];
  const opened = [];
  const link = new LiveLink({
    urlFor: () => 'ws://desk/live',
    resumeSeq: () => null,
    onMessage: () => {},
    protocols: () => new Promise((letIn) => asked.push(letIn)),
    openSocket: (url, protocols) => {
      opened.push(protocols);
      return { readyState: 0, close: () => {} };
    },
    now: () => time,
    random: () => 1,
  });
  link.start();
  clearInterval(link.timer);
  for (let i = 0; i < 10; i++) {
    time += 1000;
    link.tick();
  }
  assert.equal(asked.length, 2);
  asked[0](['late']);
  asked[1](['in time']);
  await new Promise((done) => setImmediate(done));
  assert.deepEqual(opened, [['in time']]);
});

test('only a socket that the gateway does not allow any more says so', () => {
  const it = scene();
  it.say({ kind: 'snapshot', seq: '1-0' });
  it.sockets[0].onclose({ code: 1006 });
  assert.equal(it.turnedOut, 0);
  it.pass(1);
  it.sockets[1].onclose({ code: 1008 });
  assert.equal(it.turnedOut, 1);
  assert.equal(it.phases.at(-1), 'reconnecting');
});
