/** Which roads are closed, closing one for a reason, opening it again. */

import { button, h, reconcile, setText } from '../element.js';
import { nameIn } from '../format.js';
import { toUnit } from '../geometry.js';
import { closureRows, nearestRoad, roadChoices } from '../roads.js';
import { Picker } from './picker.js';
import { whoMay } from './who-may.js';

const HOURS = [1, 2, 4, 12];
const MILLIS_PER_HOUR = 3_600_000;

export class ClosedRoadsList {
  constructor(root, desk) {
    this.desk = desk;
    this.chosen = h('p', { class: 'quiet', testid: 'road-chosen', role: 'status' });
    const point = button('roads.point', 'secondary', () => this.#point(), { testid: 'road-point' });
    const byName = button('roads.byName', 'secondary', () => this.picker.open(), { testid: 'road-by-name' });
    this.picker = new Picker(desk, {
      hint: 'roads.search',
      testid: 'road-picker',
      find: (query) => this.#found(query),
      onPick: (item) => this.#choose(item.roads.map((road) => road.id)),
    });
    this.rows = h('ul', { class: 'closures', testid: 'closures' });
    this.none = h('p', { class: 'empty', i18n: 'roads.none' });
    root.append(
      h('p', { class: 'quiet', i18n: 'roads.what' }),
      whoMay(desk, 'closeRoads'),
      h('div', { class: 'whatif-where', hidden: !desk.may('closeRoads') }, point, byName),
      this.picker.node,
      this.chosen,
      this.#form(),
      h('h3', { i18n: 'roads.closed' }),
      this.rows,
      this.none,
    );
    desk.cover.closures.follow(() => this.#render());
    desk.cover.chosenRoads.follow(() => this.#render());
    desk.language.follow(() => this.#render());
  }

  #form() {
    const fields = { maxlength: '200', required: true, hint: 'roads.reason', label: 'roads.reason', testid: 'road-reason' };
    this.reason = h('input', { ...fields, autocomplete: 'off' });
    const options = HOURS.map((hours) => h('option', { value: hours, i18n: `roads.hours.${hours}` }));
    this.until = h('select', { label: 'roads.until', testid: 'road-until' }, h('option', { value: '', i18n: 'roads.byHand' }), ...options);
    this.close = h('button', { class: 'primary', i18n: 'roads.close', testid: 'road-close' });
    this.form = h('form', { class: 'road-form', hidden: true }, this.reason, this.until, this.close);
    this.form.append(button('cancel', 'secondary', () => this.desk.cover.chosenRoads.set([]), { testid: 'road-cancel' }));
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#close();
    });
    return this.form;
  }

  open() {
    this.#render();
  }

  #found(query) {
    const { district, language } = this.desk;
    return roadChoices(district.roads, query, language.code).map((choice) => ({
      ...choice,
      note: language.t('roads.segments', { n: choice.roads.length }),
    }));
  }

  async #point() {
    const at = await this.desk.map.pick.place();
    if (!at) return;
    const road = nearestRoad(this.desk.district.roads, toUnit(at.lat, at.lon));
    if (road) this.#choose([road.id]);
  }

  #choose(ids) {
    this.desk.cover.chosenRoads.set(ids);
    this.reason.focus();
  }

  async #close() {
    const ids = this.desk.cover.chosenRoads.value;
    const hours = Number(this.until.value);
    const until = hours ? new Date(this.desk.clock.now() + hours * MILLIS_PER_HOUR).toISOString() : null;
    this.close.disabled = true;
    await this.desk.attempt(async () => {
      await this.desk.cover.closeRoads(ids, this.reason.value.trim(), until);
      this.reason.value = '';
      this.desk.cover.chosenRoads.set([]);
      this.desk.toasts.show(this.desk.language.t('roads.done', { n: ids.length }));
    });
    this.close.disabled = false;
  }

  #open(row) {
    return this.desk.attempt(async () => {
      await this.desk.cover.openRoads(row.roadIds);
      this.desk.toasts.show(this.desk.language.t('roads.opened', { n: row.roadIds.length }));
    });
  }

  #render() {
    const { cover, district, language } = this.desk;
    if (cover.tab.value !== 'roads') return;
    const ids = cover.chosenRoads.value;
    this.form.hidden = ids.length === 0;
    const name = this.#name(district.roadById.get(ids[0]));
    setText(this.chosen, ids.length ? language.t('roads.chosen', { name, n: ids.length }) : '');
    const rows = closureRows(cover.closures.value, district.roadById);
    reconcile(
      this.rows,
      rows,
      (row) => row.key,
      () => this.#create(),
      (node, row) => this.#update(node, row),
    );
    this.none.hidden = rows.length > 0;
  }

  #name(road) {
    return nameIn(this.desk.language.code, road) || this.desk.language.t('roads.unnamed');
  }

  #create() {
    const show = h('button', { type: 'button', class: 'link' });
    const reopen = button('roads.open', 'secondary', () => this.#open(node.row), { testid: 'road-open', hidden: !this.desk.may('openRoads') });
    show.addEventListener('click', () => this.#show(node.row));
    const node = h('li', { testid: 'closure' }, h('div', {}, show, h('p', { class: 'quiet' })), reopen);
    this.desk.language.apply(node);
    return node;
  }

  #update(node, row) {
    const { language } = this.desk;
    node.row = row;
    const [text] = node.children;
    const { closure } = row;
    setText(text.firstChild, `${this.#name(row.road)} · ${language.t('roads.segments', { n: row.roadIds.length })}`);
    const until = closure.until ? language.t('roads.untilTime', { time: this.desk.when(closure.until) }) : language.t('roads.byHand');
    const said = { reason: closure.reason, who: closure.by, since: this.desk.when(closure.since), until };
    setText(text.lastChild, language.t('roads.row', said));
  }

  #show({ road }) {
    const place = this.desk.district.places.find((one) => one.id === road?.fromPlaceId);
    if (place) this.desk.showOnMap(place.lat, place.lon, false);
  }
}
