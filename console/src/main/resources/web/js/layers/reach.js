/** From where one is at a point within some minutes, and where the officer asks what would be. */

import { toUnit, worldPixels } from '../geometry.js';
import { reachClass, REACH_MINUTES } from '../reach.js';
import { haloText } from './shapes.js';

/** A junction stands for what is this near to it. */
const AROUND_METERS = 170;
const EQUATOR_METERS = 40_075_017;
const LEAST_PIXELS = 5;
const ALPHA = 0.17;

export class ReachLayer {
  #points = [];
  #answer = null;

  /** @param desk gives `palette` and `cover` */
  constructor(desk) {
    this.desk = desk;
  }

  paint(context, view) {
    const reach = this.desk.cover.reach.value;
    if (reach?.reached) this.#area(context, view, reach);
    const { supposed } = this.desk.cover;
    if (reach) this.#mark(context, view, reach, '◎');
    if (supposed.value) this.#mark(context, view, supposed.value, '?');
  }

  /** Each class lies over all that are reached later, so that the soonest is the fullest. */
  #area(context, view, reach) {
    if (this.#answer !== reach.reached) {
      this.#answer = reach.reached;
      this.#points = reach.reached.map(({ lat, lon, seconds }) => ({ unit: toUnit(lat, lon), of: reachClass(seconds) }));
    }
    const shrink = Math.cos((reach.lat * Math.PI) / 180);
    const radius = Math.max(LEAST_PIXELS, (AROUND_METERS * worldPixels(view.zoom)) / EQUATOR_METERS / shrink);
    context.fillStyle = this.desk.palette.reach;
    context.globalAlpha = ALPHA;
    for (let most = REACH_MINUTES.length; most >= 0; most--) {
      if (!this.#points.some(({ of }) => of === most)) continue;
      context.beginPath();
      for (const { unit, of } of this.#points) {
        if (of > most || !view.holds(unit, radius)) continue;
        const { x, y } = view.at(unit);
        context.moveTo(x + radius, y);
        context.arc(x, y, radius, 0, 7);
      }
      context.fill();
    }
    context.globalAlpha = 1;
  }

  #mark(context, view, { lat, lon }, sign) {
    const { palette } = this.desk;
    const { x, y } = view.at(toUnit(lat, lon));
    context.font = `700 20px ${palette.font}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    haloText(context, sign, x, y, palette.select, palette['map-halo']);
  }
}
