/** What the signs on the map mean. */

import { DomEvent } from 'leaflet';
import { h } from '../element.js';
import { GRADES, gradeBadge } from '../severity.js';

const LOOKS = [
  ['ringed', 'legend.ringed'],
  ['solid', 'legend.solid'],
  ['hollow', 'legend.hollow'],
  ['faded', 'legend.faded'],
];
const PEOPLE = ['free', 'offered', 'enRoute', 'onScene', 'offDuty'];

const row = (sign, key) => h('div', { class: 'legend-row' }, sign, h('span', { i18n: key }));

export function mapLegend() {
  const grades = GRADES.map((grade) => row(gradeBadge(grade, 'solid', 20), `grade.${grade}`));
  const looks = LOOKS.map(([look, key]) => row(gradeBadge('II', look, 20), key));
  const alert = row(gradeBadge('III', 'alert', 20), 'alert.one');
  const people = PEOPLE.map((look) =>
    row(h('span', { class: `person-sign person-${look}`, 'aria-hidden': 'true' }), `person.${look}`),
  );
  const body = h('div', { class: 'legend-body' }, ...grades, ...looks, alert, ...people);
  const box = h('details', { class: 'legend', testid: 'legend' }, h('summary', { i18n: 'map.legend' }), body);
  DomEvent.disableClickPropagation(box);
  return box;
}
