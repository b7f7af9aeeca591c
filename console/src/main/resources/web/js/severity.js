/** Grades and levels as shapes: never by colour alone. Paths lie in a box from -12 to 12. */

import { svg } from './element.js';

export const GRADES = ['I', 'II', 'III', 'IV'];

/** Outline of each grade, and where its numeral's middle is. */
export const SHAPES = {
  I: { path: 'M0 -11.5 L11.5 0 L0 11.5 L-11.5 0 Z', textY: 0.3 },
  II: { path: 'M0 -10.5 L11.5 9 L-11.5 9 Z', textY: 3.6 },
  III: { path: 'M-8 -9 H8 Q9 -9 9 -8 V8 Q9 9 8 9 H-8 Q-9 9 -9 8 V-8 Q-9 -9 -8 -9 Z', textY: 0.3 },
  IV: { path: 'M0 -10 A10 10 0 1 1 0 10 A10 10 0 1 1 0 -10 Z', textY: 0.3 },
};

export const shapeOf = (grade) => SHAPES[grade] ?? SHAPES.IV;

const HOLLOW = new Set(['HANDLING', 'REPORTED_BACK']);
const FADED = new Set(['CLOSED', 'REVIEWED', 'SUPPRESSED', 'MERGED']);

/** How a marker shows the state: `ringed` nobody has acknowledged it, `solid`, `hollow` in hand, `faded` over. */
export function markerLook(incident) {
  if (FADED.has(incident.state)) return 'faded';
  if (HOLLOW.has(incident.state)) return 'hollow';
  return incident.acknowledgedAt ? 'solid' : 'ringed';
}

/** A grade's badge for the page; `look` as in `markerLook`, and `alert` for a level, which is drawn as an outline. */
export function gradeBadge(grade, look = 'solid', size = 24) {
  const shape = shapeOf(grade);
  const root = svg('svg', { viewBox: '-14 -14 28 28', width: size, height: size, 'aria-hidden': 'true' });
  root.classList.add('grade', `grade-${grade}`, `look-${look}`);
  if (look === 'ringed') root.append(svg('path', { class: 'ring', d: shape.path, transform: 'scale(1.19)' }));
  root.append(svg('path', { class: 'shape', d: shape.path }));
  const text = svg('text', { x: 0, y: shape.textY, 'text-anchor': 'middle', 'dominant-baseline': 'central' });
  text.textContent = grade;
  root.append(text);
  return root;
}
