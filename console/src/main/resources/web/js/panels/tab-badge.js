/** The page's icon in the tab: how many incidents nobody has acknowledged, in the colour of the gravest. */

import { gradeRank, isUnacknowledged } from '../attention.js';
import { paced } from '../pace.js';

const EVERY_MILLIS = 1_000;
const SIDE = 64;

/** What the icon is to say: `{count, grade}` of what nobody has acknowledged; grade is null when all is. */
export function badgeOf(incidents) {
  let count = 0;
  let grade = null;
  for (const incident of incidents) {
    if (!isUnacknowledged(incident)) continue;
    count++;
    if (grade === null || gradeRank(incident.grade) < gradeRank(grade)) grade = incident.grade;
  }
  return { count, grade };
}

function draw({ count, grade }, palette) {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIDE;
  const context = canvas.getContext('2d');
  context.fillStyle = palette[`grade-${grade}`] ?? palette['grade-IV'];
  context.beginPath();
  context.roundRect(0, 0, SIDE, SIDE, 16);
  context.fill();
  const text = count > 99 ? '99+' : String(count);
  context.font = `700 ${text.length > 2 ? 30 : 42}px ${palette.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = palette[`ink-${grade}`] ?? palette['ink-IV'];
  context.fillText(text, SIDE / 2, SIDE / 2 + 2);
  return canvas.toDataURL('image/png');
}

/** @param link the page's `<link rel=icon>` */
export function followTabBadge(link, desk) {
  const plain = link.href;
  let shown = '0|null';
  const update = paced(() => {
    const badge = badgeOf(desk.store.state.incidents.values());
    const key = `${badge.count}|${badge.grade}`;
    if (key === shown) return;
    shown = key;
    link.type = badge.count ? 'image/png' : 'image/svg+xml';
    link.href = badge.count ? draw(badge, desk.palette) : plain;
  }, EVERY_MILLIS);
  desk.store.subscribe((state, before) => state.incidents !== before.incidents && update());
}
