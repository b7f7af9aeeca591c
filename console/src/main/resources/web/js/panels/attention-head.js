/** What narrows and orders the list: a chip per filter with its count, the search field, the order. */

import { countPassing, FILTERS } from '../attention.js';
import { h, setText } from '../element.js';
import { SavedViews } from './saved-views.js';

/** Filters that are of no interest while nothing passes them. */
const ONLY_WITH_SOME = new Set(['unlocated']);

export class AttentionHead {
  /** @param options `onSearch(query)`, `onLeave()` down into the list, `onClear()` */
  constructor(desk, options) {
    this.desk = desk;
    this.options = options;
    this.chips = new Map();
    this.search = this.#searchField();
    this.saved = new SavedViews(desk, {
      now: () => ({ filter: desk.filter.value, query: desk.query.value.trim(), order: desk.order.value }),
      apply: (view) => {
        for (const name of ['filter', 'query', 'order']) desk[name].set(view[name]);
      },
      onChange: () => options.onSaved(),
    });
    const tools = h('div', { class: 'list-tools' }, this.search, this.saved.keep, this.#orderButton());
    this.node = h('div', { class: 'list-head' }, this.#filters(), this.saved.node, tools);
    desk.query.follow((query) => {
      if (this.search.value !== query) this.search.value = query;
    });
    this.search.value = desk.query.value;
  }

  #filters() {
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
    return chips;
  }

  #searchField() {
    const field = h('input', {
      type: 'search',
      class: 'search',
      hint: 'list.search',
      label: 'list.searchLabel',
      testid: 'list-search',
      on: { input: () => this.options.onSearch(field.value) },
    });
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#clear();
      else if (event.key === 'ArrowDown' || event.key === 'Enter') this.options.onLeave();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    return field;
  }

  #clear() {
    this.search.value = '';
    this.options.onSearch('');
    this.options.onClear();
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

  /** Counts what each filter lets through. */
  count(incidents) {
    this.saved.render();
    const counts = countPassing(incidents, this.desk.officer.value, this.desk.isSnoozed);
    for (const [name, { chip, count }] of this.chips) {
      const pressed = this.desk.filter.value === name;
      chip.setAttribute('aria-pressed', String(pressed));
      chip.hidden = ONLY_WITH_SOME.has(name) && !pressed && counts[name] === 0;
      setText(count, name === 'closed' ? '' : String(counts[name]));
    }
  }

  /** Puts the cursor into the search field. */
  focusSearch() {
    this.search.focus();
    this.search.select();
  }
}
