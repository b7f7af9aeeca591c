/** How reports sound, in words and over cells. */

const STRONG = 0.45;
const LEANING = 0.25;

/** One word for a mood: `fear`, `anger`, `complaint`, `praise` or `calm`. */
export function moodWord(mood) {
  if (!mood) return 'calm';
  if (mood.fear >= STRONG && mood.fear >= mood.anger) return 'fear';
  if (mood.anger >= STRONG) return 'anger';
  if (mood.polarity <= -LEANING) return 'complaint';
  return mood.polarity >= LEANING ? 'praise' : 'calm';
}

/** How much of that word there is, 0 to 1. */
export function moodStrength(mood, word = moodWord(mood)) {
  if (word === 'fear' || word === 'anger') return mood[word];
  return Math.min(1, Math.abs(mood?.polarity ?? 0));
}

/**
 * The mean mood of each cell, weighted by reports.
 *
 * @param incidents those that count
 * @returns per cell id `{polarity, anger, fear, reports}`
 */
export function moodByCell(incidents) {
  const sums = new Map();
  for (const { cellId, mood, reportCount } of incidents) {
    if (!cellId || !mood) continue;
    const weight = Math.max(1, reportCount ?? 1);
    const sum = sums.get(cellId) ?? { polarity: 0, anger: 0, fear: 0, reports: 0 };
    for (const name of ['polarity', 'anger', 'fear']) sum[name] += (mood[name] ?? 0) * weight;
    sum.reports += weight;
    sums.set(cellId, sum);
  }
  for (const sum of sums.values()) for (const name of ['polarity', 'anger', 'fear']) sum[name] /= sum.reports;
  return sums;
}
