/** Messages from the floor to people in a drawn area: which stand, who has confirmed. Pure. */

/** What a message may have, in characters. */
export const MOST_CHARACTERS = 500;

/** Those that stand, the newest first. */
export function standing(notices, nowMillis) {
  return [...notices.values()]
    .filter((notice) => Date.parse(notice.until) > nowMillis)
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1));
}

/** Receipts, those first that lack a confirmation. */
export function receiptsByNeed(notice) {
  return [...notice.receipts].sort(
    (a, b) => Boolean(a.confirmedAt) - Boolean(b.confirmedAt) || (a.personId < b.personId ? -1 : 1),
  );
}

/** How many have confirmed. */
export const confirmed = (notice) => notice.receipts.filter((receipt) => receipt.confirmedAt).length;

/**
 * What somebody has still to read, the oldest first.
 *
 * @param waiting of the phone's outbox: what is confirmed there counts
 */
export function unread(notices, personId, waiting, nowMillis) {
  const sent = new Set(waiting.filter((item) => item.kind === 'notice' && !item.refused).map((item) => item.noticeId));
  const isOpen = (notice) =>
    !sent.has(notice.id) && notice.receipts.some((receipt) => receipt.personId === personId && !receipt.confirmedAt);
  return standing(notices, nowMillis).filter(isOpen).reverse();
}
