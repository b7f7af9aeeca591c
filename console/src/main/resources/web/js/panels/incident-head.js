/** What an incident is and where: as it was read, as the officer corrects it, and what is still on its way. */

import { isOpen } from '../attention.js';
import { placeChoices, typeChoices } from '../choices.js';
import { phaseOf } from '../corrections.js';
import { h, icon, reconcile, setText } from '../element.js';
import { formatShare } from '../format.js';
import { gradeBadge, markerLook } from '../severity.js';
import { ageSeconds, formatAgo, formatDateTime } from '../time.js';
import { GradeChoice } from './grade-choice.js';
import { Picker } from './picker.js';

const PENCIL = 'M4 20 L5 15.5 L16 4.5 L19.5 8 L8.5 19 Z M14 6.5 L17.5 10';
const PIN =
  'M12 21 C12 21 18.5 14.5 18.5 9.5 A6.5 6.5 0 0 0 5.5 9.5 C5.5 14.5 12 21 12 21 Z M12 7.5 A2 2 0 1 1 11.99 7.5 Z';
/** Below this the page says that the type is not sure. */
const SURE_FROM = 0.6;

export class IncidentHead {
  #incident = null;

  constructor(desk) {
    this.desk = desk;
    this.sure = h('span', { class: 'type-sure', testid: 'type-confidence' });
    this.grades = new GradeChoice(desk, this.sure);
    this.node = h('header', { class: 'incident-head' }, this.#heading(), this.#typePicker().node, this.grades.node);
    this.summary = h('p', { class: 'incident-summary', testid: 'incident-summary' });
    this.wishes = h('div', { class: 'wishes', role: 'status', testid: 'pending-corrections' });
    this.node.append(this.summary, this.#facts(), this.#placePicker().node, this.wishes);
  }

  #heading() {
    this.badge = h('span', { class: 'incident-badge' });
    this.type = h('h2', { tabindex: '-1', testid: 'incident-type' });
    this.idText = h('span', { class: 'incident-id', testid: 'incident-id' });
    this.stateText = h('span', { class: 'incident-state', testid: 'incident-state' });
    this.fixType = this.#tool(PENCIL, 'correct.type', 'correct-type', () => this.#toggle(this.types, this.places));
    const attributes = { type: 'button', class: 'icon-button', label: 'close', testid: 'incident-panel-close' };
    const close = h('button', { ...attributes, on: { click: () => this.desk.selection.set(null) } }, '✕');
    const title = h('div', { class: 'type-line' }, this.type, this.fixType);
    const line = h('div', { class: 'incident-line' }, this.stateText, this.idText);
    return h('div', { class: 'incident-heading' }, this.badge, h('div', {}, title, line), close);
  }

  #facts() {
    this.where = h('button', {
      type: 'button',
      class: 'incident-where',
      tip: 'incident.locate',
      testid: 'locate',
      on: { click: () => this.desk.showOnMap(this.#incident?.lat, this.#incident?.lon, true) },
    });
    this.placedBy = h('span', { class: 'placed-by', testid: 'placed-by' });
    this.fixPlace = this.#tool(PIN, 'correct.place', 'correct-place', () => this.#toggle(this.places, this.types));
    this.when = h('span', { class: 'incident-when' });
    return h('div', { class: 'incident-facts' }, this.where, this.fixPlace, this.placedBy, this.when);
  }

  #tool(path, key, testid, onClick) {
    const node = h('button', { type: 'button', class: 'fix', label: key, tip: key, testid, on: { click: onClick } });
    node.append(icon(path, 16));
    return node;
  }

  #typePicker() {
    const { desk } = this;
    this.types = new Picker(desk, {
      hint: 'correct.typeSearch',
      testid: 'type-picker',
      find: (query) =>
        typeChoices(desk.district.types, query, desk.language.code, this.#incident?.type).map((choice) => ({
          ...choice,
          signKey: choice.grade,
          sign: () => gradeBadge(choice.grade, 'hollow', 18),
        })),
      onPick: (item) => desk.correctType(this.#incident.id, item.id),
      onClose: () => this.fixType.focus(),
    });
    return this.types;
  }

  #placePicker() {
    const { desk } = this;
    const attributes = { type: 'button', class: 'secondary wide', i18n: 'correct.onMap', testid: 'place-on-map' };
    this.places = new Picker(desk, {
      hint: 'correct.placeSearch',
      testid: 'place-picker',
      extra: [h('button', { ...attributes, on: { click: () => this.#placeOnMap() } })],
      find: (query) => placeChoices(desk.district.places, query, desk.language.code, (p) => desk.placeOfCell(p.cellId)),
      onPick: ({ place }) => this.#placeAt({ placeId: place.id, lat: place.lat, lon: place.lon, name: place }),
      onClose: () => this.fixPlace.focus(),
    });
    return this.places;
  }

  #toggle(picker, other) {
    other.close();
    if (picker.isOpen) picker.close();
    else picker.open();
  }

  async #placeOnMap() {
    const { id } = this.#incident;
    this.places.close();
    const at = await this.desk.map.pick.place();
    if (at) this.desk.correctPlace(id, at);
  }

  #placeAt(place) {
    this.desk.correctPlace(this.#incident.id, place);
    this.desk.showOnMap(place.lat, place.lon, false);
  }

  /** Another incident is shown. */
  open(id) {
    this.#incident = null;
    setText(this.idText, id ?? '');
    this.types.close();
    this.places.close();
  }

  show(incident) {
    this.#incident = incident;
    const { language, district, corrections } = this.desk;
    const { t } = language;
    const wish = corrections.wish(incident.id, 'type');
    this.badge.replaceChildren(gradeBadge(incident.grade, markerLook(incident), 46));
    setText(this.type, district.typeName(wish?.type ?? incident.type, language.code));
    this.type.classList.toggle('wished', Boolean(wish));
    setText(this.stateText, `${t(`grade.${incident.grade}`)} · ${t(`state.${incident.state}`)}`);
    this.stateText.dataset.state = incident.state;
    this.#sureness(wish ? null : incident.typeConfidence);
    setText(this.idText, incident.id);
    setText(this.summary, incident.summary ?? '');
    this.fixType.hidden = !isOpen(incident) || !this.desk.may('retypeIncident');
    this.fixPlace.hidden = !isOpen(incident) || !this.desk.may('placeIncident');
    this.grades.show(incident);
    this.#place(incident);
    this.tick();
  }

  /** Says so when what was read is a guess. */
  #sureness(confidence) {
    const { t } = this.desk.language;
    const known = Number.isFinite(confidence) && confidence > 0 && confidence < 1;
    const sure = known && confidence >= SURE_FROM;
    this.sure.hidden = !known;
    this.sure.classList.toggle('unsure', known && !sure);
    setText(this.sure, known ? t(sure ? 'read.typeSure' : 'read.typeUnsure', { share: formatShare(confidence) }) : '');
  }

  #place(incident) {
    const { t } = this.desk.language;
    const wish = this.desk.corrections.wish(incident.id, 'place');
    const located = Number.isFinite(incident.lat);
    const place = [this.desk.addressOf(incident), this.desk.placeOfCell(incident.cellId)].filter(Boolean).join(' · ');
    setText(this.where, place || t(located ? 'incident.onMap' : 'incident.noPlace'));
    this.where.disabled = !located;
    this.placedBy.hidden = !wish && located && !incident.placedBy;
    const key = !located ? 'placedBy.none' : `placedBy.${incident.placedBy}`;
    setText(this.placedBy, wish ? t('placedBy.wished') : t(key));
    this.placedBy.classList.toggle('unsure', !located && !wish);
    this.fixPlace.classList.toggle('needed', !located);
  }

  /** What is on its way, and the age. */
  tick() {
    const incident = this.#incident;
    if (!incident) return;
    const { language, district, clock } = this.desk;
    const until = isOpen(incident) ? clock.now() : Date.parse(incident.closedAt ?? incident.updatedAt);
    const age = formatAgo(ageSeconds(incident.openedAt, until), language.units());
    setText(this.when, language.t(isOpen(incident) ? 'incident.opened' : 'incident.took', { age }));
    this.when.title = formatDateTime(incident.openedAt, district.zone);
    this.#wishes(incident);
  }

  #wishes(incident) {
    const { language, corrections } = this.desk;
    reconcile(
      this.wishes,
      corrections.of(incident.id),
      (correction) => `${correction.kind}|${correction.askedAt}`,
      () => h('div', { class: 'wish' }),
      (node, correction) => {
        const phase = phaseOf(correction, Date.now());
        node.dataset.phase = phase;
        setText(node, language.t(`wish.${phase}`, { what: this.#wishText(correction) }));
      },
    );
  }

  #wishText({ kind, wish }) {
    const { language, district } = this.desk;
    if (kind === 'type') return language.t('wish.type', { type: district.typeName(wish.type, language.code) });
    if (kind === 'grade') return language.t('wish.grade', { grade: language.t(`grade.${wish.grade}`) });
    if (kind === 'split') return language.t('wish.split', { n: wish.reportIds.length, id: wish.incidentId });
    return language.t('wish.place');
  }
}
