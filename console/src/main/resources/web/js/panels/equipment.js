/** Vehicles and other equipment: what each is doing and where, saying that one is broken, repaired, or stands elsewhere. */

import { button, h, reconcile, setText } from '../element.js';
import { equipmentRows, TAKEN } from '../equipment.js';
import { nameIn } from '../format.js';
import { whoMay } from './who-may.js';

export class EquipmentList {
  constructor(root, desk) {
    this.desk = desk;
    this.search = h('input', {
      type: 'search',
      class: 'equipment-search',
      hint: 'equipment.search',
      label: 'equipment.search',
      testid: 'equipment-search',
      on: { input: () => this.#render() },
    });
    this.rows = h('ul', { class: 'closures', testid: 'equipment' });
    this.none = h('p', { class: 'empty', i18n: 'equipment.none' });
    root.append(h('p', { class: 'quiet', i18n: 'equipment.what' }), whoMay(desk, 'setEquipment'), this.search, this.rows, this.none);
    desk.cover.equipment.follow(() => this.#render());
    desk.language.follow(() => this.#render());
  }

  open() {
    this.#render();
  }

  #render() {
    const { cover, language } = this.desk;
    if (cover.tab.value !== 'equipment') return;
    const rows = equipmentRows(cover.equipment.value, this.search.value, language.code);
    reconcile(
      this.rows,
      rows,
      (unit) => unit.id,
      () => this.#create(),
      (node, unit) => this.#update(node, unit),
    );
    this.none.hidden = rows.length > 0;
  }

  #create() {
    const node = h('li', { class: 'equipment-unit', testid: 'equipment-unit' });
    node.parts = {
      name: h('button', { type: 'button', class: 'link' }),
      state: h('b', { class: 'equipment-state', testid: 'equipment-state' }),
      where: h('p', { class: 'quiet' }),
      turn: h('button', { type: 'button', class: 'secondary', testid: 'equipment-turn', hidden: !this.desk.may('setEquipment') }),
      note: h('input', { maxlength: '200', required: true, hint: 'equipment.why', label: 'equipment.why', testid: 'equipment-note' }),
    };
    const { name, state, where, turn, note } = node.parts;
    node.form = h('form', { class: 'equipment-form', hidden: true }, note);
    node.form.append(h('button', { class: 'primary', i18n: 'equipment.confirm', testid: 'equipment-confirm' }));
    node.form.append(button('cancel', 'secondary', () => this.#ask(node, false)));
    node.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#set(node, 'BROKEN', note.value.trim());
    });
    name.addEventListener('click', () => this.desk.showOnMap(node.unit.lat, node.unit.lon, false));
    turn.addEventListener('click', () => {
      if (node.unit.state === 'BROKEN') this.#set(node, 'AVAILABLE', null);
      else this.#ask(node, node.form.hidden);
    });
    node.append(h('div', {}, h('div', { class: 'equipment-line' }, name, state), where, node.form), turn);
    this.desk.language.apply(node);
    return node;
  }

  #ask(node, open) {
    node.form.hidden = !open;
    node.parts.note.value = '';
    if (open) node.parts.note.focus();
  }

  #set(node, state, note) {
    const { unit } = node;
    return this.desk.attempt(async () => {
      await this.desk.cover.setEquipment(unit.id, state, note);
      this.#ask(node, false);
      this.desk.toasts.show(this.desk.language.t(`equipment.done.${state}`, { name: nameIn(this.desk.language.code, unit) }));
    });
  }

  #update(node, unit) {
    const { language } = this.desk;
    node.unit = unit;
    node.dataset.state = unit.state;
    setText(node.parts.name, nameIn(language.code, unit));
    setText(node.parts.state, language.t(`equipment.${unit.state}`));
    setText(node.parts.where, this.#where(unit));
    setText(node.parts.turn, language.t(unit.state === 'BROKEN' ? 'equipment.repair' : 'equipment.break'));
  }

  #where(unit) {
    const { district, language } = this.desk;
    if (TAKEN.has(unit.state)) {
      const said = { who: this.desk.personName(unit.personId), incident: unit.incidentId, by: unit.by };
      return language.t('equipment.with', said);
    }
    const place = nameIn(language.code, district.places.find((one) => one.id === unit.placeId) ?? { id: unit.placeId });
    return unit.note ? `${place} · ${unit.note} · ${unit.by}` : place;
  }
}
