/** Until when something must happen, and who is told when it does not. */

/** The rungs of the ladder: duty officer, shift leader, director. */
export const RUNGS = 3;
const SOON_SECONDS = 30;

const seconds = (instant, nowMillis) => {
  const at = Date.parse(instant ?? '');
  return Number.isNaN(at) ? null : Math.ceil((at - nowMillis) / 1000);
};

/**
 * What an incident waits for, now; null when for nothing.
 *
 * @returns `stage`, `seconds` left or over, `overdue`, `soon`, `told` how often, `rung` who has it, `nextRung` who is told
 *     next (null when nobody), `nextSeconds` until then
 */
export function dueState(due, nowMillis) {
  const left = seconds(due?.at, nowMillis);
  if (left === null) return null;
  const next = seconds(due.nextAt, nowMillis);
  const overdue = left <= 0;
  return {
    stage: due.stage,
    seconds: Math.abs(left),
    overdue,
    soon: !overdue && left <= SOON_SECONDS,
    told: due.told ?? 0,
    rung: due.rung ?? 0,
    nextRung: next === null ? null : Math.min((due.rung ?? 0) + 1, RUNGS - 1),
    nextSeconds: next === null ? null : Math.max(0, next),
  };
}

/** `0:42`, `7:05`, `1:20:00`: a clock that runs down. */
export function formatCountdown(total) {
  const minutes = Math.floor(total / 60) % 60;
  const rest = String(total % 60).padStart(2, '0');
  const hours = Math.floor(total / 3600);
  return hours ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}
