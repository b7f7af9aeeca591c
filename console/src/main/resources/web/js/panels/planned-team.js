/** A suggested team: who, how soon, what for; who is spared for where; and one click that sends it. */

import { h, reconcile, setText } from '../element.js';
import { formatTravel } from '../format.js';
import { laterThanNearest, sparedByIncident, toSend, turningBack } from '../plan.js';
import { isActive } from '../steps.js';

/** @param onSend is told the suggestion */
export function createTeam(desk, onSend) {
  const node = h('div', { class: 'planned-team' });
  node.parts = {
    people: h('ul', { class: 'team-people' }),
    notes: h('ul', { class: 'team-notes' }),
    released: h('ul', { class: 'team-released' }),
    refused: h('ul', { class: 'team-refused', role: 'alert', testid: 'plan-refused' }),
    send: h('button', { type: 'button', class: 'send', testid: 'plan-send' }),
  };
  const { people, notes, released, refused, send } = node.parts;
  node.append(people, released, notes, refused, send);
  send.addEventListener('click', () => onSend(node.suggestion));
  return node;
}

export function updateTeam(node, suggestion, desk, { sending = false, refused = [] } = {}) {
  const { t } = desk.language;
  node.suggestion = suggestion;
  reconcile(
    node.parts.people,
    suggestion.people,
    (place) => place.personId,
    (place) => createPlace(desk, place),
    (row, place) => updatePlace(row, place, desk),
  );
  renderReleased(node, suggestion, desk);
  const notes = notesOn(suggestion, desk);
  const asItem = (text) => h('li', { title: text }, text);
  reconcile(node.parts.notes, notes, (text) => text, asItem);
  const reasons = refused.map((one) => `${desk.personName(one.personId)}: ${one.detail}`);
  reconcile(node.parts.refused, reasons, (text) => text, asItem);
  const count = toSend(suggestion).length;
  node.parts.send.hidden = count === 0 || !desk.may('sendPlannedTeam');
  node.parts.send.disabled = sending || desk.isOver(suggestion.incidentId);
  setText(node.parts.send, sending ? t('send.sending') : t('plan.send', { n: count }));
}

function createPlace(desk, place) {
  const row = h('li', { class: 'team-person', testid: 'plan-person', data: { person: place.personId } });
  row.append(
    h('span', { class: 'team-time' }),
    h('span', { class: 'team-name' }),
    h('span', { class: 'quiet team-skills' }),
    h('span', { class: 'team-mark' }),
  );
  row.addEventListener('pointerenter', () => desk.hoverPerson.set(place.personId));
  row.addEventListener('pointerleave', () => desk.hoverPerson.set(null));
  return row;
}

function updatePlace(row, place, desk) {
  const { t, code, units } = desk.language;
  const [time, name, skills, mark] = row.children;
  setText(time, formatTravel(place.seconds, units()));
  setText(name, desk.personName(place.personId));
  const unit = place.equipmentId && desk.district.equipmentName(place.equipmentId, code);
  const parts = [...place.skillIds.map((id) => desk.district.skillName(id, code)), unit];
  setText(skills, parts.filter(Boolean).join(t('comma')));
  const from = place.fromIncidentId && t('plan.from', { incident: incidentName(desk, place.fromIncidentId) });
  setText(mark, place.underWay ? t('plan.underWay') : (from ?? ''));
  row.classList.toggle('reassigned', Boolean(from));
}

/** Who should turn back and why; whoever goes elsewhere is called off when that team is sent. */
function renderReleased(node, suggestion, desk) {
  const { t } = desk.language;
  reconcile(
    node.parts.released,
    turningBack(desk.plan.value, suggestion),
    ({ personId }) => personId,
    ({ personId }) => {
      const back = h('button', { type: 'button', class: 'tool', testid: 'plan-turn-back' });
      back.addEventListener('click', () => turnBack(desk, node.suggestion.incidentId, personId));
      return h('li', { testid: 'plan-released' }, h('span'), back);
    },
    (item, { personId, incidentId }) => {
      const name = desk.personName(personId);
      const [text, back] = item.children;
      const elsewhere = incidentId && incidentName(desk, incidentId);
      setText(text, elsewhere ? t('plan.releasedFor', { name, incident: elsewhere }) : t('plan.releasedSpare', { name }));
      back.hidden = Boolean(elsewhere) || !desk.may('advanceAssignment');
      setText(back, t('plan.turnBack'));
      back.setAttribute('aria-label', t('plan.turnBackWho', { name }));
    },
  );
}

function turnBack(desk, incidentId, personId) {
  const bound = [...desk.store.state.assignments.values()].find(
    (assignment) => assignment.incidentId === incidentId && assignment.personId === personId && isActive(assignment),
  );
  return bound && desk.recall(bound.id, { reason: 'BETTER_PLACED' });
}

/** Why this team and not the nearest; what stays open. */
function notesOn(suggestion, desk) {
  const { t, units } = desk.language;
  const notes = sparedByIncident(suggestion).map(({ incidentId, personIds }) =>
    t('plan.spared', {
      n: personIds.length,
      names: personIds.map((personId) => desk.personName(personId)).join(t('comma')),
      incident: incidentName(desk, incidentId),
    }),
  );
  const later = laterThanNearest(suggestion);
  if (later >= 60) notes.push(t('plan.later', { time: formatTravel(later, units()) }));
  if (suggestion.outside) notes.push(t('plan.outside'));
  else if (suggestion.missing && !suggestion.people.length) notes.push(t('plan.nobody', { n: suggestion.missing }));
  else if (suggestion.missing) notes.push(t('plan.missing', { n: suggestion.missing }));
  return notes;
}

/** What happened and where, as briefly as it can be told apart. */
export function incidentName(desk, incidentId) {
  const incident = desk.store.state.incidents.get(incidentId);
  if (!incident) return incidentId;
  const place = desk.whereOf(incident);
  return [desk.district.typeName(incident.type, desk.language.code), place].filter(Boolean).join(' · ');
}
