/** Which rows of a long list are worth having on the page. */

/** First and one past the last row to render, with a few to spare on both sides. */
export function visibleRange(count, rowHeight, scrollTop, viewHeight, spare = 6) {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - spare);
  const end = Math.min(count, Math.ceil((scrollTop + viewHeight) / rowHeight) + spare);
  return { first: Math.min(first, end), end };
}

/** How far to scroll so that the row is in view; the present position when it is already. */
export function scrollToShow(index, rowHeight, scrollTop, viewHeight) {
  const top = index * rowHeight;
  if (top < scrollTop) return top;
  return top + rowHeight > scrollTop + viewHeight ? top + rowHeight - viewHeight : scrollTop;
}
