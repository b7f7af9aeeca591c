/** One row of the attention list. Rows are used again for other incidents as the list scrolls. */

import { gradeRank, isOpen, isUnacknowledged } from '../attention.js';
import { dueState } from '../due.js';
import { h, setText } from '../element.js';
import { totalReports } from '../joining.js';
import { gradeBadge, markerLook } from '../severity.js';
import { ageSeconds, formatAge, formatWhen } from '../time.js';
import { dueText, normText } from './due-line.js';

/** Incidents are never changed in place: their words are put together once. */
const words = new WeakMap();

/** Everything of an incident that a search looks through. */
export function wordsOf(incident, desk) {
  const { code } = desk.language;
  const known = words.get(incident);
  if (known?.code === code && known.district === desk.district) return known.text;
  const text = readWords(incident, desk);
  words.set(incident, { code, district: desk.district, text });
  return text;
}

function readWords(incident, desk) {
  const type = desk.district.types.get(incident.type);
  const { id, summary, address, acknowledgedBy } = incident;
  const parts = [id, incident.type, type?.zh, type?.en, summary, address, acknowledgedBy];
  return `${parts.filter(Boolean).join(' ')} ${desk.addressOf(incident)} ${desk.placeOfCell(incident.cellId)}`;
}

export function createRow(desk) {
  const row = h('div', { class: 'row', role: 'option', testid: 'incident-row' });
  const parts = {
    badge: h('span', { class: 'row-badge' }),
    type: h('span', { class: 'row-type' }),
    state: h('span', { class: 'row-state' }),
    age: h('span', { class: 'row-age' }),
    summary: h('div', { class: 'row-summary' }),
    place: h('span', { class: 'row-place' }),
    sent: h('span', { class: 'row-sent' }),
    reports: h('span', { class: 'row-reports' }),
    said: h('span', { class: 'row-said unsure', testid: 'row-grade-said' }),
    due: h('span', { class: 'row-due', testid: 'row-due' }),
  };
  row.append(
    parts.badge,
    h('div', { class: 'row-top' }, parts.type, parts.state, parts.age),
    parts.summary,
    h('div', { class: 'row-foot' }, parts.place, parts.sent, parts.reports, parts.said, parts.due),
  );
  row.parts = parts;
  row.addEventListener('pointerenter', () => desk.hover.set(row.dataset.id));
  row.addEventListener('pointerleave', () => desk.hover.set(null));
  row.addEventListener('click', () => desk.choose(row.dataset.id));
  return row;
}

/** @param sent how many people are on their way or there */
export function updateRow(row, incident, desk, sent) {
  const { language, selection, hover, store } = desk;
  const { parts } = row;
  row.dataset.id = incident.id;
  row.dataset.grade = incident.grade;
  row.dataset.state = incident.state;
  row.setAttribute('aria-selected', String(selection.value === incident.id));
  row.classList.toggle('hovered', hover.value === incident.id);
  row.classList.toggle('over', !isOpen(incident));
  row.classList.toggle('unacknowledged', isUnacknowledged(incident));
  const snooze = desk.shift.snoozeOf(incident.id);
  row.classList.toggle('put-off', Boolean(snooze));
  badge(parts.badge, incident, language);
  const wish = desk.corrections.wish(incident.id, 'type');
  setText(parts.type, desk.district.typeName(wish?.type ?? incident.type, language.code));
  parts.type.classList.toggle('wished', Boolean(wish));
  setText(parts.state, snooze ? snoozeText(snooze, desk) : stateText(incident, language));
  setText(parts.summary, incident.summary ?? '');
  setText(parts.place, desk.whereOf(incident));
  setText(parts.sent, sent ? language.t('list.sent', { n: sent }) : '');
  const reports = totalReports(store.state.incidents, incident);
  setText(parts.reports, reports > 1 ? language.t('list.reports', { n: reports }) : '');
  const graver = gradeRank(incident.reportedGrade) < gradeRank(incident.grade);
  setText(parts.said, graver ? language.t('list.said', { grade: incident.reportedGrade }) : '');
  tickRow(row, incident, desk);
}

/** What the clock changes: the age and what runs down. */
export function tickRow(row, incident, desk) {
  const { language, clock } = desk;
  const since = isOpen(incident) ? incident.openedAt : (incident.closedAt ?? incident.updatedAt);
  setText(row.parts.age, formatAge(ageSeconds(since, clock.now()), language.units()));
  const due = isOpen(incident) ? dueState(incident.due, clock.now(), incident.grade) : null;
  setText(row.parts.due, due ? dueText(due, language) : '');
  row.parts.due.classList.toggle('overdue', Boolean(due?.overdue));
  row.parts.due.classList.toggle('soon', Boolean(due?.soon));
  row.parts.due.title = due ? normText(incident.due.norm, language) : '';
}

function badge(node, incident, language) {
  const look = markerLook(incident);
  const key = `${incident.grade}|${look}`;
  if (node.dataset.look === key) return;
  node.dataset.look = key;
  node.replaceChildren(
    gradeBadge(incident.grade, look, 30),
    h('span', { class: 'for-readers', i18n: `grade.${incident.grade}` }),
  );
  language.apply(node);
}

function snoozeText(snooze, { language, district, clock }) {
  return language.t('putOff.until', { time: formatWhen(snooze.until, district.zone, clock.now()).slice(0, -3) });
}

function stateText(incident, { t }) {
  const isNew = isUnacknowledged(incident) && incident.state === 'REPORTED';
  return isNew ? t('state.unacknowledged') : t(`state.${incident.state}`);
}
