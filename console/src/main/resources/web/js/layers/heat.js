/** Where much is reported, as heat: soft spots that add up, coloured by how much lies on top of each other. */

import { heatPoints, HOTTEST_REPORTS } from '../heat.js';

/** The layer is soft, so that a quarter of the pixels will do. */
const COARSENESS = 4;
const METERS_RADIUS = 420;
const LEAST_RADIUS = 22;
const EQUATOR_METERS = 40_075_017;
const DENSEST_ALPHA = 0.78;

export class HeatLayer {
  #points = [];
  #ramp = null;

  /** @param desk gives `palette`, `shows(layer)` */
  constructor(desk) {
    this.desk = desk;
    this.canvas = document.createElement('canvas');
  }

  forgetSprites() {
    this.#ramp = null;
  }

  take(state, nowMillis) {
    this.#points = heatPoints(state.incidents.values(), nowMillis);
  }

  paint(context, view) {
    if (!this.desk.shows('heat') || !this.#points.length) return;
    const width = Math.ceil(view.width / COARSENESS);
    const height = Math.ceil(view.height / COARSENESS);
    this.canvas.width = width;
    this.canvas.height = height;
    const soft = this.canvas.getContext('2d', { willReadFrequently: true });
    if (!this.#addUp(soft, view)) return;
    const image = soft.getImageData(0, 0, width, height);
    this.#colour(image.data);
    soft.putImageData(image, 0, 0);
    context.imageSmoothingEnabled = true;
    context.imageSmoothingQuality = 'high';
    context.drawImage(this.canvas, 0, 0, width * COARSENESS, height * COARSENESS);
  }

  /** Alpha adds up to how much is reported; a spot of the greatest weight alone is opaque. */
  #addUp(soft, view) {
    const pixelsPerMeter = (256 * 2 ** view.zoom) / EQUATOR_METERS;
    const radius = Math.max(LEAST_RADIUS, METERS_RADIUS * pixelsPerMeter) / COARSENESS;
    let seen = 0;
    soft.globalCompositeOperation = 'lighter';
    for (const { unit, weight } of this.#points) {
      const point = view.at(unit);
      if (!view.sees(point, radius * COARSENESS)) continue;
      seen++;
      const [x, y] = [point.x / COARSENESS, point.y / COARSENESS];
      const spot = soft.createRadialGradient(x, y, 0, x, y, radius);
      const alpha = Math.min(1, weight / HOTTEST_REPORTS + 0.05);
      for (let i = 0; i <= 4; i++) spot.addColorStop(i / 4, `rgb(0 0 0 / ${alpha * (1 - (i / 4) ** 2) ** 2})`);
      soft.fillStyle = spot;
      soft.fillRect(x - radius, y - radius, radius * 2, radius * 2);
    }
    return seen > 0;
  }

  #colour(data) {
    this.#ramp ??= ramp(this.desk.palette);
    for (let i = 3; i < data.length; i += 4) {
      const heat = data[i];
      if (heat === 0) continue;
      data[i - 3] = this.#ramp[heat * 4];
      data[i - 2] = this.#ramp[heat * 4 + 1];
      data[i - 1] = this.#ramp[heat * 4 + 2];
      data[i] = Math.round(255 * DENSEST_ALPHA * Math.min(1, (heat / 255) ** 0.55));
    }
  }
}

/** 256 colours from low to high. */
function ramp(palette) {
  const canvas = document.createElement('canvas');
  canvas.width = 256;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const gradient = context.createLinearGradient(0, 0, 256, 0);
  gradient.addColorStop(0, palette['heat-low']);
  gradient.addColorStop(0.5, palette['heat-middle']);
  gradient.addColorStop(1, palette['heat-high']);
  context.fillStyle = gradient;
  context.fillRect(0, 0, 256, 1);
  return context.getImageData(0, 0, 256, 1).data;
}
