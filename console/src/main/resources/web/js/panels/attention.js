/** The one list of what needs an officer. It renders only the rows in view, and holds still under the pointer. */

import { attentionList, holdOrder } from '../attention.js';
import { h, reconcile, setAttribute, setText } from '../element.js';
import { groupKey, groupRows, isGroupKey } from '../flood.js';
import { goalOf, turnsGroup } from '../list-keys.js';
import { paced } from '../pace.js';
import { countActive } from '../steps.js';
import { AttentionHead } from './attention-head.js';
import { createRow, tickRow, updateRow, wordsOf } from './attention-row.js';
import { FloodBar } from './flood-bar.js';
import { createGroupRow, updateGroupRow } from './group-row.js';
import { ListedIncidents } from './listed-incidents.js';
import { RowWindow } from './row-window.js';

const ROW_HEIGHT = 78;
const COUNT_SAVED_EVERY_MILLIS = 1_000;
/** Nobody reads faster; thousands are sorted each time. */
const REFRESH_EVERY_MILLIS = 200;

export class AttentionPanel {
  #ids = [];
  #held = false;
  #waiting = 0;
  #opened = new Set();
  #rowOf = new Map();
  #cursor = null;
  #sentTo = new Map();
  #lastKnown = new Map();

  constructor(root, desk) {
    this.desk = desk;
    this.listed = new ListedIncidents(desk);
    this.head = new AttentionHead(desk, {
      onSearch: (query) => desk.query.set(query),
      onSaved: () => this.#countSaved(),
      onLeave: () => this.focusFirst(),
      onClear: () => this.scroller.focus(),
    });
    this.flood = new FloodBar(desk, () => this.refresh(true));
    this.countSaved = paced(() => this.#countSaved(), COUNT_SAVED_EVERY_MILLIS);
    root.append(this.head.node, this.flood.node, this.#list());
    const changed = paced(() => this.refresh(), REFRESH_EVERY_MILLIS);
    desk.store.subscribe((state, before) => {
      if (state.assignments !== before.assignments) this.#sentTo = countActive(state.assignments.values());
      if (state.incidents !== before.incidents || state.assignments !== before.assignments) changed();
    });
    desk.language.follow(() => this.refresh());
    desk.officer.follow(() => this.refresh());
    desk.filter.follow(() => this.#filterChanged());
    desk.order.follow(() => this.refresh(true));
    desk.query.follow(() => this.#filterChanged());
    desk.shift.standing.follow(() => this.refresh());
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
    this.window = new RowWindow(this.scroller, this.rows, ROW_HEIGHT);
    this.scroller.addEventListener('pointerenter', () => (this.#held = true));
    this.scroller.addEventListener('pointerleave', () => this.#release());
    return h('div', { class: 'list-body' }, this.fresh, this.empty, this.scroller);
  }

  /** Sorts again; while the pointer is over the list only counts what is new. */
  refresh(force = false) {
    const incidents = this.listed.all();
    const rows = this.#rowsOf(
      attentionList(incidents.values(), {
        filter: this.desk.filter.value,
        order: this.desk.order.value,
        officer: this.desk.officer.value,
        query: this.desk.query.value,
        isSnoozed: this.desk.isSnoozed,
        textOf: (incident) => wordsOf(incident, this.desk),
      }),
    );
    const order = holdOrder(
      this.#ids,
      rows.map((row) => row.key),
      this.#held && !force && this.#ids.length > 0,
    );
    const anchor = this.window.anchor(this.#ids);
    this.#waiting = order.waiting;
    this.#ids = order.ids;
    this.#remember(incidents, rows);
    this.window.keepAnchor(this.#ids, anchor);
    this.head.count(this.desk.store.state.incidents.values());
    this.countSaved();
    this.#render();
  }

  /** In a flood what belongs together stands together, unless the officer looks for something. */
  #rowsOf(list) {
    this.flood.look();
    const grouped = this.flood.groups && !this.desk.query.value && this.desk.filter.value !== 'closed';
    this.scroller.setAttribute('role', grouped ? 'tree' : 'listbox');
    if (!grouped) return list.map((incident) => ({ key: incident.id, incident }));
    return groupRows(list, this.#areaOf, (key) => this.#opened.has(key));
  }

  #areaOf = (incident) => this.desk.district.cellById.get(incident.cellId)?.areaId ?? '';

  #remember(incidents, rows) {
    const fresh = new Map(rows.map((row) => [row.key, row]));
    const known = new Map();
    const kept = new Map();
    for (const id of this.#ids) {
      known.set(id, fresh.get(id) ?? this.#rowOf.get(id));
      if (!isGroupKey(id)) kept.set(id, incidents.get(id) ?? this.#lastKnown.get(id));
    }
    this.#rowOf = known;
    this.#lastKnown = kept;
  }

  #countSaved() {
    this.head.saved.count(this.desk.store.state.incidents.values(), (incident) => wordsOf(incident, this.desk));
  }

  #toggle(key) {
    if (!this.#opened.delete(key)) this.#opened.add(key);
    this.#cursor = key;
    this.refresh(true);
  }

  #render() {
    const { first, end } = this.window.range(this.#ids.length);
    const inView = this.#ids.slice(first, end).map((id, i) => ({ id, index: first + i }));
    reconcile(
      this.rows,
      inView,
      (row) => row.id,
      (row) => (isGroupKey(row.id) ? createGroupRow(this.desk, (key) => this.#toggle(key)) : createRow(this.desk)),
      (node, row) => this.#updateRow(node, row),
    );
    this.fresh.hidden = this.#waiting === 0;
    setText(this.fresh, this.desk.language.t('list.fresh', { n: this.#waiting }));
    this.empty.hidden = this.#ids.length > 0;
    setText(this.empty, this.desk.language.t(this.listed.emptyKey()));
    const at = this.#at();
    if (at >= first && at < end) this.scroller.setAttribute('aria-activedescendant', `row-${this.#ids[at]}`);
    else this.scroller.removeAttribute('aria-activedescendant');
  }

  #updateRow(row, { id, index }) {
    row.id = `row-${id}`;
    this.window.place(row, index);
    row.setAttribute('aria-setsize', this.#ids.length);
    row.setAttribute('aria-posinset', index + 1);
    row.classList.toggle('at-cursor', this.#cursor === id);
    const known = this.#rowOf.get(id);
    if (known?.group) {
      updateGroupRow(row, known, this.desk);
      return;
    }
    const incident = this.listed.all().get(id) ?? this.#lastKnown.get(id);
    if (!incident) return;
    const inTree = this.scroller.getAttribute('role') === 'tree';
    row.setAttribute('role', inTree ? 'treeitem' : 'option');
    setAttribute(row, 'aria-level', inTree ? (known?.member ? 2 : 1) : null);
    row.classList.toggle('member', Boolean(known?.member));
    updateRow(row, incident, this.desk, this.#sentTo.get(id) ?? 0);
  }

  #tickAges() {
    for (const row of this.rows.children) {
      const incident = this.#lastKnown.get(row.dataset.id);
      if (incident) tickRow(row, incident, this.desk);
    }
    if (this.flood.look()) this.refresh();
  }

  #release() {
    this.#held = false;
    this.refresh();
  }

  async #filterChanged() {
    this.window.toTop();
    this.refresh(true);
    if (this.desk.filter.value === 'closed' && (await this.listed.loadClosed())) this.refresh(true);
  }

  /** Puts the cursor into the search field. */
  focusSearch() {
    this.head.focusSearch();
  }

  focusFirst() {
    this.scroller.focus();
    const first = this.#ids.find((id) => !isGroupKey(id));
    if (this.#at() < 0 && first) this.desk.choose(first);
    else if (this.#at() < 0 && this.#ids.length) this.#moveTo(0);
  }

  /** Where the keyboard stands: on a group, else on the incident that is open. */
  #at() {
    const at = this.#cursor === null ? -1 : this.#ids.indexOf(this.#cursor);
    return at >= 0 ? at : this.#ids.indexOf(this.desk.selection.value);
  }

  #moveTo(index) {
    const id = this.#ids[index];
    this.#cursor = isGroupKey(id) ? id : null;
    if (this.#cursor === null) this.desk.choose(id);
    this.#scrollTo(index);
  }

  #key(event) {
    const at = this.#at();
    const row = this.#rowOf.get(this.#ids[at]);
    const goal = goalOf(event.key, at, this.#ids.length, this.window.page);
    if (row?.group && turnsGroup(event.key, Boolean(row.open))) this.#toggle(row.key);
    else if (event.key === 'Enter') this.desk.focusDetail();
    else if (goal !== null) this.#moveTo(goal);
    else return;
    event.preventDefault();
  }

  /** An incident that is chosen elsewhere opens the group it is in. */
  #reveal(id) {
    const incident = this.desk.store.state.incidents.get(id);
    const key = incident && groupKey(incident, this.#areaOf);
    if (!this.#ids.includes(id) && this.#ids.includes(key)) {
      this.#opened.add(key);
      this.refresh(true);
    }
    if (id) this.#cursor = null;
    this.#scrollTo(this.#ids.indexOf(id));
  }

  #scrollTo(index) {
    this.window.show(index);
    this.#render();
  }
}
