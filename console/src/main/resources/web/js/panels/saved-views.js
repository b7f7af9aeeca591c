/** Chips of the filters an officer has saved, each with its count, and the way to save one. */

import { button, h, reconcile, setText } from '../element.js';
import { remembered } from '../preferences.js';
import { countViews, isSameView, readSaved, withoutView, withView, writeSaved } from '../saved-views.js';

export class SavedViews {
  #counts = [];

  /** @param options `now()` gives the view in force, `apply(view)` puts one into force */
  constructor(desk, options) {
    this.desk = desk;
    this.options = options;
    this.stored = remembered('views', '');
    this.views = readSaved(this.stored.value);
    this.chips = h('div', { class: 'chips saved-chips', role: 'group', label: 'views.label' });
    this.keep = button('views.save', 'tool', () => this.#ask(true), { testid: 'view-save' });
    this.node = h('div', { class: 'saved-views' }, this.chips, this.#form());
  }

  #form() {
    this.field = h('input', { maxlength: '24', hint: 'views.name', label: 'views.name', testid: 'view-name' });
    const save = h('button', { class: 'tool', i18n: 'officer.save', testid: 'view-name-save' });
    this.form = h('form', { class: 'view-form', hidden: true }, this.field, save);
    this.form.append(button('cancel', 'tool', () => this.#ask(false)));
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#change(withView(this.views, { ...this.options.now(), name: this.field.value }));
      this.#ask(false);
    });
    this.form.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.#ask(false);
    });
    return this.form;
  }

  #ask(asking) {
    this.form.hidden = !asking;
    this.field.value = asking ? this.options.now().query : '';
    if (asking) this.field.focus();
    else this.keep.focus();
  }

  #change(views) {
    this.views = views;
    this.stored.set(writeSaved(views));
    this.#counts = views.map(() => null);
    this.render();
    this.options.onChange();
  }

  /** Counts what each lets through. */
  count(incidents, textOf) {
    this.#counts = countViews(this.views, incidents, {
      officer: this.desk.officer.value,
      isSnoozed: this.desk.isSnoozed,
      textOf,
    });
    this.render();
  }

  render() {
    const now = this.options.now();
    this.chips.hidden = this.views.length === 0;
    this.keep.hidden = now.filter === 'open' && !now.query;
    reconcile(
      this.chips,
      this.views,
      (view) => view.name,
      (view) => this.#chip(view.name),
      (node, view) => this.#update(node, view, isSameView(view, now)),
    );
  }

  #chip(name) {
    const apply = () => this.options.apply(this.views.find((view) => view.name === name));
    const chip = h('button', { type: 'button', class: 'chip', testid: 'saved-view', on: { click: apply } });
    chip.append(h('span', {}, name), h('span', { class: 'chip-count' }));
    const drop = h('button', { type: 'button', class: 'chip-drop', testid: 'saved-view-drop' }, '✕');
    drop.addEventListener('click', () => this.#change(withoutView(this.views, name)));
    return h('span', { class: 'saved-chip' }, chip, drop);
  }

  #update(node, view, pressed) {
    const [chip, drop] = node.children;
    chip.setAttribute('aria-pressed', String(pressed));
    setText(chip.lastChild, String(this.#counts[this.views.indexOf(view)] ?? ''));
    drop.setAttribute('aria-label', this.desk.language.t('views.drop', { name: view.name }));
  }
}
