/** Drawing that several layers share. */

import { discRectangles, ringRectangles } from '../geometry.js';
import { shapeOf } from '../severity.js';

/** Adds a closed ring of unit points to the path. */
export function trace(context, view, ring) {
  ring.forEach((unit, i) => {
    const point = view.at(unit);
    if (i === 0) context.moveTo(point.x, point.y);
    else context.lineTo(point.x, point.y);
  });
  context.closePath();
}

/** Adds a line between two unit points to the path. */
export function line(context, view, from, to) {
  const a = view.at(from);
  const b = view.at(to);
  context.moveTo(a.x, a.y);
  context.lineTo(b.x, b.y);
}

/** Text that can be read on anything. */
export function haloText(context, text, x, y, colour, halo) {
  context.lineWidth = 3;
  context.strokeStyle = halo;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

/** Draws a sprite around a point, on whole pixels: that takes a third of the time, and looks sharper. */
export function drawSprite(context, view, sprite, at) {
  const { scale } = view;
  const [width, height] = [sprite.width / scale, sprite.height / scale];
  const left = Math.round((at.x - width / 2) * scale) / scale;
  const top = Math.round((at.y - height / 2) * scale) / scale;
  context.drawImage(sprite, left, top, width, height);
}

/** A small disc as the rectangles of whole device pixels that make it up: those are filled without smoothing any edge. */
export class Disc {
  /** @param radius in CSS pixels, of which each is `scale` device pixels wide */
  constructor(radius, scale) {
    Object.assign(this, { radius, scale });
    const across = Math.max(1, Math.round(radius * 2 * scale));
    const inPixels = (rectangles) => rectangles.map((numbers) => numbers.map((n) => n / scale));
    this.full = inPixels(discRectangles(across));
    this.hollow = inPixels(ringRectangles(across));
    this.half = across / 2;
  }

  /** Fills it, or only its edge, around a point in the colour that is set. */
  fill(context, at, hollow) {
    const left = Math.round(at.x * this.scale - this.half) / this.scale;
    const top = Math.round(at.y * this.scale - this.half) / this.scale;
    for (const [x, y, width, height] of hollow ? this.hollow : this.full) context.fillRect(left + x, top + y, width, height);
  }
}

/** More than any map shows at once. */
const MOST_PILLS = 1_000;

/** How many a cluster stands for, as pills with a number: text is slow to draw, so each is drawn once. */
export class CountPills {
  #sprites = new Map();

  /** @param desk gives `palette` */
  constructor(desk, scale) {
    this.desk = desk;
    this.size = scale;
  }

  forget() {
    this.#sprites.clear();
  }

  draw(context, view, count, at) {
    const key = `${count}|${view.scale}`;
    if (!this.#sprites.has(key)) {
      if (this.#sprites.size > MOST_PILLS) this.forget();
      this.#sprites.set(key, this.#sprite(String(count), view.scale * this.size));
    }
    drawSprite(context, view, this.#sprites.get(key), at);
  }

  #sprite(text, scale) {
    const { palette } = this.desk;
    const half = Math.max(8, 5 + text.length * 3.4);
    const canvas = new OffscreenCanvas(Math.ceil((half * 2 + 2) * scale), Math.ceil(18 * scale));
    const context = canvas.getContext('2d');
    context.setTransform(scale, 0, 0, scale, canvas.width / 2, canvas.height / 2);
    context.beginPath();
    context.roundRect(-half, -8, half * 2, 16, 8);
    context.fillStyle = palette['map-pill'];
    context.fill();
    context.lineWidth = 1;
    context.strokeStyle = palette['map-halo'];
    context.stroke();
    context.font = `600 11px ${palette.font}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillStyle = palette['map-pill-text'];
    context.fillText(text, 0, 0.5);
    return canvas.transferToImageBitmap();
  }
}

/**
 * Grades as small pictures, drawn once each and kept until the colours change. A bitmap is copied much faster than a canvas,
 * of which a snapshot is taken each time.
 */
export class GradeSprites {
  #sprites = new Map();

  /** @param desk gives `palette` */
  constructor(desk) {
    this.desk = desk;
  }

  forget() {
    this.#sprites.clear();
  }

  draw(context, view, grade, look, at, radius) {
    const key = `${grade}|${look}|${radius}|${view.scale}`;
    if (!this.#sprites.has(key)) this.#sprites.set(key, this.#sprite(grade, look, radius, view.scale));
    drawSprite(context, view, this.#sprites.get(key), at);
  }

  #sprite(grade, look, radius, scale) {
    const { palette } = this.desk;
    const box = Math.ceil(radius * 3.2 * scale);
    const canvas = new OffscreenCanvas(box, box);
    const context = canvas.getContext('2d');
    const shape = shapeOf(grade);
    context.setTransform((radius / 11) * scale, 0, 0, (radius / 11) * scale, box / 2, box / 2);
    const filled = look === 'solid' || look === 'ringed';
    const over = look === 'faded' || look === 'silent';
    const colour = over ? palette['grade-over'] : palette[`${filled ? 'grade' : 'edge'}-${grade}`];
    outline(context, new Path2D(shape.path), look, colour, palette);
    context.font = `700 ${grade === 'III' ? 9 : 9.5}px ${palette.font}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillStyle = filled ? palette[`ink-${grade}`] : colour;
    context.fillText(grade, 0, shape.textY + 0.6);
    return canvas.transferToImageBitmap();
  }
}

const DASHED = new Set(['alert', 'silent']);

function outline(context, path, look, colour, palette) {
  const filled = look === 'solid' || look === 'ringed';
  context.lineJoin = 'round';
  context.globalAlpha = look === 'faded' ? 0.65 : 1;
  context.lineWidth = look === 'ringed' ? 8.5 : 4.5;
  context.strokeStyle = look === 'ringed' ? colour : palette['map-halo'];
  context.stroke(path);
  if (look === 'ringed') {
    context.lineWidth = 5.2;
    context.strokeStyle = palette['map-halo'];
    context.stroke(path);
  }
  context.fillStyle = filled ? colour : palette['map-halo'];
  context.fill(path);
  if (!filled) {
    context.lineWidth = DASHED.has(look) ? 1.6 : 2.4;
    if (DASHED.has(look)) context.setLineDash([3, 2]);
    context.strokeStyle = colour;
    context.stroke(path);
  }
}
