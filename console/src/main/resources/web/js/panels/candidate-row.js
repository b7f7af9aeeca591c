/** One person who could be sent, or who is nearer and cannot: how far, and why. */

import { h, reconcile, setText } from '../element.js';
import { formatMeters, formatTravel, nameIn } from '../format.js';
import { formatAgo } from '../time.js';
import { pathLine, pathSteps } from '../team.js';

/** @param onSend is told whom to send; null for those who cannot be sent */
export function createCandidate(desk, onSend) {
  const row = h('article', { class: 'candidate', testid: onSend ? 'candidate-row' : 'passed-row' });
  row.parts = {
    rank: h('span', { class: 'candidate-rank', 'aria-hidden': 'true' }),
    name: h('span', { class: 'candidate-name' }),
    organization: h('span', { class: 'quiet' }),
    travel: h('span', { class: 'candidate-travel' }),
    reasons: h('ul', { class: 'reasons' }),
    paths: h('ul', { class: 'paths' }),
    pathsBox: h('details', { class: 'paths-box', testid: 'paths' }, h('summary', { i18n: 'paths.title' })),
    conflict: h('div', { class: 'conflict', role: 'alert', testid: 'conflict', hidden: true }),
    send: h('button', { type: 'button', class: 'send', testid: 'send' }),
  };
  const { rank, name, organization, travel, reasons, paths, pathsBox, conflict, send } = row.parts;
  pathsBox.append(paths);
  row.append(h('div', { class: 'candidate-head' }, onSend && rank, name, organization), travel, reasons, pathsBox, conflict);
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
  renderPaths(parts, candidate, language);
}

/** Which nodes and relationships of the graph the reasons stand on. */
function renderPaths(parts, candidate, language) {
  const listed = candidate.paths ?? [];
  parts.pathsBox.hidden = listed.length === 0;
  setText(parts.pathsBox.children[0], language.t('paths.title'));
  reconcile(
    parts.paths,
    listed,
    (path) => pathLine(path, language.code),
    () => h('li'),
    (node, path) =>
      node.replaceChildren(
        ...pathSteps(path, language.code).map((step) =>
          step.kind === 'node'
            ? h('span', { class: 'path-node', title: step.label }, step.text)
            : h('span', { class: 'path-link' }, step.forward ? `─ ${step.text} →` : `← ${step.text} ─`),
        ),
      ),
  );
}

function travelText(candidate, language) {
  const age = candidate.positionAgeSeconds;
  const known = age !== null && age !== undefined;
  const units = language.units();
  const position = known ? language.t('person.position', { age: formatAgo(age, units) }) : language.t('person.station');
  const languages = (candidate.languages ?? []).filter((code) => code !== 'zh').map((code) => languageName(code, language.code));
  const way = candidate.travelSeconds ?? null;
  const far = way === null ? [] : [formatTravel(way, units), formatMeters(candidate.roadMeters)];
  return [...far, position, ...languages].join(' · ');
}

/** A language's own name in ours, or its code where the browser knows none. */
function languageName(code, ours) {
  try {
    return new Intl.DisplayNames([ours], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Being near is said by the travel line already. */
const listedReasons = (candidate) => (candidate.reasons ?? []).filter((reason) => reason.code !== 'NEAR');
