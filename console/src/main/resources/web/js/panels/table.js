/** Everything on the map as a table: sorted, narrowed, opened and taken away as a file, all by keyboard too. */

import { csvFile, fileName, saveFile } from '../csv.js';
import { button, h, reconcile, setAttribute, setText } from '../element.js';
import { paced } from '../pace.js';
import { cellText, columnsOf, FIRST_ORDER, rowsOf, tableFile, tableRows, TABLES, tableWords } from '../tables.js';
import { formatDateTime } from '../time.js';
import { visibleRange } from '../virtual.js';

const ROW_HEIGHT = 34;
const REFRESH_EVERY_MILLIS = 1_000;

export class TablePanel {
  #table = 'incidents';
  #order = { ...FIRST_ORDER };
  #rows = [];
  #words = null;
  #within = null;

  constructor(desk) {
    this.desk = desk;
    this.refresh = paced(() => this.dialog.open && this.#refresh(), REFRESH_EVERY_MILLIS);
    this.dialog = h('dialog', { class: 'sheet table-sheet', label: 'table.title', testid: 'table' });
    this.dialog.append(this.#head(), this.#body());
    document.body.append(this.dialog);
    desk.store.subscribe(() => this.refresh());
    desk.language.follow(() => this.dialog.open && this.#choose(this.#table));
    new ResizeObserver(() => this.#render()).observe(this.scroller);
  }

  #head() {
    this.tabs = TABLES.map((table) => {
      const tab = button(`table.of.${table}`, 'chip', () => this.#choose(table), { testid: `table-${table}` });
      tab.dataset.table = table;
      return tab;
    });
    this.search = h('input', { type: 'search', hint: 'table.search', label: 'table.search', testid: 'table-search' });
    this.search.addEventListener('input', () => this.#refresh());
    this.count = h('span', { class: 'quiet', role: 'status', testid: 'table-count' });
    this.whole = button('table.whole', 'chip', () => this.open(this.#table, this.search.value), { testid: 'table-whole' });
    const save = button('table.save', 'tool', () => this.#save(), { testid: 'table-save' });
    const close = button('close', 'secondary', () => this.dialog.close(), { testid: 'table-close' });
    const tabs = h('div', { class: 'chips', role: 'group', label: 'table.title' }, ...this.tabs);
    const bar = h('div', { class: 'sheet-head' }, h('h2', { i18n: 'table.title' }), tabs, this.search, this.count);
    bar.append(this.whole, h('span', { class: 'spring' }), save, close);
    return bar;
  }

  #body() {
    this.headRow = h('tr', {});
    this.before = h('tr', { class: 'table-space', 'aria-hidden': 'true' }, h('td', {}));
    this.after = h('tr', { class: 'table-space', 'aria-hidden': 'true' }, h('td', {}));
    this.tbody = h('tbody', { testid: 'table-rows' });
    this.grid = h('table', { class: 'table' }, h('thead', {}, this.headRow));
    this.grid.append(h('tbody', {}, this.before), this.tbody, h('tbody', {}, this.after));
    this.none = h('p', { class: 'empty', i18n: 'list.noMatch', hidden: true });
    this.scroller = h('div', { class: 'table-scroller', on: { scroll: () => this.#render() } }, this.grid, this.none);
    this.tbody.addEventListener('keydown', (event) => this.#key(event));
    return this.scroller;
  }

  /** @param within only rows it is true for; null for all */
  open(table = this.#table, query = '', within = null) {
    this.search.value = query;
    this.#within = within;
    this.whole.hidden = !within;
    this.desk.language.apply(this.dialog);
    if (!this.dialog.open) this.dialog.showModal();
    this.#choose(table);
    this.search.focus();
  }

  #choose(table) {
    this.#table = table;
    this.dialog.dataset.table = table;
    for (const tab of this.tabs) tab.setAttribute('aria-pressed', String(tab.dataset.table === table));
    this.tbody.replaceChildren();
    this.headRow.replaceChildren(...columnsOf(table).map((column) => this.#columnHead(column)));
    this.desk.language.apply(this.headRow);
    this.scroller.scrollTop = 0;
    this.#refresh();
  }

  #columnHead(column) {
    const sort = h('button', { type: 'button', class: 'table-sort', testid: `sort-${column}`, i18n: `table.${column}` });
    sort.addEventListener('click', () => {
      const { column: now, down } = this.#order[this.#table];
      this.#order[this.#table] = { column, down: now === column && !down };
      this.#refresh();
    });
    return h('th', { scope: 'col', data: { column } }, sort);
  }

  #refresh() {
    const { store, district } = this.desk;
    this.#words = tableWords(this.desk);
    const order = this.#order[this.#table];
    const options = { query: this.search.value.trim(), words: this.#words, ...order };
    const all = rowsOf(this.#table, store.state, district);
    this.#rows = tableRows(this.#table, this.#within ? all.filter(this.#within) : all, options);
    for (const head of this.headRow.children) {
      const sorted = head.dataset.column === order.column;
      setAttribute(head, 'aria-sort', sorted ? (order.down ? 'descending' : 'ascending') : null);
    }
    setText(this.count, this.desk.language.t('table.count', { n: this.#rows.length }));
    this.none.hidden = this.#rows.length > 0;
    this.grid.setAttribute('aria-rowcount', this.#rows.length + 1);
    this.#render();
  }

  #render() {
    if (!this.dialog.open || !this.#words) return;
    const { scrollTop, clientHeight } = this.scroller;
    const { first, end } = visibleRange(this.#rows.length, ROW_HEIGHT, scrollTop, clientHeight);
    this.before.firstChild.style.height = `${first * ROW_HEIGHT}px`;
    this.after.firstChild.style.height = `${(this.#rows.length - end) * ROW_HEIGHT}px`;
    const columns = columnsOf(this.#table);
    const window = this.#rows.slice(first, end).map((row, i) => ({ row, index: first + i }));
    reconcile(
      this.tbody,
      window,
      ({ row }) => row.id,
      ({ row }) => this.#row(row.id, columns),
      (node, { row, index }) => {
        node.setAttribute('aria-rowindex', index + 2);
        node.dataset.index = index;
        if (this.#table !== 'places' && this.#table !== 'people') node.dataset.grade = row.grade ?? row.level ?? '';
        for (const [i, column] of columns.entries()) {
          const cell = i === 0 ? node.children[0].firstChild : node.children[i];
          const text = cellText(this.#table, column, row, this.#words);
          setText(cell, text);
          if (i > 0 && cell.title !== text) cell.title = text;
        }
      },
    );
  }

  #row(id, columns) {
    const open = h('button', { type: 'button', class: 'table-open', on: { click: () => this.#show(id) } });
    const cells = columns.slice(1).map(() => h('td', {}));
    return h('tr', { testid: 'table-row', data: { id } }, h('th', { scope: 'row' }, open), ...cells);
  }

  /** Opens what the row is about: in its panel, or on the map. */
  #show(id) {
    const row = this.#rows.find((one) => one.id === id);
    this.dialog.close();
    if (this.#table === 'incidents') this.desk.choose(id);
    else if (this.#table === 'alerts') this.desk.chooseAlert(id);
    else if (row) this.desk.showOnMap(row.lat, row.lon, true);
  }

  #key(event) {
    const now = Number(event.target.closest('tr')?.dataset.index);
    const page = Math.max(1, Math.floor(this.scroller.clientHeight / ROW_HEIGHT) - 2);
    const last = this.#rows.length - 1;
    const goals = {
      ArrowDown: now + 1,
      ArrowUp: now - 1,
      PageDown: now + page,
      PageUp: now - page,
      Home: 0,
      End: last,
    };
    if (!(event.key in goals) || Number.isNaN(now)) return;
    event.preventDefault();
    const goal = Math.max(0, Math.min(last, goals[event.key]));
    const { scrollTop, clientHeight } = this.scroller;
    const top = goal * ROW_HEIGHT;
    if (top < scrollTop || top + ROW_HEIGHT * 2 > scrollTop + clientHeight) this.scroller.scrollTop = top - clientHeight / 2;
    this.#render();
    this.tbody.querySelector(`tr[data-index="${goal}"] button`)?.focus({ preventScroll: true });
  }

  #save() {
    const { clock, district } = this.desk;
    const now = formatDateTime(new Date(clock.now()).toISOString(), district.zone);
    saveFile(fileName(this.#table, now), csvFile(tableFile(this.#table, this.#rows, tableWords(this.desk))));
  }
}
