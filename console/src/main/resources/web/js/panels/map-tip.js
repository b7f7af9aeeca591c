/** What the map says about the thing under the pointer, and the choice among things that lie on one spot. */

import { DomEvent } from 'leaflet';
import { h } from '../element.js';
import { nameIn } from '../format.js';
import { gradeBadge, markerLook } from '../severity.js';
import { ageSeconds, formatAgo } from '../time.js';

const LISTED_AT_MOST = 12;

export class MapTip {
  #choosing = false;

  constructor(container, desk) {
    this.desk = desk;
    this.node = h('div', { class: 'map-tip', hidden: true, testid: 'map-tip' });
    container.append(this.node);
    DomEvent.disableClickPropagation(this.node);
    DomEvent.disableScrollPropagation(this.node);
  }

  /** Describes a thing; a choice that is open stays. */
  show(thing, at) {
    if (this.#choosing) return;
    this.node.classList.remove('choosing');
    this.node.replaceChildren(...this.#describe(thing));
    this.#place(at);
  }

  hide() {
    this.#choosing = false;
    this.node.hidden = true;
  }

  /** Offers incidents on one spot. */
  choose(incidents, at) {
    const rows = incidents.slice(0, LISTED_AT_MOST).map((incident) => {
      const pick = () => {
        this.hide();
        this.desk.pickOrSelect(incident.id);
      };
      const row = h('button', { type: 'button', class: 'tip-row', on: { click: pick } });
      row.append(...this.#incidentLine(incident));
      return row;
    });
    this.node.replaceChildren(...rows);
    if (incidents.length > LISTED_AT_MOST) {
      const more = this.desk.language.t('map.more', { n: incidents.length - LISTED_AT_MOST });
      this.node.append(h('div', { class: 'tip-more' }, more));
    }
    this.node.classList.add('choosing');
    this.#choosing = true;
    this.#place(at);
  }

  #describe(thing) {
    if (thing.incident) return this.#incident(thing.incident);
    if (thing.cluster) return this.#cluster(thing.cluster);
    if (thing.alert) return this.#alert(thing.alert);
    return this.#person(thing.person, thing.look);
  }

  #age(instant) {
    return formatAgo(ageSeconds(instant, this.desk.clock.now()), this.desk.language.units());
  }

  #incidentLine(incident) {
    const { district, language } = this.desk;
    return [
      gradeBadge(incident.grade, markerLook(incident), 20),
      h('strong', {}, district.typeName(incident.type, language.code)),
      h('span', { class: 'tip-quiet' }, `${language.t(`state.${incident.state}`)} · ${this.#age(incident.openedAt)}`),
    ];
  }

  #incident(incident) {
    const where = this.desk.whereOf(incident);
    return [
      h('div', { class: 'tip-head' }, ...this.#incidentLine(incident)),
      h('div', { class: 'tip-text' }, incident.summary ?? ''),
      h('div', { class: 'tip-quiet' }, where),
    ];
  }

  #cluster(members) {
    const { t } = this.desk.language;
    const counts = ['I', 'II', 'III', 'IV']
      .map((grade) => [grade, members.filter((incident) => incident.grade === grade).length])
      .filter(([, count]) => count > 0)
      .map(([grade, count]) => h('span', { class: 'tip-count' }, gradeBadge(grade, 'solid', 18), String(count)));
    return [h('div', { class: 'tip-head' }, h('strong', {}, t('map.cluster', { n: members.length })), ...counts)];
  }

  #alert(alert) {
    const { language } = this.desk;
    const head = h('div', { class: 'tip-head' }, gradeBadge(alert.level, 'alert', 20));
    head.append(h('strong', {}, `${language.t(`levelWord.${alert.level}`)} · ${this.desk.alertTitle(alert)}`));
    return [head, h('div', { class: 'tip-text' }, language.code === 'zh' ? alert.reasonZh : alert.reasonEn)];
  }

  #person(person, look) {
    const { district, language } = this.desk;
    const { t, code } = language;
    const accuracy = Number.isFinite(person.accuracyMeters) ? ` · ±${Math.round(person.accuracyMeters)} m` : '';
    const position = person.positionAt
      ? t('person.position', { age: this.#age(person.positionAt) }) + accuracy
      : t('person.station');
    const skills = (person.skills ?? [])
      .slice(0, 4)
      .map((id) => district.skillName(id, code))
      .join(' · ');
    return [
      h(
        'div',
        { class: 'tip-head' },
        h('strong', {}, nameIn(code, person)),
        h('span', { class: 'tip-quiet' }, t(`person.${look}`)),
      ),
      h('div', { class: 'tip-text' }, district.organizationName(person.organizationId, code)),
      h('div', { class: 'tip-quiet' }, skills),
      h('div', { class: 'tip-quiet' }, position),
    ];
  }

  #place({ x, y }) {
    this.node.hidden = false;
    const { clientWidth: width, clientHeight: height } = this.node.parentElement;
    const left = x + 16 + this.node.offsetWidth > width ? x - 16 - this.node.offsetWidth : x + 16;
    const top = Math.min(Math.max(6, y - 12), height - this.node.offsetHeight - 6);
    this.node.style.transform = `translate(${Math.max(4, left)}px, ${top}px)`;
  }
}
