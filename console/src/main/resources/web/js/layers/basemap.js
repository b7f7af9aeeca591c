/** The built-in map: cells, areas, roads and named places of the district, drawn from what the graph knows. */

import { LabelSpace } from '../geometry.js';
import { nameIn } from '../format.js';
import { haloText, line, trace } from './shapes.js';

const ROAD_WIDTHS = { minor: 1.1, middle: 2, major: 3.4 };
const ROAD_NAMES_FROM_ZOOM = { major: 14, middle: 15, minor: 16 };
const PLACES_FROM_ZOOM = { hospital: 13.5, metro: 13.5, station: 14, school: 15, mall: 14.5, market: 15, park: 14.5 };
const OTHER_PLACES_FROM_ZOOM = 15.5;
const NAME_LATER_BY = 0.7;
/** What everybody finds their way by; all that is told on a screen that is read from afar. */
const LANDMARKS = new Set(['hospital', 'metro']);

export class Basemap {
  /** @param desk gives `district`, `palette`, `language`; @param settings `landmarksOnly` for a wall */
  constructor(desk, { landmarksOnly = false } = {}) {
    this.desk = desk;
    this.landmarksOnly = landmarksOnly;
    this.hoverCell = null;
  }

  paint(context, view) {
    const { district, palette } = this.desk;
    if (!district.tileUrl) this.#ground(context, view);
    this.#cells(context, view, district, palette);
    if (!district.tileUrl) {
      this.#roads(context, view, district.roads, palette);
      this.#labels(context, view, district, palette);
    }
  }

  #ground(context, view) {
    context.fillStyle = this.desk.palette['map-ground'];
    context.fillRect(0, 0, view.width, view.height);
  }

  #cells(context, view, district, palette) {
    const hover = this.hoverCell;
    if (hover) {
      context.beginPath();
      trace(context, view, hover.unit);
      context.fillStyle = palette['map-cell-hover'];
      context.fill();
    }
    context.beginPath();
    for (const cell of district.cells) trace(context, view, cell.unit);
    context.lineWidth = 1;
    context.strokeStyle = palette['map-cell'];
    context.stroke();
    context.beginPath();
    for (const [from, to] of district.outlines) line(context, view, from, to);
    context.lineWidth = 1.6;
    context.setLineDash([7, 4]);
    context.strokeStyle = palette['map-area'];
    context.stroke();
    context.setLineDash([]);
  }

  #roads(context, view, roads, palette) {
    const grow = Math.max(0.55, Math.min(3.2, 1.45 ** (view.zoom - 14)));
    context.lineCap = 'round';
    context.lineJoin = 'round';
    for (const casing of [true, false]) {
      for (const speed of ['minor', 'middle', 'major']) {
        if (casing && speed === 'minor') continue;
        context.beginPath();
        for (const road of roads) if (road.speed === speed) line(context, view, road.a, road.b);
        context.lineWidth = Math.max(0.7, ROAD_WIDTHS[speed] * grow + (casing ? 2 : 0));
        context.strokeStyle = palette[casing ? 'map-road-casing' : `map-road-${speed}`];
        context.stroke();
      }
    }
    context.lineCap = 'butt';
  }

  #labels(context, view, district, palette) {
    const space = new LabelSpace();
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    this.#placeMarks(context, view, district.places, palette, space);
    this.#areaNames(context, view, district.areas, palette);
    this.#roadNames(context, view, district.roads, palette, space);
  }

  #areaNames(context, view, areas, palette) {
    if (view.zoom > 15.4) return;
    context.font = `600 ${view.zoom < 13 ? 12 : 15}px ${palette.font}`;
    context.fillStyle = palette['map-area-name'];
    spaced(context, '3px');
    for (const area of areas) {
      const at = view.at(area.at);
      if (view.sees(at, 80)) context.fillText(nameIn(this.desk.language.code, area), at.x, at.y);
    }
    spaced(context, '0px');
  }

  #placeMarks(context, view, places, palette, space) {
    for (const place of places) {
      const from = PLACES_FROM_ZOOM[place.kind] ?? OTHER_PLACES_FROM_ZOOM;
      if (place.kind === 'junction' || view.zoom < from) continue;
      if (this.landmarksOnly && !LANDMARKS.has(place.kind)) continue;
      const at = view.at(place.at);
      if (!view.sees(at, 40)) continue;
      mark(context, place.kind, at, palette);
      if (view.zoom < from + NAME_LATER_BY) continue;
      context.font = `${this.landmarksOnly ? 14 : 11}px ${palette.font}`;
      const name = nameIn(this.desk.language.code, place);
      const half = context.measureText(name).width / 2;
      const y = at.y + 14;
      if (space.take(at.x - half - 4, y - 8, at.x + half + 4, y + 8)) {
        haloText(context, name, at.x, y, palette['map-place-name'], palette['map-halo']);
      }
    }
  }

  #roadNames(context, view, roads, palette, space) {
    const lastAt = new Map();
    for (const road of roads) {
      if (view.zoom < ROAD_NAMES_FROM_ZOOM[road.speed]) continue;
      const name = nameIn(this.desk.language.code, road);
      const from = view.at(road.a);
      const to = view.at(road.b);
      const at = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
      if (!name || !view.sees(at, 0)) continue;
      const before = lastAt.get(name);
      if (before?.some((point) => Math.hypot(point.x - at.x, point.y - at.y) < 320)) continue;
      if (this.#roadName(context, name, from, to, at, palette, space)) lastAt.set(name, [...(before ?? []), at]);
    }
  }

  #roadName(context, name, from, to, at, palette, space) {
    context.font = `11px ${palette.font}`;
    const half = context.measureText(name).width / 2;
    if (Math.hypot(to.x - from.x, to.y - from.y) < half * 2 + 6) return false;
    let angle = Math.atan2(to.y - from.y, to.x - from.x);
    if (Math.abs(angle) > Math.PI / 2) angle += Math.PI;
    const width = Math.abs(Math.cos(angle)) * half + 8;
    const height = Math.abs(Math.sin(angle)) * half + 8;
    if (!space.take(at.x - width, at.y - height, at.x + width, at.y + height)) return false;
    context.save();
    context.translate(at.x, at.y);
    context.rotate(angle);
    haloText(context, name, 0, 0, palette['map-road-name'], palette['map-halo']);
    context.restore();
    return true;
  }
}

