/** Points on the map as numbers: projection, clusters, hits. Nothing here touches the page. */

/** Web Mercator of the whole world on the unit square, x to the east, y to the south. */
export function toUnit(lat, lon) {
  const sin = Math.sin((Math.max(-85.0511, Math.min(85.0511, lat)) * Math.PI) / 180);
  return { x: lon / 360 + 0.5, y: 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI) };
}

/** Pixels the whole world is wide at a zoom. */
export const worldPixels = (zoom) => 256 * 2 ** zoom;

/** South-west and north-east corner of points `{lat, lon}`; null when there are none. */
export function boundsOf(points) {
  let [south, west, north, east] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { lat, lon } of points) {
    if (!Number.isFinite(lat) || !Number.isFinite(lon)) continue;
    south = Math.min(south, lat);
    north = Math.max(north, lat);
    west = Math.min(west, lon);
    east = Math.max(east, lon);
  }
  return south === Infinity
    ? null
    : [
        [south, west],
        [north, east],
      ];
}

/** One number for a cell of a grid; rows may be up to 32,767 from the middle. */
const cellKey = (column, row) => column * 65_536 + row;

/**
 * Joins what lies within `radius` pixels. Items come the worst first, and each cluster stands where its worst member
 * stands: it takes that one's looks and holds still when lesser ones come and go.
 *
 * @param items `{x, y, …}` in pixels
 * @returns `{x, y, worst, members}` each
 */
export function cluster(items, radius) {
  if (radius <= 0) return items.map((item) => ({ x: item.x, y: item.y, worst: item, members: [item] }));
  const grid = new Map();
  const clusters = [];
  for (const item of items) {
    const column = Math.floor(item.x / radius);
    const row = Math.floor(item.y / radius);
    const home = nearest(grid, item, column, row, radius);
    if (home) {
      home.members.push(item);
      continue;
    }
    const made = { x: item.x, y: item.y, worst: item, members: [item] };
    clusters.push(made);
    const key = cellKey(column, row);
    const cell = grid.get(key);
    if (cell) cell.push(made);
    else grid.set(key, [made]);
  }
  return clusters;
}

function nearest(grid, item, column, row, radius) {
  let best = null;
  let bestSquare = radius * radius;
  for (let c = column - 1; c <= column + 1; c++) {
    for (let r = row - 1; r <= row + 1; r++) {
      const cell = grid.get(cellKey(c, r));
      if (!cell) continue;
      for (const candidate of cell) {
        const square = (candidate.x - item.x) ** 2 + (candidate.y - item.y) ** 2;
        if (square <= bestSquare) [best, bestSquare] = [candidate, square];
      }
    }
  }
  return best;
}

const reach = (thing) => Math.max(thing.radius, thing.halfWidth ?? 0);

function touches(thing, x, y, slack) {
  const beside = Math.max(0, Math.abs(thing.x - x) - Math.max(0, (thing.halfWidth ?? 0) - thing.radius));
  return beside ** 2 + (thing.y - y) ** 2 <= (thing.radius + slack) ** 2;
}

/**
 * Things on the canvas by where they are, so that a pointer among thousands looks only at those near it. The topmost under
 * it is found: things are drawn in order, so the last wins. A thing with a `halfWidth` is as wide as that. They are sorted
 * into cells only when somebody points: most pictures are painted over before anybody does.
 */
export class HitGrid {
  #things = [];
  #cells = new Map();
  #sorted = 0;

  /** @param cellPixels side of a cell, and more than any thing reaches */
  constructor(cellPixels = 48) {
    this.side = cellPixels;
  }

  get size() {
    return this.#things.length;
  }

  add(thing) {
    this.#things.push(thing);
  }

  #sort() {
    for (; this.#sorted < this.#things.length; this.#sorted++) this.#file(this.#things[this.#sorted], this.#sorted);
  }

