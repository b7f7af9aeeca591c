/** Sending somebody whom something speaks against: the same request again, with the reason. */

const CODES = [
  'OFF_SHIFT',
  'SHIFT_ENDS_BEFORE_ARRIVAL',
  'SKILL_MISSING',
  'LEVEL_TOO_LOW',
  'CERTIFICATE_EXPIRED',
  'RESTING',
  'WORKED_ENOUGH',
];

/**
 * @param request is told the reason, null the first time
 * @param ask is told the refusal and gives the reason, or null when nobody is to be sent
 * @returns the answer, or null when nobody is to be sent
 */
export async function despite(request, ask) {
  try {
    return await request(null);
  } catch (problem) {
    if (!problem.type?.endsWith(':not-eligible')) throw problem;
    const reason = await ask(problem);
    return reason ? request(reason) : null;
  }
}

/** In the log the codes of what spoke against it stand before what was said: `OFF_SHIFT, RESTING: 电话确认可到`. */
export function readDespite(note) {
  const cut = (note ?? '').indexOf(': ');
  const codes = cut < 0 ? [] : note.slice(0, cut).split(', ');
  const known = codes.length > 0 && codes.every((code) => CODES.includes(code));
  return known ? { codes, words: note.slice(cut + 2) } : { codes: [], words: note ?? '' };
}
