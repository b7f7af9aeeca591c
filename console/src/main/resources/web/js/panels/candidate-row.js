/** One person who could be sent, or who is nearer and cannot: how far, and why. */

import { h, reconcile, setText } from '../element.js';
import { formatMeters, formatTravel, nameIn } from '../format.js';
import { formatAge } from '../time.js';

/** @param onSend is told whom to send; null for those who cannot be sent */
export function createCandidate(desk, onSend) {
  const row = h('article', { class: 'candidate', testid: onSend ? 'candidate-row' : 'passed-row' });
  row.parts = {
    rank: h('span', { class: 'candidate-rank', 'aria-hidden': 'true' }),
    name: h('span', { class: 'candidate-name' }),
    organization: h('span', { class: 'quiet' }),
    travel: h('span', { class: 'candidate-travel' }),
    reasons: h('ul', { class: 'reasons' }),
    conflict: h('div', { class: 'conflict', role: 'alert', testid: 'conflict', hidden: true }),
    send: h('button', { type: 'button', class: 'send', testid: 'send' }),
  };
  const { rank, name, organization, travel, reasons, conflict, send } = row.parts;
  row.append(h('div', { class: 'candidate-head' }, onSend && rank, name, organization), travel, reasons, conflict);
  if (onSend) row.append(send);
  send.addEventListener('click', () => onSend?.(row.dataset.person));
  row.addEventListener('pointerenter', () => desk.hoverPerson.set(row.dataset.person));
  row.addEventListener('pointerleave', () => desk.hoverPerson.set(null));
  return row;
}

export function updateCandidate(row, candidate, desk) {
  const { language, district } = desk;
  const { parts } = row;
  row.dataset.person = candidate.personId;
  setText(parts.name, nameIn(language.code, candidate));
  setText(parts.organization, district.organizationName(candidate.organizationId, language.code));
  setText(parts.travel, travelText(candidate, language));
  reconcile(
    parts.reasons,
    listedReasons(candidate),
    (reason) => reason.code + reason.en,
    () => h('li'),
    (node, reason) => {
      node.dataset.code = reason.code;
      setText(node, language.code === 'zh' ? reason.zh : reason.en);
    },
  );
}

function travelText(candidate, language) {
  const age = candidate.positionAgeSeconds;
  const known = age !== null && age !== undefined;
  const units = language.units();
  const position = known ? language.t('person.position', { age: formatAge(age, units) }) : language.t('person.station');
  return `${formatTravel(candidate.travelSeconds, units)} · ${formatMeters(candidate.roadMeters)} · ${position}`;
}

/** Being near is said by the travel line already. */
const listedReasons = (candidate) => (candidate.reasons ?? []).filter((reason) => reason.code !== 'NEAR');
