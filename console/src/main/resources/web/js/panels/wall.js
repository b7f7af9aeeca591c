/** The wall display: figures, what needs somebody, alerts, a still map and the time. Nothing here can be pressed. */

import { alertList, isSnoozed as isSilent } from '../alerts.js';
import { countOpen } from '../attention.js';
import { dueState } from '../due.js';
import { h, reconcile, setText } from '../element.js';
import { formatShare, nameIn } from '../format.js';
import { paced } from '../pace.js';
import { GRADES, gradeBadge, markerLook } from '../severity.js';
import { ageSeconds, formatAge, formatClock } from '../time.js';
import { wallPeople, wallRows } from '../wall.js';
import { dueText } from './due-line.js';

const ROWS = 6;
const ALERTS = 3;
const REFRESH_EVERY_MILLIS = 500;

export class Wall {
  constructor(root, desk) {
    this.desk = desk;
    root.append(this.#bar(), this.#side(), this.people);
    this.refresh = paced(() => this.#show(), REFRESH_EVERY_MILLIS);
    desk.store.subscribe(() => this.refresh());
    desk.linkStatus.follow(() => this.#link());
    desk.language.follow(() => this.#show());
    desk.clock.everySecond(() => {
      this.#link();
      this.refresh();
    });
    this.#show();
  }

  #bar() {
    this.title = h('h1', { testid: 'wall-title' });
    this.grades = GRADES.map((grade) => {
      const number = h('span', { testid: `wall-${grade}` });
      return h('span', { class: 'wall-count', data: { grade } }, gradeBadge(grade, 'solid', 44), number);
    });
    this.unacknowledged = h('span', { class: 'wall-unacknowledged', testid: 'wall-unacknowledged' });
    this.people = h('span', { class: 'wall-people', testid: 'wall-people' });
    this.link = h('span', { class: 'wall-link', role: 'status', testid: 'connection-state' });
    this.clock = h('time', { class: 'wall-clock', testid: 'wall-clock' });
    const counts = h('div', { class: 'wall-counts' }, ...this.grades, this.unacknowledged);
    return h('header', { class: 'wall-bar' }, this.title, counts, h('span', { class: 'spring' }), this.link, this.clock);
  }

  #side() {
    this.list = h('ol', { class: 'wall-rows', testid: 'wall-rows' });
    this.rest = h('p', { class: 'wall-rest', testid: 'wall-rest' });
    this.alerts = h('ol', { class: 'wall-alerts', testid: 'wall-alerts' });
    this.side = h('section', { class: 'wall-side', label: 'list.label' }, this.list, this.rest, this.alerts);
    return this.side;
  }

  #show() {
    const { store, language, district, clock, isSnoozed } = this.desk;
    const { t, code } = language;
    const { incidents, people } = store.state;
    const counts = countOpen(incidents.values());
    setText(this.title, nameIn(code, district) || t('brand'));
    for (const node of this.grades) {
      const count = counts[node.dataset.grade];
      setText(node.lastChild, String(count));
      node.classList.toggle('none', count === 0);
    }
    setText(this.unacknowledged, t('top.unacknowledged', { n: counts.unacknowledged }));
    this.unacknowledged.classList.toggle('none', counts.unacknowledged === 0);
    setText(this.people, t('wall.people', wallPeople(people.values())));
    const { rows, more, calm } = wallRows(incidents.values(), clock.now(), ROWS, isSnoozed);
    reconcile(
      this.list,
      rows,
      (incident) => incident.id,
      () => this.#row(),
      (node, incident) => this.#update(node, incident),
    );
    const rest = [more && t('wall.more', { n: more }), t('wall.calm', { n: calm })].filter(Boolean);
    setText(this.rest, rest.join(' · '));
    this.#showAlerts();
    this.#link();
  }

  #row() {
    const words = h('div', {}, h('strong'), h('span', { class: 'wall-place' }));
    return h('li', { testid: 'wall-row' }, h('span', { class: 'wall-sign' }), words, h('span', { class: 'wall-age' }));
  }

  #update(node, incident) {
    const { language, district, clock } = this.desk;
    const [sign, words, age] = node.children;
    const look = `${incident.grade}|${markerLook(incident)}`;
    node.dataset.id = incident.id;
    if (sign.dataset.look !== look) {
      sign.dataset.look = look;
      sign.replaceChildren(gradeBadge(incident.grade, markerLook(incident), 56));
    }
    setText(words.children[0], district.typeName(incident.type, language.code));
    setText(words.children[1], this.desk.whereOf(incident));
    const due = dueState(incident.due, clock.now(), incident.grade);
    const old = formatAge(ageSeconds(incident.openedAt, clock.now()), language.units());
    setText(age, due ? dueText(due, language) : old);
    age.classList.toggle('overdue', Boolean(due?.overdue));
  }

  #showAlerts() {
    const { store, clock, language } = this.desk;
    const { alerts, alertDecisions } = store.state;
    const { list } = alertList(alerts.values(), alertDecisions, clock.now());
    const speaking = list.filter((alert) => !isSilent(alertDecisions.get(alert.id), clock.now()));
    reconcile(
      this.alerts,
      speaking.slice(0, ALERTS),
      (alert) => `${alert.id}|${alert.level}`,
      (alert) => {
        const words = h('div', {}, h('strong'), h('span', { class: 'wall-place' }));
        return h('li', {}, gradeBadge(alert.level, 'alert', 44), words, h('span', { class: 'wall-age' }));
      },
      (node, alert) => {
        const [title, place] = node.children[1].children;
        setText(title, `${language.t(`levelWord.${alert.level}`)} · ${this.desk.alertTitle(alert)}`);
        setText(place, this.desk.alertPlace(alert));
        setText(node.children[2], formatShare(alert.probability));
      },
    );
  }

  #link() {
    const { phase, stale } = this.desk.linkStatus.value;
    const { language, store, clock, district } = this.desk;
    const shown = stale ? 'stale' : phase;
    this.link.dataset.state = shown;
    const { asOf } = store.state;
    const calm = shown === 'live' || shown === 'recovered';
    const age = asOf ? language.t('top.asOf', { time: formatClock(asOf, district.zone) }) : '';
    setText(this.link, calm ? language.t('link.live') : `${language.t(`link.${shown}`)} ${age}`);
    setText(this.clock, formatClock(new Date(clock.now()).toISOString(), district.zone).slice(0, 5));
    document.documentElement.classList.toggle('is-stale', stale);
  }
}
