import assert from 'node:assert/strict';
import { test } from 'node:test';
import { percentile, readTrace } from '../../../bench/trace.mjs';
import { textFrame } from '../../../bench/stage.mjs';
import { Scene, seeded } from '../../../bench/scene.mjs';

const task = (tid, dur, tdur) => ({ name: 'RunTask', pid: 1, tid, dur, tdur });

test('only the page’s own thread counts, by the clock and by the processor', () => {
  const events = [
    { name: 'thread_name', pid: 1, tid: 7, args: { name: 'CrRendererMain' } },
    { name: 'thread_name', pid: 1, tid: 8, args: { name: 'Compositor' } },
    task(7, 60_000, 20_000),
    task(7, 10_000, 8_000),
    task(8, 900_000, 900_000),
  ];
  const { tasks, long, longByCpu, longest, longestCpu, cpuMillis } = readTrace(events);
  assert.deepEqual([tasks, long, longByCpu, longest, longestCpu, cpuMillis], [2, 1, 0, 60, 20, 28]);
  assert.equal(readTrace([]).tasks, 0);
  assert.deepEqual([percentile([1, 2, 3, 4], 0.5), percentile([1, 2, 3, 4], 1), percentile([], 0.5)], [2, 4, 0]);
});

test('the made-up picture is the same each time, and changes as asked', () => {
  const now = () => Date.parse('2026-03-01T08:00:00Z');
  const [a, b] = [new Scene({ now }), new Scene({ now })];
  assert.deepEqual(a.incidents, b.incidents);
  const delta = a.step({ moved: 7, changed: 2, added: 3 });
  assert.deepEqual([delta.people.length, delta.incidents.length, a.incidents.length], [7, 5, b.incidents.length + 3]);
  assert.notEqual(seeded(1)(), seeded(2)());
});

test('frames carry their length in as few bytes as the protocol has', () => {
  for (const [length, head] of [[5, 2], [125, 2], [126, 4], [65_535, 4], [65_536, 10]]) {
    const frame = textFrame('x'.repeat(length));
    assert.equal(frame.length, head + length);
    assert.equal(frame[0], 0x81);
  }
});
