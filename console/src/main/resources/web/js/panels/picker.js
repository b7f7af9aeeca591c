/** Searching one thing among many: a field, and below it what fits, by pointer or by keys. */

import { button, h, reconcile, setText } from '../element.js';

const SHOWN_AT_MOST = 40;
let pickers = 0;

export class Picker {
  #active = 0;
  #found = [];

  /**
   * @param desk for the language
   * @param options `hint` key, `testid`, `find(query)` gives `{id, text, note, sign}` each, `onPick(item)`, `onClose()`,
   *     `extra` more nodes below the field
   */
  constructor(desk, options) {
    this.desk = desk;
    this.options = options;
    this.listId = `picker-${++pickers}`;
    this.field = h('input', {
      type: 'text',
      role: 'combobox',
      autocomplete: 'off',
      'aria-expanded': 'true',
      'aria-controls': this.listId,
      'aria-autocomplete': 'list',
      hint: options.hint,
      label: options.hint,
      testid: `${options.testid}-search`,
      on: { input: () => this.#search(), keydown: (event) => this.#key(event) },
    });
    this.list = h('div', { class: 'picker-list', role: 'listbox', id: this.listId, label: options.hint });
    this.none = h('p', { class: 'quiet picker-none', i18n: 'picker.none' });
    const head = h(
      'div',
      { class: 'picker-head' },
      this.field,
      button('cancel', 'secondary', () => this.close()),
    );
    this.node = h('div', { class: 'picker', testid: options.testid, hidden: true }, head, ...(options.extra ?? []));
    this.node.append(this.list, this.none);
  }

  get isOpen() {
    return !this.node.hidden;
  }

  open() {
    this.node.hidden = false;
    this.field.value = '';
    this.desk.language.apply(this.node);
    this.#search();
    this.field.focus();
  }

  close() {
    if (!this.isOpen) return;
    this.node.hidden = true;
    this.options.onClose?.();
  }

  #search() {
    this.#active = 0;
    this.#render();
  }

  #render() {
    this.#found = this.options.find(this.field.value.trim()).slice(0, SHOWN_AT_MOST);
    const create = () =>
      h(
        'div',
        { class: 'picker-row', role: 'option', testid: `${this.options.testid}-option` },
        h('span', { class: 'picker-sign', 'aria-hidden': 'true' }),
        h('span', { class: 'picker-text' }),
        h('span', { class: 'picker-note quiet' }),
      );
    reconcile(
      this.list,
      this.#found,
      (item) => item.id,
      () => this.#listen(create()),
      (row, item) => this.#update(row, item),
    );
    this.none.hidden = this.#found.length > 0;
    const active = this.#found[this.#active];
    if (active) this.field.setAttribute('aria-activedescendant', this.#rowId(active));
    else this.field.removeAttribute('aria-activedescendant');
  }

  #rowId(item) {
    return `${this.listId}-${item.id}`;
  }

  #listen(row) {
    row.addEventListener('click', () => this.#pick(this.#found.find((item) => String(item.id) === row.dataset.key)));
    row.addEventListener('pointerenter', () => this.options.onHover?.(row.dataset.key));
    row.addEventListener('pointerleave', () => this.options.onHover?.(null));
    return row;
  }

  #update(row, item) {
    const [sign, text, note] = row.children;
    row.id = this.#rowId(item);
    row.dataset.id = item.id;
    row.setAttribute('aria-selected', String(this.#found[this.#active] === item));
    if (sign.dataset.sign !== item.signKey) {
      sign.dataset.sign = item.signKey ?? '';
      sign.replaceChildren(...(item.sign ? [item.sign()] : []));
    }
    setText(text, item.text);
    setText(note, item.note ?? '');
  }

  #pick(item) {
    if (!item) return;
    this.close();
    this.options.onPick(item);
  }

  #key(event) {
    const last = this.#found.length - 1;
    if (event.key === 'Escape') this.close();
    else if (event.key === 'Enter') this.#pick(this.#found[this.#active]);
    else if (event.key === 'ArrowDown') this.#move(Math.min(last, this.#active + 1));
    else if (event.key === 'ArrowUp') this.#move(Math.max(0, this.#active - 1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #move(index) {
    this.#active = index;
    this.#render();
    this.list.children[index]?.scrollIntoView({ block: 'nearest' });
  }
}
