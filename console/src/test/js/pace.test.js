import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTurns, throttle } from '../../main/resources/web/js/pace.js';
import { scrollToShow, visibleRange } from '../../main/resources/web/js/virtual.js';

test('at once, then once per interval, and the last asking is never lost', () => {
  let time = 0;
  let runs = 0;
  const waiting = [];
  const ask = throttle(() => runs++, 1000, { now: () => time, later: (task, millis) => waiting.push([task, millis]) });
  ask();
  ask();
  ask();
  assert.equal(runs, 1);
  assert.deepEqual(
    waiting.map(([, millis]) => millis),
    [1000],
  );
  time = 1000;
  waiting[0][0]();
  assert.equal(runs, 2);
  time = 5000;
  ask();
  assert.equal(runs, 3);
});

test('one piece of work after the other, once each however often it was asked for, and no fault stops the next', () => {
  const soon = [];
  const done = [];
  const inTurn = createTurns((task) => soon.push(task));
  const fails = () => {
    throw new Error('a fault of its own');
  };
  const [list, counts] = [() => done.push('list'), () => done.push('counts')];
  [list, fails, list, counts].forEach((task) => inTurn(task));
  assert.deepEqual(done, []);
  assert.equal(soon.length, 1);
  soon.shift()();
  assert.deepEqual(done, ['list']);
  assert.throws(soon.shift());
  soon.shift()();
  assert.deepEqual(done, ['list', 'counts']);
  assert.equal(soon.length, 0);
  inTurn(list);
  soon.shift()();
  assert.deepEqual(done, ['list', 'counts', 'list']);
});

test('only rows in view are worth rendering', () => {
  assert.deepEqual(visibleRange(2000, 80, 8000, 800, 2), { first: 98, end: 112 });
  assert.deepEqual(visibleRange(3, 80, 0, 800), { first: 0, end: 3 });
  assert.deepEqual(visibleRange(0, 80, 500, 800), { first: 0, end: 0 });
});

test('scrolling no further than needed', () => {
  assert.equal(scrollToShow(5, 80, 0, 800), 0);
  assert.equal(scrollToShow(0, 80, 500, 800), 0);
  assert.equal(scrollToShow(20, 80, 0, 800), 880);
});