function spaced(context, spacing) {
  if ('letterSpacing' in context) context.letterSpacing = spacing;
}

/** A small sign for the kind of place. */
function mark(context, kind, at, palette) {
  context.fillStyle = palette['map-place'];
  context.strokeStyle = palette['map-halo'];
  context.lineWidth = 1;
  context.beginPath();
  if (kind === 'hospital') {
    context.rect(at.x - 1.6, at.y - 5, 3.2, 10);
    context.rect(at.x - 5, at.y - 1.6, 10, 3.2);
  } else if (kind === 'metro') {
    context.moveTo(at.x - 4.5, at.y + 4.5);
    context.lineTo(at.x - 4.5, at.y - 4.5);
    context.lineTo(at.x, at.y + 1);
    context.lineTo(at.x + 4.5, at.y - 4.5);
    context.lineTo(at.x + 4.5, at.y + 4.5);
    context.lineTo(at.x + 2.4, at.y + 4.5);
    context.lineTo(at.x, at.y + 3.4);
    context.lineTo(at.x - 2.4, at.y + 4.5);
    context.closePath();
  } else if (kind === 'station') {
    context.moveTo(at.x, at.y - 5);
    context.lineTo(at.x + 5, at.y - 1);
    context.lineTo(at.x + 4, at.y + 4.5);
    context.lineTo(at.x - 4, at.y + 4.5);
    context.lineTo(at.x - 5, at.y - 1);
    context.closePath();
  } else if (kind === 'school' || kind === 'office' || kind === 'factory') {
    context.rect(at.x - 3.4, at.y - 3.4, 6.8, 6.8);
  } else {
    context.arc(at.x, at.y, 2.8, 0, 7);
  }
  context.fill();
}
