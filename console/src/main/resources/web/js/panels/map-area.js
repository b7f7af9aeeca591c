/** Drawing an area on the map by pointer or, with the middle of the map, by keys; and the card that says who and what is in it. */

import { DomEvent } from 'leaflet';
import { MOST_POINTS, POINTS_NEEDED, SHAPE_KINDS, shapeOf } from '../area.js';
import { button, h, setText } from '../element.js';
import { AreaCard } from './area-card.js';

export class MapArea {
  /** What is being drawn: `{kind, points, at}`; null when nothing is. */
  drawing = null;

  /** @param map Leaflet's map; `desk.area` holds the finished shape */
  constructor(map, container, desk, redraw) {
    this.map = map;
    this.container = container;
    this.desk = desk;
    this.redraw = redraw;
    this.cross = h('div', { class: 'map-cross', hidden: true, 'aria-hidden': 'true' });
    this.card = new AreaCard(desk, () => this.clear());
    container.append(this.#bar(), this.cross, this.card.node);
    container.addEventListener('keydown', (event) => this.#key(event));
    desk.area.follow(() => {
      this.card.show();
      redraw();
    });
    desk.language.follow(() => this.drawing && this.#say());
    this.card.show();
  }

  #bar() {
    this.kinds = SHAPE_KINDS.map((kind) =>
      button(`area.${kind}`, 'chip', () => this.start(kind), { testid: `area-${kind}`, data: { kind } }),
    );
    this.text = h('span', { role: 'status' });
    this.finish = button('area.finish', 'primary', () => this.#finish(), { testid: 'area-finish' });
    const cancel = button('cancel', 'secondary', () => this.cancel(), { testid: 'area-cancel' });
    const kinds = h('span', { class: 'chips', role: 'group', label: 'area.kind' }, ...this.kinds);
    this.bar = h('div', { class: 'map-pick area-bar', testid: 'area-bar', hidden: true }, kinds, this.text, this.finish, cancel);
    DomEvent.disableClickPropagation(this.bar);
    return this.bar;
  }

  /** Begins to draw; what was drawn before goes. */
  start(kind = 'polygon') {
    this.desk.map.pick.cancel();
    this.desk.area.set(null);
    this.drawing = { kind, points: [], at: null };
    this.bar.hidden = false;
    this.cross.hidden = false;
    this.map.doubleClickZoom.disable();
    document.documentElement.classList.add('is-picking');
    this.#say();
    this.container.focus();
    this.redraw();
  }

  #say() {
    const { kind, points } = this.drawing;
    for (const chip of this.kinds) chip.setAttribute('aria-pressed', String(chip.dataset.kind === kind));
    setText(this.text, this.desk.language.t(`area.${kind}.how`, { n: points.length }));
    this.finish.hidden = kind !== 'polygon';
    this.finish.disabled = points.length < 3;
    this.desk.language.apply(this.bar);
  }

  /** Takes a click on the map, `{lat, lng}`; false when nothing is drawn. */
  takePlace({ lat, lng }) {
    if (!this.drawing) return false;
    const { kind, points } = this.drawing;
    points.push([lat, lng]);
    this.drawing.at = null;
    if (points.length >= Math.min(POINTS_NEEDED[kind], MOST_POINTS)) this.#finish();
    else this.#say();
    this.redraw();
    return true;
  }

  /** The pointer is there. */
  moved({ lat, lng }) {
    if (!this.drawing?.points.length) return;
    this.drawing.at = [lat, lng];
    this.redraw();
  }

  #finish() {
    const { kind, points } = this.drawing;
    const shape = shapeOf(kind, points);
    if (!shape) {
      this.drawing.points = points.slice(0, 1);
      this.#say();
      return;
    }
    this.#leave();
    this.desk.area.set(shape);
    this.card.focus();
  }

  #leave() {
    this.drawing = null;
    this.bar.hidden = true;
    this.cross.hidden = true;
    setTimeout(() => this.map.doubleClickZoom.enable(), 400);
    document.documentElement.classList.remove('is-picking');
    this.redraw();
  }

  /** Leaves drawing; whether there was anything to leave. */
  cancel() {
    if (!this.drawing) return false;
    this.#leave();
    return true;
  }

  clear() {
    this.desk.area.set(null);
    this.container.focus();
  }

  #key(event) {
    if (!this.drawing || event.target !== this.container || event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    this.takePlace(this.map.getCenter());
  }
}
