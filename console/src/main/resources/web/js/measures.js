/** How long things take, and how many alarms an officer is asked to bear, against what is bearable. */

export const STEPS = ['ANSWER', 'PROCESS', 'TRAVEL', 'HANDLING', 'RESPONSE'];
export const SCOPES = ['WORLD', 'CELL', 'TYPE', 'ORGANIZATION'];

/**
 * One row per key of a scope, its measures by step; those that miss their targets most come first.
 *
 * @returns `{key, count, worst, steps}`; `worst` is the least share within target, null when there is none
 */
export function measureRows(measures, scope) {
  const rows = new Map();
  for (const measure of measures) {
    if (measure.scope !== scope) continue;
    const row = rows.get(measure.key) ?? { key: measure.key ?? '', count: 0, worst: null, steps: {} };
    row.steps[measure.step] = measure;
    row.count = Math.max(row.count, measure.count);
    if (Number.isFinite(measure.withinTarget)) row.worst = Math.min(row.worst ?? 1, measure.withinTarget);
    rows.set(measure.key, row);
  }
  return [...rows.values()].sort(
    (a, b) => (a.worst ?? 2) - (b.worst ?? 2) || b.count - a.count || (a.key < b.key ? -1 : 1),
  );
}

/** `good` from nine in ten on, `fair` from three in four, else `bad`; null without a target. */
export function shareVerdict(withinTarget) {
  if (!Number.isFinite(withinTarget)) return null;
  if (withinTarget >= 0.9) return 'good';
  return withinTarget >= 0.75 ? 'fair' : 'bad';
}

const upTo = (value, good, fair) => (value <= good ? 'good' : value <= fair ? 'fair' : 'bad');

function splitVerdict(low, high) {
  if (low >= 0.8 && high <= 0.05) return 'good';
  return low >= 0.65 && high <= 0.1 ? 'fair' : 'bad';
}

/** The figures of alarm health, each with its verdict against ISA-18.2 and EEMUA 191. */
export function alarmVerdicts(health) {
  const total = health.high + health.medium + health.low;
  const share = (count) => (total ? count / total : null);
  const verdicts = [
    { name: 'mean', value: health.perTenMinutes, verdict: upTo(health.perTenMinutes, 1, 2) },
    { name: 'peak', value: health.peakPerTenMinutes, verdict: upTo(health.peakPerTenMinutes, 10, 10) },
    { name: 'flood', value: health.floodShare, verdict: health.floodShare < 0.01 ? 'good' : 'bad' },
    { name: 'chattering', value: health.chattering, verdict: upTo(health.chattering, 0, 0) },
    { name: 'stale', value: health.stale, verdict: health.stale < 5 ? 'good' : 'bad' },
  ];
  if (total) {
    const [low, medium, high] = [share(health.low), share(health.medium), share(health.high)];
    verdicts.splice(3, 0, { name: 'split', value: { low, medium, high }, verdict: splitVerdict(low, high) });
  }
  return verdicts;
}
