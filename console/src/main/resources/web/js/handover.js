/** An incident in the hands of another department: what can be done there, and how its clock stands. */

export const handedOver = (incident) => ['HANDED', 'ACCEPTED'].includes(incident?.handover?.state);

/** What can be done now, the likeliest first. */
export function handoverSteps(handover) {
  if (handover?.state === 'HANDED') return ['accept', 'return', 'urge', 'withdraw'];
  if (handover?.state === 'ACCEPTED') return ['finish', 'extend', 'return', 'urge', 'withdraw'];
  return [];
}

/** Which of them take a reason: `needed`, `free` or null. */
export function reasonFor(step) {
  if (step === 'accept') return null;
  return step === 'finish' ? 'free' : 'needed';
}

/** Seconds left, or over, of the department's target. */
export function handoverClock(handover, nowMillis) {
  const left = Math.ceil((Date.parse(handover.dueAt) - nowMillis) / 1000);
  return { seconds: Math.abs(left), overdue: left <= 0 };
}

/** What a department may be given: a label's key and minutes; null minutes stand for its own target. */
export const TARGETS = [
  ['own', null],
  ['30', 30],
  ['120', 120],
  ['480', 480],
  ['1440', 1440],
  ['4320', 4320],
];
