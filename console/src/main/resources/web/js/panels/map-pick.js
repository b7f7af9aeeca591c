/** Pointing on the map: at a place, or at an incident there or in the list. Escape leaves it. */

import { DomEvent } from 'leaflet';
import { button, h, setText } from '../element.js';

export class MapPick {
  #waiting = null;

  /** @param map Leaflet's map */
  constructor(map, container, desk) {
    this.map = map;
    this.container = container;
    this.desk = desk;
    this.text = h('span', { role: 'status' });
    const cancel = button('cancel', 'secondary', () => this.cancel(), { testid: 'pick-cancel' });
    this.banner = h('div', { class: 'map-pick', testid: 'pick-banner', hidden: true }, this.text, cancel);
    this.cross = h('div', { class: 'map-cross', hidden: true, 'aria-hidden': 'true' });
    container.append(this.banner, this.cross);
    DomEvent.disableClickPropagation(this.banner);
    container.addEventListener('keydown', (event) => this.#key(event));
    desk.language.follow(() => this.#waiting && this.#say());
  }

  /** A place on the map, `{lat, lon}`; null when the officer left it. Enter takes the middle of the map. */
  place() {
    return this.#wait('place', null);
  }

  /** An incident other than this one; null when the officer left it. */
  incident(exceptId) {
    return this.#wait('incident', exceptId);
  }

  get wants() {
    return this.#waiting?.kind ?? null;
  }

  #wait(kind, exceptId) {
    this.cancel();
    return new Promise((answer) => {
      this.#waiting = { kind, exceptId, answer };
      this.banner.hidden = false;
      this.cross.hidden = kind !== 'place';
      document.documentElement.classList.add('is-picking', `is-picking-${kind}`);
      this.#say();
      this.map.getContainer().focus();
    });
  }

  #say() {
    setText(this.text, this.desk.language.t(`pick.${this.#waiting.kind}`));
    this.desk.language.apply(this.banner);
  }

  #answer(value) {
    const { answer } = this.#waiting;
    this.#waiting = null;
    this.banner.hidden = true;
    this.cross.hidden = true;
    document.documentElement.classList.remove('is-picking', 'is-picking-place', 'is-picking-incident');
    answer(value);
  }

  /** Whether there was anything to leave. */
  cancel() {
    if (!this.#waiting) return false;
    this.#answer(null);
    return true;
  }

  /** Takes a click on the map, `{lat, lng}`; false when nobody waits for one. */
  takePlace({ lat, lng }) {
    if (this.wants !== 'place') return false;
    this.#answer({ lat: Number(lat.toFixed(6)), lon: Number(lng.toFixed(6)) });
    return true;
  }

  /** Takes an incident that was chosen; false when nobody waits for one. */
  takeIncident(id) {
    if (this.wants !== 'incident') return false;
    if (id !== this.#waiting.exceptId) this.#answer(id);
    return true;
  }

  #key(event) {
    if (event.key !== 'Enter' || event.target !== this.container || !this.takePlace(this.map.getCenter())) return;
    event.preventDefault();
    event.stopPropagation();
  }
}
