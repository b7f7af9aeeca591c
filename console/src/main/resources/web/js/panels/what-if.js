/** What if more happened here: who would go to each, and what that would leave thin. Changes nothing. */

import { button, h, setText } from '../element.js';
import { leavesLines } from '../team.js';
import { TeamCard } from './team-card.js';

const COUNTS = [1, 2, 3, 4, 5];
const LIMIT_MINUTES = 10;

export class WhatIfView {
  #answer = null;
  #asked = null;

  constructor(root, desk) {
    this.desk = desk;
    this.type = h('select', { testid: 'whatif-type' });
    this.count = h('select', { testid: 'whatif-count' }, ...COUNTS.map((n) => h('option', { value: n }, String(n))));
    this.count.value = '2';
    this.where = h('p', { class: 'quiet', testid: 'whatif-where' });
    const field = (key, input) => h('label', { class: 'cover-field' }, h('span', { i18n: key }), input);
    const point = button('whatif.point', 'secondary', () => this.#point(), { testid: 'whatif-point' });
    const middle = button('whatif.middle', 'secondary', () => this.#place(this.#middle()), { testid: 'whatif-middle' });
    const ask = h('button', { class: 'primary', i18n: 'whatif.ask', testid: 'whatif-ask' });
    this.form = h('form', { class: 'whatif' });
    this.form.append(
      h('p', { class: 'quiet', i18n: 'whatif.what' }),
      h('div', { class: 'cover-fields' }, field('whatif.type', this.type), field('whatif.count', this.count)),
      h('div', { class: 'whatif-where' }, point, middle),
      this.where,
      ask,
    );
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#ask();
    });
    this.said = h('h3', { role: 'status', testid: 'whatif-said' });
    this.teams = h('div', { class: 'whatif-teams', testid: 'whatif-teams' });
    this.leaves = h('ul', { class: 'team-leaves', testid: 'whatif-leaves' });
    root.append(this.form, this.said, this.teams, this.leaves);
    desk.selection.follow((id) => id && this.#remember(id));
    desk.cover.supposed.follow(() => this.#render());
    desk.language.follow(() => this.#render());
    if (desk.selection.value) this.#remember(desk.selection.value);
  }

  /** What the officer looked at last is where they ask about. */
  #remember(id) {
    const incident = this.desk.store.state.incidents.get(id);
    if (incident && Number.isFinite(incident.lat)) this.here = { lat: incident.lat, lon: incident.lon, type: incident.type };
  }

  open() {
    this.#types();
    if (this.here) this.type.value = this.here.type;
    this.#place(this.here ?? this.#middle());
  }

  #types() {
    const { district, language } = this.desk;
    const chosen = this.type.value;
    const options = [...district.types.keys()].map((code) => h('option', { value: code }, district.typeName(code, language.code)));
    this.type.replaceChildren(...options);
    if (chosen) this.type.value = chosen;
  }

  #middle() {
    const { lat, lng } = this.desk.map.map.getCenter();
    return { lat: Number(lat.toFixed(6)), lon: Number(lng.toFixed(6)) };
  }

  #place({ lat, lon }) {
    this.desk.cover.supposed.set({ lat, lon });
    this.desk.showOnMap(lat, lon, false);
  }

  async #point() {
    const at = await this.desk.map.pick.place();
    if (at) this.#place(at);
    this.form.querySelector('.primary').focus();
  }

  async #ask() {
    const { lat, lon } = this.desk.cover.supposed.value;
    const incidents = Array.from({ length: Number(this.count.value) }, () => ({ type: this.type.value, lat, lon }));
    await this.desk.attempt(async () => {
      this.#answer = await this.desk.api.whatIf(incidents, LIMIT_MINUTES);
      this.#asked = this.type.value;
      this.#render();
    });
  }

  #render() {
    const { language, district, cover } = this.desk;
    if (cover.tab.value !== 'whatif') return;
    this.#types();
    const at = cover.supposed.value;
    const cell = at && district.cellAt(at.lat, at.lon);
    const place = cell ? this.desk.placeOfCell(cell.id) : language.t('whatif.outside');
    setText(this.where, at ? language.t('whatif.where', { place }) : '');
    if (!this.#answer) return;
    const { teams, leaves, spokenFor } = this.#answer;
    const type = district.typeName(this.#asked, language.code);
    const whole = teams.filter((team) => team.complete).length;
    const said = language.t('whatif.said', { n: teams.length, type, whole });
    setText(this.said, spokenFor ? `${said} ${language.t('whatif.spokenFor', { n: spokenFor })}` : said);
    const cards = teams.map((team) => {
      const card = new TeamCard(this.desk);
      card.render({ team, leaves: [] });
      return card.node;
    });
    this.teams.replaceChildren(...cards);
    const lines = leavesLines(leaves, district, language);
    this.leaves.hidden = lines.length === 0;
    this.leaves.replaceChildren(...lines.map((text) => h('li', {}, text)));
  }
}
