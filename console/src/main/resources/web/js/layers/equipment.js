/** Vehicles and other equipment: a square where each stands or goes, crossed out when it is broken. */

import { TAKEN } from '../equipment.js';
import { toUnit } from '../geometry.js';

const FROM_ZOOM = 14;
/** Those that are on their way or at work are seen from farther away. */
const TAKEN_FROM_ZOOM = 12;
const HALF_PIXELS = 4;
const APART_PIXELS = 10;
const COLOURS = { AVAILABLE: 'person-free', ON_THE_WAY: 'person-busy', IN_USE: 'person-busy', BROKEN: 'closed' };

export class EquipmentMarkers {
  /** @param desk gives `palette`, `cover` and `showPeople`: they are shown where people are */
  constructor(desk) {
    this.desk = desk;
  }

  paint(context, view) {
    if (!this.desk.showPeople) return;
    const standing = new Map();
    for (const unit of this.desk.cover.equipment.value) {
      if (view.zoom < (TAKEN.has(unit.state) ? TAKEN_FROM_ZOOM : FROM_ZOOM)) continue;
      const spot = `${unit.lat},${unit.lon}`;
      const nth = standing.get(spot) ?? 0;
      standing.set(spot, nth + 1);
      const at = view.at(toUnit(unit.lat, unit.lon));
      if (view.sees(at, 30)) this.#mark(context, { x: at.x + APART_PIXELS * (nth + 1), y: at.y - APART_PIXELS }, unit);
    }
  }

  #mark(context, { x, y }, unit) {
    const { palette } = this.desk;
    const box = [x - HALF_PIXELS, y - HALF_PIXELS, 2 * HALF_PIXELS, 2 * HALF_PIXELS];
    context.lineWidth = 3;
    context.strokeStyle = palette['map-halo'];
    context.strokeRect(...box);
    context.fillStyle = palette[COLOURS[unit.state]];
    context.fillRect(...box);
    if (unit.state !== 'BROKEN') return;
    context.beginPath();
    context.moveTo(x - HALF_PIXELS, y - HALF_PIXELS);
    context.lineTo(x + HALF_PIXELS, y + HALF_PIXELS);
    context.lineWidth = 2;
    context.stroke();
  }
}