  #file(thing, order) {
    const far = reach(thing);
    const last = Math.floor((thing.x + far) / this.side);
    const row = Math.floor(thing.y / this.side);
    for (let column = Math.floor((thing.x - far) / this.side); column <= last; column++) {
      const key = cellKey(column, row);
      const cell = this.#cells.get(key);
      if (cell) cell.push({ thing, order });
      else this.#cells.set(key, [{ thing, order }]);
    }
  }

  /** The topmost thing within `slack` pixels of the point; null when there is none. */
  at(x, y, slack = 3) {
    this.#sort();
    let best = null;
    const columns = [Math.floor((x - slack) / this.side), Math.floor((x + slack) / this.side)];
    const row = Math.floor(y / this.side);
    for (let column = columns[0]; column <= columns[1]; column++) {
      for (let r = row - 1; r <= row + 1; r++) {
        for (const entry of this.#cells.get(cellKey(column, r)) ?? []) {
          if ((!best || entry.order > best.order) && touches(entry.thing, x, y, slack)) best = entry;
        }
      }
    }
    return best?.thing ?? null;
  }
}

/** Where a disc this many pixels across begins in each of its rows; a ring of one pixel where its inside begins, too. */
function discRow(across, y) {
  const radius = across / 2;
  const half = Math.sqrt(Math.max(0, radius ** 2 - (y + 0.5 - radius) ** 2));
  return Math.round(radius - half);
}

/** Rectangles that lie below each other and are as wide are one. */
function stacked(rows) {
  const rectangles = [];
  for (const [x, y, width] of rows) {
    const above = rectangles.findLast((r) => r[0] === x && r[2] === width && r[1] + r[3] === y);
    if (above) above[3]++;
    else rectangles.push([x, y, width, 1]);
  }
  return rectangles;
}

/** `[x, y, width, height]` each: they cover a disc this many pixels across, each pixel once. */
export function discRectangles(across) {
  const rows = Array.from({ length: across }, (_, y) => [discRow(across, y), y]);
  return stacked(rows.map(([left, y]) => [left, y, across - 2 * left]));
}

/** The same for a ring of one pixel. */
export function ringRectangles(across) {
  const rows = [];
  for (let y = 0; y < across; y++) {
    const left = discRow(across, y);
    const inner = y === 0 || y === across - 1 ? across : 1 + discRow(across - 2, y - 1);
    if (inner * 2 >= across) rows.push([left, y, across - 2 * left]);
    else rows.push([left, y, inner - left], [across - inner, y, inner - left]);
  }
  return stacked(rows);
}

/** Where the n-th of several at one spot stands: a sunflower, so that none hides another. */
export function sunflower(n, spacing) {
  const radius = spacing * Math.sqrt(n);
  const angle = n * 2.399963;
  return { dx: radius * Math.cos(angle), dy: radius * Math.sin(angle) };
}

/** Whether the point lies inside the ring of `[lat, lon]` pairs (even-odd rule). */
export function inRing(lat, lon, ring) {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [latI, lonI] = ring[i];
    const [latJ, lonJ] = ring[j];
    if (lonI > lon !== lonJ > lon && lat < ((latJ - latI) * (lon - lonI)) / (lonJ - lonI) + latI) inside = !inside;
  }
  return inside;
}

/** Edges that only one cell of an area has: the outlines of areas. Each is `[[lat, lon], [lat, lon]]`. */
export function areaOutlines(cells) {
  const edges = new Map();
  for (const cell of cells) {
    cell.ring.forEach((from, i) => {
      const to = cell.ring[(i + 1) % cell.ring.length];
      const ends = [from, to].map(([lat, lon]) => `${lat.toFixed(6)},${lon.toFixed(6)}`).sort();
      const key = `${cell.areaId}|${ends.join('|')}`;
      if (edges.has(key)) edges.set(key, null);
      else edges.set(key, [from, to]);
    });
  }
  return [...edges.values()].filter(Boolean);
}

/** Keeps labels apart: `take` returns whether the box was free, and occupies it. */
export class LabelSpace {
  #boxes = new Map();
  #size = 64;

  take(left, top, right, bottom) {
    const cells = [...this.#cells(left, top, right, bottom)];
    const overlaps = (box) => box[0] < right && box[2] > left && box[1] < bottom && box[3] > top;
    if (cells.some((key) => this.#boxes.get(key)?.some(overlaps))) return false;
    for (const key of cells) {
      if (!this.#boxes.has(key)) this.#boxes.set(key, []);
      this.#boxes.get(key).push([left, top, right, bottom]);
    }
    return true;
  }

  *#cells(left, top, right, bottom) {
    for (let x = Math.floor(left / this.#size); x <= Math.floor(right / this.#size); x++) {
      for (let y = Math.floor(top / this.#size); y <= Math.floor(bottom / this.#size); y++) yield `${x},${y}`;
    }
  }
}
