/** People as small markers by state, and the thin lines that join those who are sent with where they are sent. */

import { HitGrid, sunflower, toUnit, worldPixels } from '../geometry.js';
import { personState } from '../steps.js';
import { Disc, drawSprite, line } from './shapes.js';

/** A position fades in steps as it grows old: a minute, five, a quarter of an hour. From the second on it is hollow. */
export const FADE_STEPS_MILLIS = [60_000, 5 * 60_000, 15 * 60_000];
const FADED_TO = [1, 0.85, 0.65, 0.45];
const HOLLOW_FROM_STEP = 2;
/** A circle of accuracy smaller than this would hide behind its person. */
const LEAST_ACCURACY_PIXELS = 9;
const ACCURACY_FROM_ZOOM = 15.5;
const EQUATOR_METERS = 40_075_017;
const SPREAD_FROM_ZOOM = 15;
const OFF_DUTY_FROM_ZOOM = 14;
/** How many steps a position has faded at this age; one of unknown age has faded wholly. */
export function fadeStep(ageMillis) {
  const step = FADE_STEPS_MILLIS.findIndex((limit) => ageMillis < limit);
  return step < 0 ? FADE_STEPS_MILLIS.length : step;
}

/** A small mark is drawn faster, as a few rectangles, than a picture of it is copied or a circle is filled. */
const DOT_UP_TO_RADIUS = 3.5;
/** A line of one pixel is drawn several times as fast as a wider one. */
const LINK_PIXELS = 1;
const BUSY = new Set(['offered', 'enRoute', 'onScene']);

export class PeopleMarkers {
  /** Things on the canvas that can be hit. */
  things = new HitGrid();
  #entries = [];
  #links = [];
  #people = new Map();
  #known = new Map();
  #spread = false;
  #sprites = new Map();
  #dotShape = null;

  /** @param desk gives `palette`, `clock`, `showPeople`, `selectedId`, `hoverPersonId` */
  constructor(desk) {
    this.desk = desk;
  }

  /** Colours changed. */
  forgetSprites() {
    this.#sprites.clear();
  }

  /** Takes in the state: those who are busy come last, so that they are drawn on top. */
  take(state) {
    const layers = { offDuty: [], unavailable: [], free: [], offered: [], enRoute: [], onScene: [] };
    this.#links = [];
    for (const person of state.people.values()) {
      if (!Number.isFinite(person.lat) || !Number.isFinite(person.lon)) continue;
      const entry = this.#entryOf(person);
      entry.look = personState(person, state.assignments.get(person.assignmentId));
      layers[entry.look].push(entry);
      if (BUSY.has(entry.look)) this.#link(state, entry);
    }
    this.#entries = Object.values(layers).flat();
    this.#people = state.people;
    this.#spread = false;
    this.#forgetGone();
  }

  #forgetGone() {
    if (this.#known.size <= this.#people.size) return;
    for (const id of this.#known.keys()) if (!this.#people.has(id)) this.#known.delete(id);
  }

  /** Where a person is; people are never changed in place, so that it is worked out once per position. */
  #entryOf(person) {
    let entry = this.#known.get(person.id);
    if (entry?.person !== person) {
      const at = Date.parse(person.positionAt ?? '');
      entry = { person, unit: toUnit(person.lat, person.lon), at, look: null, nth: 0 };
      this.#known.set(person.id, entry);
    }
    return entry;
  }

  /** Who is the how manieth at one spot; asked only from near, where they are drawn side by side. */
  #countAtSpots() {
    if (this.#spread) return;
    this.#spread = true;
    const taken = new Map();
    for (const person of this.#people.values()) {
      const entry = this.#known.get(person.id);
      if (!entry) continue;
      const spot = Math.round(person.lat * 1e5) * 1e8 + Math.round(person.lon * 1e5);
      entry.nth = taken.get(spot) ?? 0;
      taken.set(spot, entry.nth + 1);
    }
  }

