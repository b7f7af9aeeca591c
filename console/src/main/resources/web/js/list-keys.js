/** Where a key leads in a list; null when nowhere. */

/**
 * @param key the keyboard's name of it
 * @param at row of the cursor, -1 when on none
 * @param count of rows
 * @param page rows that a page is
 */
export function goalOf(key, at, count, page) {
  const last = count - 1;
  const goals = {
    ArrowDown: at + 1,
    ArrowUp: at < 0 ? last : at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: last,
  };
  return key in goals && count > 0 ? Math.max(0, Math.min(last, goals[key])) : null;
}

/** Whether a key opens or closes the group it is on. */
export function turnsGroup(key, isOpen) {
  return key === 'Enter' || key === ' ' || key === (isOpen ? 'ArrowLeft' : 'ArrowRight');
}
