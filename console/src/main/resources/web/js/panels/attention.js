/** The one list of what needs an officer. It renders only the rows in view, and holds still under the pointer. */

import { attentionList, FILTERS, holdOrder, isOpen, isUnacknowledged } from '../attention.js';
import { h, reconcile, setText } from '../element.js';
import { isActive } from '../steps.js';
import { gradeBadge, markerLook } from '../severity.js';
import { ageSeconds, formatAge } from '../time.js';
import { scrollToShow, visibleRange } from '../virtual.js';

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
    root.append(this.#head(), this.#list());
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
    desk.clock.everySecond(() => this.#tickAges());
    new ResizeObserver(() => this.#render()).observe(this.scroller);
    this.refresh();
  }

  #head() {
    this.chips = new Map();
    const chips = h('div', { class: 'chips', role: 'group', label: 'list.filters' });
    for (const name of Object.keys(FILTERS)) {
      const count = h('span', { class: 'chip-count' });
      const chip = h('button', {
        type: 'button',
        class: 'chip',
        testid: `filter-${name}`,
        on: { click: () => this.desk.filter.set(name) },
      });
      chip.append(h('span', { i18n: `filter.${name}` }), count);
      this.chips.set(name, { chip, count });
      chips.append(chip);
    }
    this.search = h('input', {
      type: 'search',
      class: 'search',
      hint: 'list.search',
      label: 'list.searchLabel',
      testid: 'list-search',
      on: { input: () => this.#searched() },
    });
    this.search.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#clearSearch();
      else if (event.key === 'ArrowDown' || event.key === 'Enter') this.focusFirst();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    return h('div', { class: 'list-head' }, chips, h('div', { class: 'list-tools' }, this.search, this.#orderButton()));
  }

  #orderButton() {
    const { order, language } = this.desk;
    const node = h('button', { type: 'button', class: 'tool', testid: 'list-order', tip: 'list.orderTip' });
    const show = () => setText(node, language.t(`order.${order.value}`));
    node.addEventListener('click', () => order.set(order.value === 'waiting' ? 'newest' : 'waiting'));
    order.follow(show);
    language.follow(show);
    show();
    return node;
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

  #textOf(incident) {
    const { district } = this.desk;
    const type = district.types.get(incident.type);
    const words = [
      incident.id,
      incident.type,
      type?.zh,
      type?.en,
      incident.summary,
      incident.address,
      incident.acknowledgedBy,
    ];
    return words.filter(Boolean).join(' ') + ` ${this.desk.placeOfCell(incident.cellId)}`;
  }

  /** Sorts again; while the pointer is over the list only counts what is new. */
  refresh(force = false) {
    const incidents = this.#incidents();
    const list = attentionList(incidents.values(), {
      filter: this.desk.filter.value,
      order: this.desk.order.value,
      officer: this.desk.officer.value,
      query: this.#query,
      textOf: (incident) => this.#textOf(incident),
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
    this.#countChips();
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

  #countChips() {
    const counts = Object.fromEntries(Object.keys(FILTERS).map((name) => [name, 0]));
    for (const incident of this.desk.store.state.incidents.values()) {
      for (const [name, passes] of Object.entries(FILTERS)) {
        if (passes(incident, this.desk.officer.value)) counts[name]++;
      }
    }
    for (const [name, { chip, count }] of this.chips) {
      const pressed = this.desk.filter.value === name;
      chip.setAttribute('aria-pressed', String(pressed));
      setText(count, name === 'closed' ? '' : String(counts[name]));
    }
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
      () => this.#createRow(),
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
    return this.#query ? 'list.noMatch' : 'list.empty';
  }

  #createRow() {
    const row = h('div', { class: 'row', role: 'option', testid: 'incident-row' });
    const parts = {
      badge: h('span', { class: 'row-badge' }),
      type: h('span', { class: 'row-type' }),
      state: h('span', { class: 'row-state' }),
      age: h('span', { class: 'row-age' }),
      summary: h('div', { class: 'row-summary' }),
      place: h('span', { class: 'row-place' }),
      sent: h('span', { class: 'row-sent' }),
      reports: h('span', { class: 'row-reports' }),
    };
    row.append(
      parts.badge,
      h('div', { class: 'row-top' }, parts.type, parts.state, parts.age),
      parts.summary,
      h('div', { class: 'row-foot' }, parts.place, parts.sent, parts.reports),
    );
    row.parts = parts;
    row.addEventListener('pointerenter', () => this.desk.hover.set(row.dataset.id));
    row.addEventListener('pointerleave', () => this.desk.hover.set(null));
    row.addEventListener('click', () => this.desk.choose(row.dataset.id));
    return row;
  }

  #updateRow(row, { id, index }) {
    const incident = this.#incidents().get(id) ?? this.#lastKnown.get(id);
    if (!incident) return;
    const { language, district, selection, hover } = this.desk;
    const { parts } = row;
    row.id = `row-${id}`;
    row.dataset.id = id;
    row.style.transform = `translateY(${index * ROW_HEIGHT}px)`;
    row.setAttribute('aria-setsize', this.#ids.length);
    row.setAttribute('aria-posinset', index + 1);
    row.setAttribute('aria-selected', String(selection.value === id));
    row.classList.toggle('hovered', hover.value === id);
    row.classList.toggle('over', !isOpen(incident));
    row.classList.toggle('unacknowledged', isUnacknowledged(incident));
    row.dataset.grade = incident.grade;
    row.dataset.state = incident.state;
    this.#badge(parts.badge, incident);
    setText(parts.type, district.typeName(incident.type, language.code));
    setText(parts.state, this.#stateText(incident));
    setText(parts.summary, incident.summary ?? '');
    setText(parts.place, incident.address || this.desk.placeOfCell(incident.cellId));
    const sent = this.#sentTo.get(id) ?? 0;
    setText(parts.sent, sent ? language.t('list.sent', { n: sent }) : '');
    setText(parts.reports, incident.reportCount > 1 ? language.t('list.reports', { n: incident.reportCount }) : '');
    this.#age(row, incident);
  }

  #badge(node, incident) {
    const look = markerLook(incident);
    const key = `${incident.grade}|${look}`;
    if (node.dataset.look === key) return;
    node.dataset.look = key;
    node.replaceChildren(
      gradeBadge(incident.grade, look, 30),
      h('span', { class: 'for-readers', i18n: `grade.${incident.grade}` }),
    );
    this.desk.language.apply(node);
  }

  #stateText(incident) {
    const { t } = this.desk.language;
    return isUnacknowledged(incident) && incident.state === 'REPORTED'
      ? t('state.unacknowledged')
      : t(`state.${incident.state}`);
  }

  #age(row, incident) {
    const since = isOpen(incident) ? incident.openedAt : (incident.closedAt ?? incident.updatedAt);
    const seconds = ageSeconds(since, this.desk.clock.now());
    setText(row.parts.age, formatAge(seconds, this.desk.language.units()));
  }

  #tickAges() {
    for (const row of this.rows.children) {
      const incident = this.#lastKnown.get(row.dataset.id);
      if (incident) this.#age(row, incident);
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

  #searched() {
    this.#query = this.search.value;
    this.scroller.scrollTop = 0;
    this.refresh(true);
  }

  #clearSearch() {
    this.search.value = '';
    this.#searched();
    this.scroller.focus();
  }

  /** Puts the cursor into the search field. */
  focusSearch() {
    this.search.focus();
    this.search.select();
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