  #link(state, { person, look, unit }) {
    const incident = state.incidents.get(person.incidentId);
    if (!Number.isFinite(incident?.lat)) return;
    this.#links.push({ from: unit, to: toUnit(incident.lat, incident.lon), look, incidentId: incident.id });
  }

  paint(context, view) {
    this.things = new HitGrid();
    this.#paintLinks(context, view);
    if (view.zoom >= SPREAD_FROM_ZOOM) this.#countAtSpots();
    const now = this.desk.clock.now();
    const radius = Math.round(Math.max(2.2, Math.min(5, 2.2 + (view.zoom - 12.5) * 0.8)) * 2) / 2;
    for (const entry of this.#entries) {
      if (!this.#isShown(entry.look, view.zoom)) continue;
      if (!view.holds(entry.unit, 60)) continue;
      const at = view.at(entry.unit);
      if (entry.nth > 0 && view.zoom >= SPREAD_FROM_ZOOM) {
        const shift = sunflower(entry.nth, radius * 1.9);
        at.x += shift.dx;
        at.y += shift.dy;
      }
      if (!view.sees(at, 10)) continue;
      const faded = fadeStep(now - entry.at);
      const hovered = entry.person.id === this.desk.hoverPersonId;
      if (hovered || view.zoom >= ACCURACY_FROM_ZOOM) this.#accuracy(context, view, entry, at, hovered);
      this.#drawSprite(context, view, entry.look, BUSY.has(entry.look) ? radius + 1.5 : radius, faded, at);
      if (hovered) ring(context, at, radius + 6, this.desk.palette.select);
      this.things.add({ x: at.x, y: at.y, radius, person: entry.person, look: entry.look });
    }
  }

  /** How far off the position may be, as a circle; a station's needs none. */
  #accuracy(context, view, { person, at: positionAt }, at, hovered) {
    if (!(person.accuracyMeters > 0) || Number.isNaN(positionAt)) return;
    const metersPerPixel = (EQUATOR_METERS * Math.cos((person.lat * Math.PI) / 180)) / worldPixels(view.zoom);
    const radius = person.accuracyMeters / metersPerPixel;
    if (radius < LEAST_ACCURACY_PIXELS) return;
    context.beginPath();
    context.arc(at.x, at.y, radius, 0, 7);
    context.globalAlpha = hovered ? 0.22 : 0.1;
    context.fillStyle = this.desk.palette['person-busy'];
    context.fill();
    context.globalAlpha = 1;
  }

  #isShown(look, zoom) {
    if (BUSY.has(look)) return true;
    return this.desk.showPeople && (look !== 'offDuty' || zoom >= OFF_DUTY_FROM_ZOOM);
  }

  #paintLinks(context, view) {
    const { palette, selectedId } = this.desk;
    context.strokeStyle = palette['map-link'];
    for (const offered of [false, true]) {
      for (const selected of [false, true]) {
        const isOne = (link) => (link.look === 'offered') === offered && (link.incidentId === selectedId) === selected;
        context.lineWidth = selected ? 2.2 : LINK_PIXELS;
        context.globalAlpha = selected ? 1 : 0.7;
        context.setLineDash(offered ? [3, 4] : []);
        this.#strokeLinks(context, view, this.#links.filter(isOne));
      }
    }
    context.setLineDash([]);
    context.globalAlpha = 1;
  }

  #strokeLinks(context, view, links) {
    if (!links.length) return;
    context.beginPath();
    for (const { from, to } of links) line(context, view, from, to);
    context.stroke();
  }

  #drawSprite(context, view, look, radius, faded, at) {
    if (radius <= DOT_UP_TO_RADIUS && !BUSY.has(look)) {
      this.#dot(context, view, look, radius, faded, at);
      return;
    }
    const key = `${look}|${radius}|${faded}|${view.scale}`;
    if (!this.#sprites.has(key)) this.#sprites.set(key, this.#sprite(look, radius, faded, view.scale));
    drawSprite(context, view, this.#sprites.get(key), at);
  }

  /** As the sprite, without its edge; thousands of these are drawn at once. */
  #dot(context, view, look, radius, faded, at) {
    const { palette } = this.desk;
    const off = look !== 'free';
    context.globalAlpha = (off ? 0.55 : 1) * FADED_TO[faded];
    context.fillStyle = palette[off ? 'person-off' : 'person-free'];
    this.#disc(radius, view.scale).fill(context, at, off || faded >= HOLLOW_FROM_STEP);
    context.globalAlpha = 1;
  }

  #disc(radius, scale) {
    if (this.#dotShape?.radius !== radius || this.#dotShape.scale !== scale) this.#dotShape = new Disc(radius, scale);
    return this.#dotShape;
  }

  #sprite(look, radius, faded, scale) {
    const { palette } = this.desk;
    const side = Math.ceil((radius * 2 + 6) * scale);
    const canvas = new OffscreenCanvas(side, side);
    const context = canvas.getContext('2d');
    context.setTransform(scale, 0, 0, scale, canvas.width / 2, canvas.height / 2);
    const off = look === 'offDuty' || look === 'unavailable';
    const colour = palette[off ? 'person-off' : BUSY.has(look) ? 'person-busy' : 'person-free'];
    const hollow = off || look === 'offered' || (look === 'free' && faded >= HOLLOW_FROM_STEP);
    context.globalAlpha = (off ? 0.55 : 1) * FADED_TO[faded];
    figure(context, look, radius);
    context.lineWidth = 1.5;
    context.strokeStyle = palette['person-edge'];
    context.stroke();
    context.fillStyle = hollow ? palette['map-halo'] : colour;
    context.fill();
    if (hollow) {
      context.lineWidth = look === 'offered' ? 2 : 1.2;
      context.strokeStyle = colour;
      context.stroke();
    }
    return canvas.transferToImageBitmap();
  }
}

function figure(context, look, r) {
  context.beginPath();
  if (look === 'enRoute') {
    context.moveTo(0, -r - 1);
    context.lineTo(r, r);
    context.lineTo(-r, r);
    context.closePath();
  } else if (look === 'onScene') {
    context.rect(-r * 0.85, -r * 0.85, r * 1.7, r * 1.7);
  } else {
    context.arc(0, 0, r, 0, 7);
  }
}

function ring(context, { x, y }, r, colour) {
  context.beginPath();
  context.arc(x, y, r, 0, 7);
  context.lineWidth = 1.5;
  context.strokeStyle = colour;
  context.stroke();
}
