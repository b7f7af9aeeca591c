/** Order of sequence numbers. They are written as Redis stream ids are: number, dash, number. */

const WELL_FORMED = /^(\d+)-(\d+)$/;

/** Splits a sequence number; null when it is not one. */
export function parseSeq(text) {
  const match = WELL_FORMED.exec(text ?? '');
  return match ? [BigInt(match[1]), BigInt(match[2])] : null;
}

/**
 * Negative when `a` is before `b`, positive when after, 0 when the same. What is not a sequence number comes before
 * everything, so that a console that knows nothing takes whatever it is told.
 */
export function compareSeq(a, b) {
  const left = parseSeq(a);
  const right = parseSeq(b);
  if (!left || !right) return Number(Boolean(left)) - Number(Boolean(right));
  for (let i = 0; i < 2; i++) {
    if (left[i] !== right[i]) return left[i] < right[i] ? -1 : 1;
  }
  return 0;
}
