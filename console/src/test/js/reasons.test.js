import assert from 'node:assert/strict';
import { test } from 'node:test';
import en from '../../main/resources/web/js/i18n/en.js';
import { handedOver, handoverClock, handoverSteps, reasonFor, TARGETS } from '../../main/resources/web/js/handover.js';
import { answerSeconds, listGoesOn, readReason, REASONS, saidWhy, saysWhy } from '../../main/resources/web/js/reasons.js';

const NOW = Date.parse('2026-03-01T08:00:00Z');

test('an offer counts down until it is answered', () => {
  const offer = { state: 'OFFERED', answerBy: '2026-03-01T08:00:45Z' };
  assert.equal(answerSeconds(offer, NOW), 45);
  assert.equal(answerSeconds(offer, NOW + 60_000), 0);
  assert.equal(answerSeconds({ ...offer, state: 'ACCEPTED' }, NOW), null);
  assert.equal(answerSeconds({ state: 'OFFERED' }, NOW), null);
});

test('a list can be stopped while it goes on', () => {
  assert.equal(listGoesOn({ succession: { state: 'OPEN' } }), true);
  assert.equal(listGoesOn({ succession: { state: 'DUE' } }), true);
  assert.equal(listGoesOn({ succession: { state: 'PASSED' } }), false);
  assert.equal(listGoesOn({}), false);
});

test('a reason or words say why, “other” alone does not', () => {
  assert.equal(saysWhy('BUSY', ''), true);
  assert.equal(saysWhy(null, 'flat tyre'), true);
  assert.equal(saysWhy('OTHER', ''), false);
  assert.equal(saysWhy(null, ''), false);
});

test('what was said is the reason in words, what was added, or both', () => {
  const t = (key) => ({ 'reason.BUSY': '正在忙' })[key];
  assert.equal(saidWhy({ reason: 'BUSY', note: '在城西' }, t), '正在忙 · 在城西');
  assert.equal(saidWhy({ reason: 'BUSY', note: '' }, t), '正在忙');
  assert.equal(saidWhy({ reason: null, note: '在城西' }, t), '在城西');
  assert.equal(saidWhy({}, t), '');
});

test('a reason is read back out of the log, and words that look like none stay words', () => {
  assert.deepEqual(readReason('TOO_FAR: 在城西'), { code: 'TOO_FAR', words: '在城西' });
  assert.deepEqual(readReason('BUSY'), { code: 'BUSY', words: '' });
  assert.deepEqual(readReason('Gate 3: locked'), { code: null, words: 'Gate 3: locked' });
  assert.deepEqual(readReason(null), { code: null, words: '' });
});

test('every reason, step, state and target has its words', () => {
  const states = ['HANDED', 'ACCEPTED', 'DONE', 'RETURNED', 'WITHDRAWN'];
  const lists = ['OPEN', 'DUE', 'PASSED', 'ACCEPTED', 'SPENT', 'NOBODY', 'FILLED', 'STOPPED'];
  const steps = new Set(states.flatMap((state) => handoverSteps({ state })));
  const keys = [
    ...Object.values(REASONS).flatMap((codes) => codes.map((code) => `reason.${code}`)),
    ...[...steps].flatMap((step) => [`handover.step.${step}`, `action.handover-${step}`]),
    ...states.map((state) => `handover.${state}`),
    ...lists.map((state) => `list.${state}`),
    ...TARGETS.map(([name]) => `handover.target.${name}`),
  ];
  assert.deepEqual(keys.filter((key) => !(key in en)), []);
});

test('a department’s clock runs down and then over', () => {
  const handover = { state: 'HANDED', dueAt: '2026-03-01T08:01:00Z' };
  assert.deepEqual(handoverClock(handover, NOW), { seconds: 60, overdue: false });
  assert.deepEqual(handoverClock(handover, NOW + 90_000), { seconds: 30, overdue: true });
  assert.equal(handedOver({ handover }), true);
  assert.equal(handedOver({ handover: { state: 'RETURNED' } }), false);
  assert.equal(handedOver({}), false);
});

test('what is given back or put off needs a reason', () => {
  assert.deepEqual(['accept', 'finish', 'return', 'extend', 'urge', 'withdraw'].map(reasonFor), [
    null,
    'free',
    'needed',
    'needed',
    'needed',
    'needed',
  ]);
  assert.deepEqual(handoverSteps({ state: 'DONE' }), []);
});
