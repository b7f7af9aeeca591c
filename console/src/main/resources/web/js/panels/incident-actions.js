/** What an officer decides about an incident: acknowledge it, close it, join it to another. */

import { isOpen, isUnacknowledged } from '../attention.js';
import { joinChoices } from '../choices.js';
import { button, h, setText } from '../element.js';
import { handedOver } from '../handover.js';
import { gradeBadge, markerLook } from '../severity.js';
import { isActive } from '../steps.js';
import { Picker } from './picker.js';
import { whoMay } from './who-may.js';

export class IncidentActions {
  #incident = null;

  /**
   * @param onHandOver opens the choice of departments
   * @param notes what opens notes and putting off
   */
  constructor(desk, onHandOver, notes) {
    this.desk = desk;
    this.notes = notes;
    this.handOver = button('handover.act', 'secondary', onHandOver, { testid: 'hand-over' });
    this.acknowledge = button('incident.acknowledge', 'primary', () => this.#acknowledge(), { testid: 'acknowledge' });
    this.acknowledgedBy = h('span', { class: 'acknowledged-by', testid: 'acknowledged-by' });
    this.close = button('incident.close', 'secondary', () => this.#askClose(true), { testid: 'close-incident' });
    this.reopen = button('incident.reopen', 'secondary', () => this.desk.reopen(this.#incident.id), { testid: 'reopen' });
    this.join = button('join.into', 'secondary', () => this.#askJoin(), { testid: 'join' });
    this.bar = h('div', { class: 'actions' }, this.acknowledge, this.acknowledgedBy);
    this.reach = button('reach.show', 'secondary', () => this.#toggleReach(), { testid: 'show-reach' });
    this.bar.append(this.handOver, this.join, this.close, this.reopen, this.reach, notes);
    desk.cover.reach.follow(() => this.#incident && this.#showReach());
    this.picker = this.#joinPicker();
    this.node = h('div', { class: 'actions-box' }, this.bar, whoMay(desk, 'acknowledgeIncident'), this.#closeForm(), this.picker.node);
  }

  #closeForm() {
    this.note = h('input', {
      maxlength: '500',
      hint: 'incident.closeNote',
      label: 'incident.closeNote',
      testid: 'close-note',
    });
    this.form = h(
      'form',
      { class: 'close-form', hidden: true, testid: 'close-form' },
      this.note,
      h('button', { class: 'primary', i18n: 'incident.closeConfirm', testid: 'close-confirm' }),
      button('cancel', 'secondary', () => this.#askClose(false)),
    );
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#closeIncident();
    });
    return this.form;
  }

  #joinPicker() {
    const byPointing = button('join.point', 'secondary wide', () => this.#pointAtTarget(), { testid: 'join-point' });
    return new Picker(this.desk, {
      hint: 'join.search',
      testid: 'join-picker',
      extra: [byPointing],
      find: (query) => this.#targets(query),
      onPick: (item) => this.desk.join(this.#incident.id, item.id),
      onHover: (id) => this.desk.hover.set(id),
    });
  }

  #targets(query) {
    const { store, district, language } = this.desk;
    const choices = joinChoices(this.#incident, store.state.incidents, query, {
      typeName: (code) => district.typeName(code, language.code),
      placeOf: (other) => this.desk.whereOf(other),
    });
    return choices.map((choice) => ({
      ...choice,
      signKey: `${choice.incident.grade}|${markerLook(choice.incident)}`,
      sign: () => gradeBadge(choice.incident.grade, markerLook(choice.incident), 20),
    }));
  }

  /** Another incident is shown. */
  open() {
    this.#askClose(false);
    this.picker.close();
  }

  show(incident) {
    const { language, store, may } = this.desk;
    this.#incident = incident;
    const bound = [...store.state.assignments.values()].some((a) => a.incidentId === incident.id && isActive(a));
    this.acknowledge.hidden = !isUnacknowledged(incident) || !may('acknowledgeIncident');
    const who = incident.acknowledgedBy;
    setText(this.acknowledgedBy, who ? language.t('incident.acknowledgedBy', { who }) : '');
    const elsewhere = handedOver(incident);
    this.handOver.hidden = !isOpen(incident) || elsewhere || !may('handOverIncident');
    this.close.hidden = !isOpen(incident) || isUnacknowledged(incident) || bound || elsewhere || !may('closeIncident');
    this.close.className = incident.state === 'REPORTED_BACK' ? 'primary' : 'secondary';
    this.reopen.hidden = incident.state !== 'CLOSED' || !may('reopenIncident');
    this.join.hidden = !isOpen(incident) || bound || elsewhere || !may('joinIncident');
    this.#showReach();
    if (this.close.hidden) this.#askClose(false);
    if (this.join.hidden) this.picker.close();
    const all = [this.acknowledge, this.close, this.reopen, this.join, this.handOver, this.reach, ...this.notes.children];
    const nothing = all.every((node) => node.hidden);
    this.bar.hidden = nothing && !this.acknowledgedBy.textContent;
  }

  #reached() {
    const reach = this.desk.cover.reach.value;
    return Boolean(reach) && reach.lat === this.#incident.lat && reach.lon === this.#incident.lon;
  }

  #showReach() {
    this.reach.hidden = !this.desk.may('getIsochrone') || !isOpen(this.#incident) || !Number.isFinite(this.#incident.lat);
    this.reach.setAttribute('aria-pressed', String(this.#reached()));
  }

  /** Shows from where one is there within some minutes, or stops. */
  #toggleReach() {
    const { cover } = this.desk;
    if (this.#reached()) cover.reach.set(null);
    else cover.showReach(this.#incident.lat, this.#incident.lon);
  }

  async #acknowledge() {
    this.acknowledge.disabled = true;
    await this.desk.attempt(async () => {
      const incident = await this.desk.api.acknowledge(this.#incident.id);
      this.desk.store.dispatch({ kind: 'answer', incidents: [incident] });
    });
    this.acknowledge.disabled = false;
  }

  #askClose(asking) {
    this.form.hidden = !asking;
    this.bar.classList.toggle('asking', asking);
    if (asking) this.note.focus();
    else this.note.value = '';
  }

  async #closeIncident() {
    await this.desk.attempt(async () => {
      const incident = await this.desk.api.close(this.#incident.id, this.note.value.trim());
      this.desk.store.dispatch({ kind: 'answer', incidents: [incident] });
      this.#askClose(false);
      this.desk.tellClosed(incident.id);
    });
  }

  #askJoin() {
    if (this.picker.isOpen) this.picker.close();
    else this.picker.open();
  }

  async #pointAtTarget() {
    const { id } = this.#incident;
    this.picker.close();
    const into = await this.desk.map.pick.incident(id);
    if (into) this.desk.join(id, into);
  }
}
