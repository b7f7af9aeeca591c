/** Why an assignment ends before its work is done: the reasons to choose from, and how long an offer still stands. */

export const REASONS = {
  decline: ['BUSY', 'TOO_FAR', 'NO_EQUIPMENT', 'UNWELL', 'SHIFT_ENDING', 'OTHER'],
  leave: ['RELIEVED', 'CALLED_AWAY', 'UNWELL', 'SHIFT_ENDING', 'OTHER'],
  recall: ['NOT_NEEDED', 'BETTER_PLACED', 'CALLED_AWAY', 'MISTAKE', 'OTHER'],
};

/** Whether it is said why: a reason out of the list, or words; `OTHER` alone says nothing. */
export const saysWhy = (reason, note) => Boolean(note) || Boolean(reason && reason !== 'OTHER');

/** The reason that is kept with an assignment, and the words beside it; nothing when neither is. */
export const saidWhy = ({ reason, note }, t) => [reason && t(`reason.${reason}`), note].filter(Boolean).join(' · ');

/** Seconds an offer still waits for its answer; null when it waits for ever or is answered. */
export function answerSeconds(assignment, nowMillis) {
  const at = Date.parse(assignment.answerBy ?? '');
  if (assignment.state !== 'OFFERED' || Number.isNaN(at)) return null;
  return Math.max(0, Math.ceil((at - nowMillis) / 1000));
}

/** Whether an officer can still say that nobody else is to be asked. */
export const listGoesOn = (assignment) => ['OPEN', 'DUE'].includes(assignment.succession?.state);

/** In the log a reason out of the list stands before the words: `TOO_FAR: 在城西`. */
export function readReason(note) {
  const [code, ...words] = (note ?? '').split(': ');
  const known = Object.values(REASONS).some((codes) => codes.includes(code));
  return known ? { code, words: words.join(': ') } : { code: null, words: note ?? '' };
}
