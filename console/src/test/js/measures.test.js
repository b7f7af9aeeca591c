import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alarmVerdicts, measureRows, shareVerdict } from '../../main/resources/web/js/measures.js';
import { sample } from './samples.js';

const travel = sample('measure');
const health = sample('alarm-health');

test('a row per key with its steps, those that miss their targets most first', () => {
  const rows = measureRows(
    [
      travel,
      { ...travel, step: 'ANSWER', withinTarget: 0.95 },
      { ...travel, key: 'fire', withinTarget: 0.5 },
      { ...travel, key: 'noise', step: 'HANDLING', withinTarget: undefined },
      { ...travel, scope: 'WORLD', key: '' },
    ],
    'TYPE',
  );
  assert.deepEqual(
    rows.map((row) => [row.key, row.worst]),
    [
      ['fire', 0.5],
      ['elevator-trapped', 0.75],
      ['noise', null],
    ],
  );
  assert.equal(rows[1].steps.ANSWER.withinTarget, 0.95);
  assert.equal(measureRows([{ ...travel, scope: 'WORLD', key: undefined }], 'WORLD')[0].key, '');
});

test('a share within target in words', () => {
  assert.deepEqual([1, 0.9, 0.89, 0.75, 0.74, undefined].map(shareVerdict), [
    'good',
    'good',
    'fair',
    'fair',
    'bad',
    null,
  ]);
});

test('alarm health that keeps every limit is good', () => {
  for (const { name, verdict } of alarmVerdicts(health)) assert.equal(verdict, 'good', name);
});

test('each figure over its limit is said to be', () => {
  const sick = { perTenMinutes: 2.1, peakPerTenMinutes: 11, floodShare: 0.01, high: 30, medium: 30, low: 40 };
  const verdicts = alarmVerdicts({ ...sick, chattering: 1, stale: 5 });
  assert.deepEqual(
    verdicts.map(({ name }) => name),
    ['mean', 'peak', 'flood', 'split', 'chattering', 'stale'],
  );
  for (const { name, verdict } of verdicts) assert.equal(verdict, 'bad', name);
});

test('between acceptable and manageable is fair; without alarms there is no split', () => {
  assert.equal(alarmVerdicts({ ...health, perTenMinutes: 1.5 })[0].verdict, 'fair');
  const none = alarmVerdicts({ ...health, high: 0, medium: 0, low: 0 });
  assert.equal(
    none.some(({ name }) => name === 'split'),
    false,
  );
});
