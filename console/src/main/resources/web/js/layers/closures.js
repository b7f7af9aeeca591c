/** Roads that are closed: barred with red, and a cross in the middle of each. */

import { line } from './shapes.js';

const CROSS_FROM_ZOOM = 12.5;
const CROSS_PIXELS = 4;

export class ClosedRoads {
  /** @param desk gives `palette`, `district`, `cover` and `chosenRoads`, the ids of those about to be closed */
  constructor(desk) {
    this.desk = desk;
  }

  paint(context, view) {
    const { district, palette, cover } = this.desk;
    const known = (ids) => ids.map((id) => district.roadById.get(id)).filter(Boolean);
    const closed = known(cover.closures.value.map((closure) => closure.roadId));
    const chosen = known(cover.chosenRoads.value);
    this.#bars(context, view, chosen, palette.select, []);
    this.#bars(context, view, closed, palette.closed, [7, 4]);
    if (view.zoom >= CROSS_FROM_ZOOM) this.#crosses(context, view, closed, palette);
  }

  #bars(context, view, roads, colour, dash) {
    if (!roads.length) return;
    const trace = () => {
      context.beginPath();
      for (const road of roads) line(context, view, road.a, road.b);
    };
    trace();
    context.lineWidth = 7;
    context.strokeStyle = this.desk.palette['map-halo'];
    context.stroke();
    trace();
    context.lineWidth = 3.6;
    context.setLineDash(dash);
    context.strokeStyle = colour;
    context.stroke();
    context.setLineDash([]);
  }

  #crosses(context, view, roads, palette) {
    context.lineWidth = 2.2;
    for (const { a, b } of roads) {
      const at = view.at({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
      if (!view.sees(at, 10)) continue;
      context.beginPath();
      context.arc(at.x, at.y, CROSS_PIXELS + 4, 0, 7);
      context.fillStyle = palette['map-halo'];
      context.fill();
      context.strokeStyle = palette.closed;
      context.stroke();
      context.beginPath();
      context.moveTo(at.x - CROSS_PIXELS, at.y - CROSS_PIXELS);
      context.lineTo(at.x + CROSS_PIXELS, at.y + CROSS_PIXELS);
      context.moveTo(at.x + CROSS_PIXELS, at.y - CROSS_PIXELS);
      context.lineTo(at.x - CROSS_PIXELS, at.y + CROSS_PIXELS);
      context.stroke();
    }
  }
}
