/** The part of a long list that is in view: which rows, where they stand, and that they stay put when others arrive. */

import { scrollToShow, visibleRange } from '../virtual.js';

export class RowWindow {
  /** @param rows lies in `scroller` and is as high as all rows together */
  constructor(scroller, rows, rowHeight) {
    Object.assign(this, { scroller, rows, rowHeight });
  }

  /** First row in view, and the one after the last. */
  range(count) {
    return visibleRange(count, this.rowHeight, this.scroller.scrollTop, this.scroller.clientHeight);
  }

  /** Whole rows that fit, less one that both pages show. */
  get page() {
    return Math.max(1, Math.floor(this.scroller.clientHeight / this.rowHeight) - 1);
  }

  /** The row at the top and how far it is scrolled, so that arrivals above it do not push it away. */
  anchor(ids) {
    const { scrollTop } = this.scroller;
    const index = Math.floor(scrollTop / this.rowHeight);
    return scrollTop === 0 ? null : { id: ids[index], offset: scrollTop - index * this.rowHeight };
  }

  keepAnchor(ids, anchor) {
    this.rows.style.height = `${ids.length * this.rowHeight}px`;
    const index = anchor ? ids.indexOf(anchor.id) : -1;
    if (index >= 0) this.scroller.scrollTop = index * this.rowHeight + anchor.offset;
  }

  place(row, index) {
    row.style.transform = `translateY(${index * this.rowHeight}px)`;
  }

  show(index) {
    const { scrollTop, clientHeight } = this.scroller;
    if (index >= 0) this.scroller.scrollTop = scrollToShow(index, this.rowHeight, scrollTop, clientHeight);
  }

  toTop() {
    this.scroller.scrollTop = 0;
  }
}
