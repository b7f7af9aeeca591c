/** A row of the attention list that stands for several incidents of one type in one area. */

import { h, setText } from '../element.js';
import { nameIn } from '../format.js';
import { gradeBadge } from '../severity.js';
import { ageSeconds, formatAge } from '../time.js';

/** @param onToggle `(key)` */
export function createGroupRow(desk, onToggle) {
  const row = h('div', { class: 'row group-row', role: 'treeitem', testid: 'group-row', 'aria-level': '1' });
  const parts = {
    badge: h('span', { class: 'row-badge' }),
    type: h('span', { class: 'row-type' }),
    age: h('span', { class: 'row-age' }),
    count: h('div', { class: 'row-summary group-count' }),
    place: h('span', { class: 'row-place' }),
    turn: h('span', { class: 'group-turn', 'aria-hidden': 'true' }),
  };
  row.append(
    parts.badge,
    h('div', { class: 'row-top' }, parts.type, parts.age),
    parts.count,
    h('div', { class: 'row-foot' }, parts.place, parts.turn),
  );
  row.parts = parts;
  row.addEventListener('click', () => onToggle(row.dataset.key));
  return row;
}

export function updateGroupRow(row, { group, open }, desk) {
  const { language, district, clock } = desk;
  const { parts } = row;
  const { worst } = group;
  row.dataset.grade = worst.grade;
  row.setAttribute('aria-expanded', String(open));
  row.classList.toggle('unacknowledged', group.unacknowledged > 0);
  const look = group.unacknowledged > 0 ? 'ringed' : 'solid';
  if (parts.badge.dataset.look !== `${worst.grade}|${look}`) {
    parts.badge.dataset.look = `${worst.grade}|${look}`;
    const words = h('span', { class: 'for-readers', i18n: `grade.${worst.grade}` });
    parts.badge.replaceChildren(gradeBadge(worst.grade, look, 30), words);
  }
  language.apply(parts.badge);
  setText(parts.type, district.typeName(group.type, language.code));
  const values = { n: group.members.length, m: group.unacknowledged };
  setText(parts.count, language.t(group.unacknowledged ? 'flood.groupOpen' : 'flood.group', values));
  const area = district.areaById.get(group.areaId);
  setText(parts.place, area ? nameIn(language.code, area) : language.t('flood.noArea'));
  setText(parts.turn, language.t(open ? 'flood.close' : 'flood.open'));
  const oldest = group.members.reduce((a, b) => (a < b.openedAt ? a : b.openedAt), worst.openedAt);
  setText(parts.age, formatAge(ageSeconds(oldest, clock.now()), language.units()));
}
