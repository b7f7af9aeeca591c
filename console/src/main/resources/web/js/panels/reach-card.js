/** On the map: from where one is at an incident within how many minutes; more or fewer of them, or no more. */

import { DomEvent } from 'leaflet';
import { h, setText } from '../element.js';
import { reachKeys } from './coverage-legend.js';

const MINUTES = [5, 10, 15, 20, 30];

export class ReachCard {
  constructor(desk) {
    this.desk = desk;
    this.text = h('span', { role: 'status', testid: 'reach-text' });
    const options = MINUTES.map((minutes) => h('option', { value: minutes }, String(minutes)));
    this.minutes = h('select', { label: 'reach.minutes', testid: 'reach-minutes' }, ...options);
    this.minutes.addEventListener('change', () => this.#ask());
    const close = h('button', { type: 'button', class: 'icon-button', label: 'reach.hide', testid: 'reach-hide' }, '✕');
    close.addEventListener('click', () => desk.cover.reach.set(null));
    const line = h('div', { class: 'reach-line' }, this.text, this.minutes, close);
    this.node = h('section', { class: 'reach-card', testid: 'reach-card', label: 'reach.title', hidden: true }, line, reachKeys(desk));
    DomEvent.disableClickPropagation(this.node);
    desk.cover.reach.follow(() => this.#show());
    desk.language.follow(() => this.#show());
  }

  #ask() {
    const { lat, lon } = this.desk.cover.reach.value;
    this.desk.cover.showReach(lat, lon, Number(this.minutes.value));
  }

  #show() {
    const { cover, language } = this.desk;
    const reach = cover.reach.value;
    this.node.hidden = !reach;
    if (!reach) return;
    this.minutes.value = String(reach.minutes);
    const n = reach.reached?.length;
    setText(this.text, n === undefined ? language.t('candidates.loading') : language.t('reach.text', { n, minutes: reach.minutes }));
  }
}
