/** Open incidents near a responder who has nothing to do, to come to on their own initiative. */

import { despite } from '../despite.js';
import { button, h, reconcile, setText } from '../element.js';
import { formatMeters, metersBetween } from '../format.js';
import { gradeBadge, markerLook } from '../severity.js';
import { DespiteForm } from './despite.js';

const LISTED_AT_MOST = 8;
const WITHIN_METERS = 5_000;
const ASKED_AT_MOST = 200;

/** The open ones with a place nobody has closed, the nearest first. */
export function nearest(incidents, me) {
  if (!Number.isFinite(me?.lat)) return [];
  return incidents
    .filter((incident) => Number.isFinite(incident.lat))
    .map((incident) => ({ incident, meters: metersBetween(me.lat, me.lon, incident.lat, incident.lon) }))
    .filter(({ meters }) => meters <= WITHIN_METERS)
    .sort((a, b) => a.meters - b.meters)
    .slice(0, LISTED_AT_MOST);
}

export class NearbyIncidents {
  #found = null;

  constructor(phone) {
    this.phone = phone;
    this.why = new DespiteForm(phone.language);
    this.look = button('nearby.look', 'secondary', () => this.#load(), { testid: 'nearby' });
    this.list = h('div', { class: 'nearby-list' });
    this.none = h('p', { class: 'quiet', i18n: 'nearby.none', hidden: true });
    this.node = h('section', { class: 'nearby' }, this.look, this.list, this.none);
    phone.language.follow(() => this.#render());
    phone.personId.follow(() => this.#show(null));
  }

  #show(found) {
    this.#found = found;
    this.#render();
  }

  #load() {
    return this.phone.attempt(async () => {
      const { incidents } = await this.phone.api.incidents('open', ASKED_AT_MOST);
      this.#show(nearest(incidents, this.phone.position.here.value ?? this.phone.me()));
    });
  }

  #render() {
    this.none.hidden = this.#found === null || this.#found.length > 0;
    reconcile(
      this.list,
      this.#found ?? [],
      ({ incident }) => incident.id,
      ({ incident }) => this.#row(incident),
      (row, { incident, meters }) => this.#update(row, incident, meters),
    );
  }

  #row(incident) {
    const row = h('div', { class: 'nearby-row', testid: 'nearby-row', data: { id: incident.id } });
    const go = button('nearby.join', 'secondary', () => this.#join(incident.id), { testid: 'join-in' });
    row.append(gradeBadge(incident.grade, markerLook(incident), 24), h('div', {}, h('strong'), h('div')), go);
    this.phone.language.apply(row);
    return row;
  }

  #update(row, incident, meters) {
    const { district, language } = this.phone;
    const [name, where] = row.children[1].children;
    setText(name, district.typeName(incident.type, language.code));
    setText(where, [district.addressIn(language.code, incident), formatMeters(meters)].filter(Boolean).join(' · '));
    setText(row.children[2], language.t('nearby.join'));
  }

  #join(incidentId) {
    return this.phone.attempt(async () => {
      const assignment = await despite(
        (reason) => this.phone.api.joinIn(incidentId, this.phone.personId.value, reason),
        (problem) => this.why.ask(problem),
      );
      if (!assignment) return;
      this.phone.store.dispatch({ kind: 'answer', assignments: [assignment] });
      this.#show(null);
    });
  }
}
