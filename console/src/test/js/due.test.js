import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dueState, formatCountdown } from '../../main/resources/web/js/due.js';
import { dueText, nextTold, normText } from '../../main/resources/web/js/panels/due-line.js';
import { createLanguage } from '../../main/resources/web/js/i18n/language.js';
import { sample } from './samples.js';

const { due } = sample('live-snapshot').incidents[0];
const at = (text) => Date.parse(`2026-03-01T${text}Z`);
const zh = createLanguage('zh');

test('runs down to the target, and the shift leader is next', () => {
  const state = dueState(due, at('08:20:30'));
  assert.deepEqual([state.stage, state.seconds, state.overdue, state.soon], ['ARRIVE', 60, false, false]);
  assert.deepEqual([state.nextRung, state.nextSeconds], [1, 60]);
  assert.equal(dueText(state, zh), '到场 1:00');
  assert.equal(nextTold(state, zh), '1:00 后告知带班领导');
});

test('the last seconds are said to be few', () => {
  assert.equal(dueState(due, at('08:21:00')).soon, true);
  assert.equal(dueState(due, at('08:20:59')).soon, false);
});

test('over the target it counts up, says who knows and who is told next', () => {
  const told = { ...due, rung: 1, told: 1, nextAt: '2026-03-01T08:22:30Z' };
  const state = dueState(told, at('08:21:50'));
  assert.deepEqual([state.overdue, state.seconds, state.nextRung], [true, 20, 2]);
  assert.equal(dueText(state, zh), '到场超时 0:20');
  assert.equal(nextTold(state, zh), '已告知带班领导（第 1 次） · 0:40 后告知指挥长');
});

test('at the top it is the director again, until somebody answers', () => {
  assert.equal(dueState({ ...due, rung: 2, told: 5 }, at('08:40:00')).nextRung, 2);
  const nobody = dueState({ ...due, nextAt: null }, at('08:40:00'));
  assert.deepEqual([nobody.nextRung, nobody.nextSeconds], [null, null]);
  assert.equal(nextTold(nobody, zh), '');
});

test('a ladder that ends below the director is not said to lead there', () => {
  assert.equal(dueState({ ...due, rung: 1, told: 2 }, at('08:40:00'), 'IV').nextRung, 1);
  const unsure = dueState({ ...due, rung: 1, told: 1, nextAt: '2026-03-01T08:41:00Z' }, at('08:40:00'), 'IV');
  assert.equal(unsure.nextRung, null);
  assert.equal(nextTold(unsure, zh), '已告知带班领导（第 1 次） · 1:00 后告知上一级');
  assert.equal(dueState(due, at('08:20:30'), 'IV').nextRung, 1);
});

test('the norm names itself; what is set here is said in the language', () => {
  assert.equal(normText('NFPA 1225 (2022)', zh), 'NFPA 1225 (2022)');
  assert.equal(normText('local setting', zh), '本地设定');
});

test('nothing to wait for is nothing', () => {
  assert.equal(dueState(undefined, 0), null);
  assert.equal(dueState({ stage: 'ARRIVE', at: 'soon' }, 0), null);
});

test('countdowns', () => {
  assert.deepEqual([0, 42, 425, 4800].map(formatCountdown), ['0:00', '0:42', '7:05', '1:20:00']);
});
