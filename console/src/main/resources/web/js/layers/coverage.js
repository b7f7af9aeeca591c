/** How soon a skill is in each cell: the sooner, the fuller the tint; hatched where nobody gets; minutes as numbers. */

import { NOBODY, reachClass, reachMinutes } from '../reach.js';
import { haloText, trace } from './shapes.js';

const NUMBERS_FROM_ZOOM = 12.5;
const ALPHA = [0.62, 0.46, 0.31, 0.18, 0.08];
const HATCH_PIXELS = 9;

export class CoverageLayer {
  /** @param desk gives `palette`, `district`, `shows(layer)` and `cover` */
  constructor(desk) {
    this.desk = desk;
  }

  paint(context, view) {
    const { district, palette, cover } = this.desk;
    const answer = cover.coverage.value;
    // What reaches an incident has the same tints and comes first.
    if (!this.desk.shows('coverage') || !answer || cover.reach.value) return;
    const cells = answer.cells.flatMap(({ cellId, seconds }) => {
      const cell = district.cellById.get(cellId);
      return cell ? [{ cell, seconds, reach: reachClass(seconds) }] : [];
    });
    context.fillStyle = palette.reach;
    for (const { cell, reach } of cells) {
      context.beginPath();
      trace(context, view, cell.unit);
      if (reach === NOBODY) {
        hatch(context, view, palette['reach-nobody']);
      } else {
        context.globalAlpha = ALPHA[reach];
        context.fill();
      }
    }
    context.globalAlpha = 1;
    if (view.zoom >= NUMBERS_FROM_ZOOM) this.#numbers(context, view, cells);
  }

  #numbers(context, view, cells) {
    const { palette } = this.desk;
    context.font = `600 12px ${palette.font}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    for (const { cell, seconds, reach } of cells) {
      const at = view.at(cell.middle);
      if (!view.sees(at, 20)) continue;
      const text = reach === NOBODY ? '✕' : String(reachMinutes(seconds));
      haloText(context, text, at.x, at.y, palette['map-place-name'], palette['map-halo']);
    }
  }
}

/** Fills the path that was begun with slanting lines. */
function hatch(context, view, colour) {
  context.save();
  context.clip();
  context.beginPath();
  for (let x = -view.height; x < view.width; x += HATCH_PIXELS) {
    context.moveTo(x, 0);
    context.lineTo(x + view.height, view.height);
  }
  context.globalAlpha = 0.75;
  context.lineWidth = 1.2;
  context.strokeStyle = colour;
  context.stroke();
  context.restore();
}
