/** What the ledger's stages and alarms say, without a page. */

/** A report older than this at a stage is late, milliseconds. */
export const LATE_MILLIS = 5000;

/** The stages of this gateway since it started, then those of all since the data began. */
export const OWN_STAGES = ['received', 'journaled', 'streamed'];
export const ALL_STAGES = ['stream', 'picture', 'filed', 'shown'];
export const ALARM_CODES = [
  'stalled',
  'silent',
  'journal',
  'gap',
  'reset',
  'checkpoint',
  'disk',
  'memory',
  'queue',
  'clock',
  'audit',
];
export const ABOUTS = [
  ...OWN_STAGES,
  ...ALL_STAGES,
  'redis',
  'graph',
  'pipeline',
  'gateway',
  'journal',
  'intake',
  'append',
  'checkpoints',
  'photos',
];

/** Whether a stage is through, late, or cannot be told. */
export function stageState(stage) {
  if (stage.ageMillis < 0) return 'unknown';
  return stage.ageMillis > LATE_MILLIS ? 'late' : 'good';
}

/** One alarm in words. */
export function alarmText(alarm, t) {
  const about = alarm.about ? t(ABOUTS.includes(alarm.about) ? `about.${alarm.about}` : 'about.other') : '';
  return t(`alarm.${alarm.code}`, { about, n: alarm.value });
}
