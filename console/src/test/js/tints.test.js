import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HALF_LIFE_MILLIS, heatPoints, heatWeight } from '../../main/resources/web/js/heat.js';
import { moodByCell, moodStrength, moodWord } from '../../main/resources/web/js/mood.js';

const now = Date.parse('2026-03-01T10:00:00Z');
const incident = (reportCount, hoursAgo, extra = {}) => ({
  reportCount,
  openedAt: new Date(now - hoursAgo * 3_600_000).toISOString(),
  lat: 31.23,
  lon: 121.47,
  ...extra,
});

test('more reports weigh more, older ones less: half after each half-life', () => {
  assert.equal(heatWeight(incident(6, 0), now), 6);
  assert.equal(heatWeight(incident(6, HALF_LIFE_MILLIS / 3_600_000), now), 3);
  assert.equal(heatWeight(incident(0, 0), now), 1);
});

test('what has no place, or hardly counts any more, gives no heat', () => {
  const points = heatPoints([incident(2, 0), incident(2, 0, { lat: undefined }), incident(1, 48)], now);
  assert.deepEqual(
    points.map((point) => point.weight),
    [2],
  );
});

test('a mood has one word: fear before anger before complaint', () => {
  assert.equal(moodWord({ polarity: -0.9, anger: 0.6, fear: 0.7 }), 'fear');
  assert.equal(moodWord({ polarity: -0.9, anger: 0.6, fear: 0.5 }), 'anger');
  assert.equal(moodWord({ polarity: -0.4, anger: 0.2, fear: 0.1 }), 'complaint');
  assert.equal(moodWord({ polarity: 0.5, anger: 0, fear: 0 }), 'praise');
  assert.equal(moodWord({ polarity: -0.1, anger: 0.1, fear: 0 }), 'calm');
  assert.equal(moodWord(undefined), 'calm');
  assert.equal(moodStrength({ polarity: -0.4, anger: 0.2, fear: 0.1 }), 0.4);
  assert.equal(moodStrength({ polarity: -0.9, anger: 0.6, fear: 0.5 }), 0.6);
});

test('the mood of a cell is the mean over its reports', () => {
  const mood = (polarity, anger) => ({ polarity, anger, fear: 0 });
  const cells = moodByCell([
    { cellId: 'C-1', reportCount: 3, mood: mood(-1, 0.8) },
    { cellId: 'C-1', reportCount: 1, mood: mood(1, 0) },
    { cellId: null, reportCount: 9, mood: mood(-1, 1) },
    { cellId: 'C-2', reportCount: 9 },
  ]);
  assert.deepEqual([...cells.keys()], ['C-1']);
  assert.equal(cells.get('C-1').polarity, -0.5);
  assert.ok(Math.abs(cells.get('C-1').anger - 0.6) < 1e-9);
  assert.equal(cells.get('C-1').reports, 4);
});
