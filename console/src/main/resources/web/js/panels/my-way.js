/** The way to where I am sent: asked for again when I leave it or roads change, and kept for where there is no network. */

import { h, reconcile, setText } from '../element.js';
import { formatMeters, metersBetween } from '../format.js';
import { formatClock } from '../time.js';
import { directions, isDue, progressOn, restOfLine } from '../way.js';

/** A rough guide where no way is known: roads are longer than the crow flies, and a town is driven through at 30 km/h. */
const METERS_PER_MINUTE = 500;
const DETOUR = 1.3;
const KEPT = 'way';
const STEPS_SHOWN = 4;
const NO_WAY = ['no-way', 'not-located'];

export class MyWay {
  #asked = null;
  #answer = null;
  #asking = false;
  #refused = null;
  #generation = 0;

  /** @param onChange is told when another way is known */
  constructor(phone, onChange) {
    this.phone = phone;
    this.onChange = onChange;
    this.distance = h('div', { class: 'quiet', testid: 'way' });
    this.steps = h('ol', { class: 'way-steps', testid: 'way-steps' });
    this.kept = h('div', { class: 'quiet', testid: 'way-kept' });
    this.node = h('div', { class: 'my-way' }, this.distance, this.steps, this.kept);
    phone.personId.follow(() => this.#forget());
    this.#recall();
  }

  /** @returns the line that is left, or null when none is known */
  show(assignment, me, incident) {
    const known = Number.isFinite(me?.lat) && Number.isFinite(incident?.lat);
    const there = !['OFFERED', 'ACCEPTED', 'EN_ROUTE'].includes(assignment.state);
    if (known && !there) this.#askWhenDue(assignment, me, incident);
    const way = known && !there && this.#answer?.assignmentId === assignment.id ? this.#answer.way : null;
    const progress = way ? progressOn(way, me) : null;
    this.#renderDistance(known ? metersBetween(me.lat, me.lon, incident.lat, incident.lon) : null, progress);
    this.#renderSteps(way, progress);
    return way ? [{ lat: me.lat, lon: me.lon }, ...restOfLine(way, progress)] : null;
  }

  #renderDistance(straight, progress) {
    const { t } = this.phone.language;
    if (progress) {
      const n = Math.max(1, Math.ceil(progress.seconds / 60));
      setText(this.distance, t('way.byRoad', { distance: formatMeters(progress.left + progress.beside), n }));
    } else if (straight === null) {
      setText(this.distance, '');
    } else {
      const n = Math.max(1, Math.round((straight * DETOUR) / METERS_PER_MINUTE));
      const why = this.#refused ? ` · ${this.#refused}` : '';
      setText(this.distance, t('responder.way', { distance: formatMeters(straight), n }) + why);
    }
  }

  #renderSteps(way, progress) {
    const { language, district, offline } = this.phone;
    const said = way ? directions(way, progress, language) : [];
    const rows = said.slice(0, STEPS_SHOWN).map((text, i) => ({ text, i }));
    reconcile(
      this.steps,
      rows,
      (row) => row.i,
      () => h('li'),
      (node, row) => setText(node, row.text),
    );
    this.steps.hidden = rows.length === 0;
    this.kept.hidden = !way || !offline.value;
    if (!this.kept.hidden)
      setText(this.kept, language.t('way.kept', { time: formatClock(this.#answer.computedAt, district.zone).slice(0, 5) }));
  }

  #askWhenDue(assignment, me, incident) {
    const nowMillis = Date.now();
    const due = { assignmentId: assignment.id, incident, me, asked: this.#asked, answer: this.#answer, nowMillis };
    if (this.#asking || this.phone.offline.value || !isDue(due)) return;
    this.#asking = true;
    this.#asked = { assignmentId: assignment.id, lat: incident.lat, lon: incident.lon, atMillis: nowMillis };
    this.#ask(assignment.id, me, this.#generation);
  }

  async #ask(assignmentId, me, generation) {
    try {
      const answer = await this.phone.api.way(assignmentId, me);
      if (generation !== this.#generation) return;
      this.#answer = answer;
      this.#refused = null;
      await this.phone.storage.keep(KEPT, { personId: this.phone.personId.value, ...answer });
    } catch (problem) {
      if (generation === this.#generation) this.#notFound(problem);
    } finally {
      this.#asking = false;
      this.onChange();
    }
  }

  /** Without an answer the way that is known stands; when there is no way, it must not be driven any more. */
  #notFound(problem) {
    if (!NO_WAY.some((type) => problem.type?.endsWith(`:${type}`))) return;
    this.#answer = null;
    this.#refused = problem.detail;
  }

  async #recall() {
    const kept = await this.phone.storage.kept(KEPT);
    if (!kept || this.#answer || kept.personId !== this.phone.personId.value) return;
    this.#answer = kept;
    this.onChange();
  }

  #forget() {
    this.#generation++;
    this.#asked = null;
    this.#answer = null;
    this.#refused = null;
  }
}
