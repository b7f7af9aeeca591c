/** Until when something must happen, and who is told when it does not. */

/** The rungs of the ladder: duty officer, shift leader, director. */
export const RUNGS = 3;
const SOON_SECONDS = 30;
const LOWEST_GRADE = 'IV';

const seconds = (instant, nowMillis) => {
  const at = Date.parse(instant ?? '');
  return Number.isNaN(at) ? null : Math.ceil((at - nowMillis) / 1000);
};

/**
 * The rung told next; null when the picture does not say. Whoever was told more often than there are rungs below is at the
 * top of the ladder and is told again. For the lowest grade the ladder may end at the shift leader.
 */
function nextRungOf({ rung = 0, told = 0 }, grade) {
  if (told > rung) return rung;
  if (grade === LOWEST_GRADE && rung > 0) return null;
  return Math.min(rung + 1, RUNGS - 1);
}

/**
 * What an incident waits for, now; null when for nothing.
 *
 * @param grade of the incident
 * @returns `stage`, `seconds` left or over, `overdue`, `soon`, `told` how often, `rung` who has it, `nextRung` who is told
 *     next (null when that is not known), `nextSeconds` until then (null when nobody will be)
 */
export function dueState(due, nowMillis, grade) {
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
    nextRung: next === null ? null : nextRungOf(due, grade),
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
