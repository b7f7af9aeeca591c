/** The one list of what needs an officer. It renders only the rows in view, and holds still under the pointer. */

import { attentionList, holdOrder } from '../attention.js';
import { h, reconcile, setText } from '../element.js';
import { isActive } from '../steps.js';
import { scrollToShow, visibleRange } from '../virtual.js';
import { AttentionHead } from './attention-head.js';
import { createRow, tickRow, updateRow, wordsOf } from './attention-row.js';

const ROW_HEIGHT = 78;
const CLOSED_FETCHED = 200;

export class AttentionPanel {
  #ids = [];
  #held = false;
  #waiting = 0;
  #query = '';
  #sentTo = new Map();
  #lastKnown = new Map();
  #closed = [];

  constructor(root, desk) {
    this.desk = desk;
    this.head = new AttentionHead(desk, {
      onSearch: (query) => this.#searched(query),
      onLeave: () => this.focusFirst(),
      onClear: () => this.scroller.focus(),
    });
    root.append(this.head.node, this.#list());
    desk.store.subscribe((state, before) => {
      if (state.assignments !== before.assignments) this.#countSent(state.assignments);
      if (state.incidents !== before.incidents || state.assignments !== before.assignments) this.refresh();
    });
    desk.language.follow(() => this.refresh());
    desk.officer.follow(() => this.refresh());
    desk.filter.follow(() => this.#filterChanged());
    desk.order.follow(() => this.refresh(true));
    desk.selection.follow((id) => this.#reveal(id));
    desk.hover.follow(() => this.#render());
    desk.corrections.follow(() => this.#render());
    desk.clock.everySecond(() => this.#tickAges());
    new ResizeObserver(() => this.#render()).observe(this.scroller);
    this.refresh();
  }

  #list() {
    this.fresh = h('button', {
      type: 'button',
      class: 'fresh',
      hidden: true,
      testid: 'new-chip',
      on: { click: () => this.#release() },
    });
    this.empty = h('p', { class: 'empty', hidden: true });
    this.rows = h('div', { class: 'rows', role: 'presentation' });
    this.scroller = h('div', {
      class: 'scroller',
      role: 'listbox',
      tabindex: '0',
      label: 'list.label',
      testid: 'incident-list',
      on: { scroll: () => this.#render(), keydown: (event) => this.#key(event) },
    });
    this.scroller.append(this.rows);
    this.scroller.addEventListener('pointerenter', () => (this.#held = true));
    this.scroller.addEventListener('pointerleave', () => this.#release());
    return h('div', { class: 'list-body' }, this.fresh, this.empty, this.scroller);
  }

  #countSent(assignments) {
    this.#sentTo = new Map();
    for (const assignment of assignments.values()) {
      if (isActive(assignment))
        this.#sentTo.set(assignment.incidentId, (this.#sentTo.get(assignment.incidentId) ?? 0) + 1);
    }
  }

  #incidents() {
    const { incidents } = this.desk.store.state;
    if (this.desk.filter.value !== 'closed') return incidents;
    const all = new Map(this.#closed.map((incident) => [incident.id, incident]));
    for (const [id, incident] of incidents) all.set(id, incident);
    return all;
  }

  /** Sorts again; while the pointer is over the list only counts what is new. */
  refresh(force = false) {
    const incidents = this.#incidents();
    const list = attentionList(incidents.values(), {
      filter: this.desk.filter.value,
      order: this.desk.order.value,
      officer: this.desk.officer.value,
      query: this.#query,
      textOf: (incident) => wordsOf(incident, this.desk),
    });
    const order = holdOrder(
      this.#ids,
      list.map((incident) => incident.id),
      this.#held && !force && this.#ids.length > 0,
    );
    const anchor = this.#anchor();
    this.#waiting = order.waiting;
    this.#ids = order.ids;
    this.#remember(incidents);
    this.#keepAnchor(anchor);
    this.head.count(this.desk.store.state.incidents.values());
    this.#render();
  }

  #remember(incidents) {
    const kept = new Map();
    for (const id of this.#ids) kept.set(id, incidents.get(id) ?? this.#lastKnown.get(id));
    this.#lastKnown = kept;
  }

  /** The row at the top and how far it is scrolled, so that arrivals above it do not push it away. */
  #anchor() {
    const { scrollTop } = this.scroller;
    const index = Math.floor(scrollTop / ROW_HEIGHT);
    return scrollTop === 0 ? null : { id: this.#ids[index], offset: scrollTop - index * ROW_HEIGHT };
  }

  #keepAnchor(anchor) {
    this.rows.style.height = `${this.#ids.length * ROW_HEIGHT}px`;
    const index = anchor ? this.#ids.indexOf(anchor.id) : -1;
    if (index >= 0) this.scroller.scrollTop = index * ROW_HEIGHT + anchor.offset;
  }

  #render() {
    const { first, end } = visibleRange(
      this.#ids.length,
      ROW_HEIGHT,
      this.scroller.scrollTop,
      this.scroller.clientHeight,
    );
    const window = this.#ids.slice(first, end).map((id, i) => ({ id, index: first + i }));
    reconcile(
      this.rows,
      window,
      (row) => row.id,
      () => createRow(this.desk),
      (node, row) => this.#updateRow(node, row),
    );
    this.fresh.hidden = this.#waiting === 0;
    setText(this.fresh, this.desk.language.t('list.fresh', { n: this.#waiting }));
    this.empty.hidden = this.#ids.length > 0;
    setText(this.empty, this.desk.language.t(this.#emptyKey()));
    const selected = this.#ids.includes(this.desk.selection.value) ? `row-${this.desk.selection.value}` : null;
    if (selected) this.scroller.setAttribute('aria-activedescendant', selected);
    else this.scroller.removeAttribute('aria-activedescendant');
  }

  /** Nothing known yet is not the same as nothing going on. */
  #emptyKey() {
    if (this.desk.store.state.snapshots === 0) return 'list.waiting';
    if (this.#query) return 'list.noMatch';
    return this.desk.filter.value === 'unlocated' ? 'list.allLocated' : 'list.empty';
  }

  #updateRow(row, { id, index }) {
    const incident = this.#incidents().get(id) ?? this.#lastKnown.get(id);
    if (!incident) return;
    row.id = `row-${id}`;
    row.style.transform = `translateY(${index * ROW_HEIGHT}px)`;
    row.setAttribute('aria-setsize', this.#ids.length);
    row.setAttribute('aria-posinset', index + 1);
    updateRow(row, incident, this.desk, this.#sentTo.get(id) ?? 0);
  }

  #tickAges() {
    for (const row of this.rows.children) {
      const incident = this.#lastKnown.get(row.dataset.id);
      if (incident) tickRow(row, incident, this.desk);
    }
  }

  #release() {
    this.#held = false;
    this.refresh();
  }

  #filterChanged() {
    this.scroller.scrollTop = 0;
    this.refresh(true);
    if (this.desk.filter.value === 'closed') this.#loadClosed();
  }

  async #loadClosed() {
    try {
      const { incidents } = await this.desk.api.incidents('all', CLOSED_FETCHED);
      this.#closed = incidents;
      this.refresh(true);
    } catch (problem) {
      this.desk.fail(problem);
    }
  }

  #searched(query) {
    this.#query = query;
    this.scroller.scrollTop = 0;
    this.refresh(true);
  }

  /** Puts the cursor into the search field. */
  focusSearch() {
    this.head.focusSearch();
  }

  focusFirst() {
    this.scroller.focus();
    if (!this.#ids.includes(this.desk.selection.value) && this.#ids.length) this.desk.choose(this.#ids[0]);
  }

  #key(event) {
    const last = this.#ids.length - 1;
    const now = this.#ids.indexOf(this.desk.selection.value);
    const page = Math.max(1, Math.floor(this.scroller.clientHeight / ROW_HEIGHT) - 1);
    const goals = {
      ArrowDown: now + 1,
      ArrowUp: now < 0 ? last : now - 1,
      PageDown: now + page,
      PageUp: now - page,
      Home: 0,
      End: last,
    };
    if (event.key === 'Enter') this.desk.focusDetail();
    else if (event.key in goals && last >= 0)
      this.desk.choose(this.#ids[Math.max(0, Math.min(last, goals[event.key]))]);
    else return;
    event.preventDefault();
  }

  #reveal(id) {
    const index = this.#ids.indexOf(id);
    if (index >= 0) {
      const { scrollTop, clientHeight } = this.scroller;
      this.scroller.scrollTop = scrollToShow(index, ROW_HEIGHT, scrollTop, clientHeight);
    }
    this.#render();
  }
}
