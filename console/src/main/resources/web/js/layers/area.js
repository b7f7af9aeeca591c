/** The area an officer draws: its outline and what is drawn of it so far. */

import { ringOf, shapeOf } from '../area.js';
import { toUnit } from '../geometry.js';
import { trace } from './shapes.js';

export class AreaLayer {
  /** @param desk gives `palette`, `drawing` (`{kind, points, at}` or null) and `drawnShape` */
  constructor(desk) {
    this.desk = desk;
  }

  paint(context, view) {
    const { drawing, drawnShape, palette } = this.desk;
    const shape = drawing ? this.#unfinished(drawing) : drawnShape;
    if (shape) this.#outline(context, view, shape, palette);
    for (const point of drawing?.points ?? []) this.#corner(context, view, point, palette);
  }

  /** As it would be if the pointer's place were the last point. */
  #unfinished({ kind, points, at }) {
    const all = at ? [...points, at] : points;
    return shapeOf(kind, all) ?? (all.length > 1 ? { kind: 'polygon', ring: all } : null);
  }

  #outline(context, view, shape, palette) {
    context.beginPath();
    trace(
      context,
      view,
      ringOf(shape).map(([lat, lon]) => toUnit(lat, lon)),
    );
    context.globalAlpha = 0.1;
    context.fillStyle = palette.select;
    context.fill();
    context.globalAlpha = 1;
    context.lineWidth = 1.8;
    context.setLineDash([8, 4]);
    context.strokeStyle = palette.select;
    context.stroke();
    context.setLineDash([]);
  }

  #corner(context, view, [lat, lon], palette) {
    const { x, y } = view.at(toUnit(lat, lon));
    context.beginPath();
    context.arc(x, y, 4.5, 0, 7);
    context.fillStyle = palette['map-halo'];
    context.fill();
    context.lineWidth = 2;
    context.strokeStyle = palette.select;
    context.stroke();
  }
}
