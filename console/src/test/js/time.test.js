import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ageSeconds,
  formatAge,
  formatAgo,
  formatClock,
  formatDateTime,
  formatWhen,
  ServerClock,
} from '../../main/resources/web/js/time.js';

test('the clock is the gateway’s, whatever ours says', () => {
  let own = Date.parse('2026-03-01T10:00:00Z');
  const clock = new ServerClock(() => own);
  clock.learn('2026-03-01T08:00:00Z');
  own += 5000;
  assert.equal(clock.now(), Date.parse('2026-03-01T08:00:05Z'));
});

test('a message that was long on its way hardly moves the clock back', () => {
  let own = 1_000_000;
  const clock = new ServerClock(() => own);
  clock.learn(new Date(2_000_000).toISOString());
  own += 8000;
  clock.learn(new Date(2_002_000).toISOString());
  assert.ok(Math.abs(clock.now() - 2_008_000) <= 50);
});

test('an unreadable time is not learnt from', () => {
  const clock = new ServerClock(() => 42);
  clock.learn('yesterday');
  assert.equal(clock.now(), 42);
});

test('ages', () => {
  const now = Date.parse('2026-03-01T08:00:00Z');
  assert.equal(ageSeconds('2026-03-01T07:59:18.500Z', now), 41);
  assert.equal(ageSeconds('2026-03-01T08:00:09Z', now), 0);
  assert.equal(ageSeconds(now - 3000, now), 3);
  assert.equal(ageSeconds(null, now), null);
  assert.equal(ageSeconds('never', now), null);
});

test('ages in words', () => {
  assert.equal(formatAge(0), '0 s');
  assert.equal(formatAge(59), '59 s');
  assert.equal(formatAge(425), '7:05');
  assert.equal(formatAge(3600), '1 h 00');
  assert.equal(formatAge(8640), '2 h 24');
  assert.equal(formatAge(3 * 86400), '3 d');
  assert.equal(formatAge(12, { s: '秒', h: '小时', d: '天' }), '12 秒');
  assert.equal(formatAge(null), '–');
});

test('clocks are the district’s', () => {
  assert.equal(formatClock('2026-03-01T08:16:30Z', 'Asia/Shanghai'), '16:16:30');
  assert.equal(formatDateTime('2026-03-01T20:00:00Z', 'Asia/Shanghai'), '2026-03-02 04:00:00');
  assert.equal(formatClock(null, 'Asia/Shanghai'), '–');
});

test('the date is said only when it is not today', () => {
  const now = Date.parse('2026-03-01T08:00:00Z');
  assert.equal(formatWhen('2026-03-01T01:00:00Z', 'UTC', now), '01:00:00');
  assert.equal(formatWhen('2015-03-01T01:00:00Z', 'UTC', now), '2015-03-01 01:00:00');
});

test('an age in a sentence does not read as a time of day', () => {
  const zh = { s: '秒', min: '分钟', h: '小时', d: '天' };
  const en = { s: 's', min: 'min', h: 'h', d: 'd' };
  assert.equal(formatAgo(743, zh), '12 分钟 23 秒');
  assert.equal(formatAgo(743, en), '12 min 23 s');
  assert.equal(formatAgo(59, en), '59 s');
  assert.equal(formatAgo(7260, en), '2 h 1 min');
  assert.equal(formatAgo(7260, zh), '2 小时 1 分钟');
  assert.equal(formatAgo(200_000, en), '2 d');
  assert.equal(formatAgo(null, en), '–');
  for (let age = 0; age < 200_000; age += 17) assert.doesNotMatch(formatAgo(age, zh), /\d:\d/);
});
