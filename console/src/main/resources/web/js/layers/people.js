/** People as small markers by state, and the thin lines that join those who are sent with where they are sent. */

import { sunflower, toUnit } from '../geometry.js';
import { personState } from '../steps.js';

const OLD_POSITION_MILLIS = 5 * 60_000;
const SPREAD_FROM_ZOOM = 15;
const BUSY = new Set(['offered', 'enRoute', 'onScene']);

export class PeopleMarkers {
  /** Things on the canvas that can be hit, in the order they were drawn. */
  things = [];
  #entries = [];
  #links = [];

  /** @param desk gives `palette`, `clock`, `showPeople`, `selectedId`, `hoverPersonId` */
  constructor(desk) {
    this.desk = desk;
  }

  /** Takes in the state: those who are busy come last, so that they are drawn on top. */
  take(state) {
    const spots = new Map();
    const quiet = [];
    const busy = [];
    this.#links = [];
    for (const person of state.people.values()) {
      if (!Number.isFinite(person.lat) || !Number.isFinite(person.lon)) continue;
      const assignment = state.assignments.get(person.assignmentId);
      const look = personState(person, assignment);
      const spot = `${person.lat.toFixed(5)},${person.lon.toFixed(5)}`;
      const nth = spots.get(spot) ?? 0;
      spots.set(spot, nth + 1);
      const entry = { person, look, nth, unit: toUnit(person.lat, person.lon), at: Date.parse(person.positionAt ?? '') };
      (BUSY.has(look) ? busy : quiet).push(entry);
      this.#link(state, entry);
    }
    this.#entries = [...quiet.sort((a, b) => Number(a.look === 'free') - Number(b.look === 'free')), ...busy];
  }

  #link(state, { person, look, unit }) {
    const incident = state.incidents.get(person.incidentId);
    if (!BUSY.has(look) || !Number.isFinite(incident?.lat)) return;
    this.#links.push({ from: unit, to: toUnit(incident.lat, incident.lon), look, incidentId: incident.id });
  }

  paint(context, view) {
    this.things = [];
    this.#paintLinks(context, view);
    const now = this.desk.clock.now();
    const radius = Math.max(2.2, Math.min(5, 2.2 + (view.zoom - 12.5) * 0.8));
    for (const entry of this.#entries) {
      if (!this.desk.showPeople && !BUSY.has(entry.look)) continue;
      const at = view.at(entry.unit);
      if (entry.nth > 0 && view.zoom >= SPREAD_FROM_ZOOM) {
        const shift = sunflower(entry.nth, radius * 1.9);
        at.x += shift.dx;
        at.y += shift.dy;
      }
      if (!view.sees(at, 10)) continue;
      const old = !(now - entry.at < OLD_POSITION_MILLIS);
      this.#paintPerson(context, entry, at, BUSY.has(entry.look) ? radius + 1.2 : radius, old);
      this.things.push({ x: at.x, y: at.y, radius, person: entry.person, look: entry.look });
    }
  }

  #paintLinks(context, view) {
    const { palette, selectedId } = this.desk;
    context.strokeStyle = palette['map-link'];
    for (const link of this.#links) {
      const from = view.at(link.from);
      const to = view.at(link.to);
      context.lineWidth = link.incidentId === selectedId ? 2.2 : 1.2;
      context.globalAlpha = link.incidentId === selectedId ? 1 : 0.6;
      context.setLineDash(link.look === 'offered' ? [3, 4] : []);
      context.beginPath();
      context.moveTo(from.x, from.y);
      context.lineTo(to.x, to.y);
      context.stroke();
    }
    context.setLineDash([]);
    context.globalAlpha = 1;
  }

  #paintPerson(context, { person, look }, at, radius, old) {
    const { palette, hoverPersonId } = this.desk;
    const off = look === 'offDuty' || look === 'unavailable';
    const colour = palette[off ? 'person-off' : BUSY.has(look) ? 'person-busy' : 'person-free'];
    context.globalAlpha = off ? 0.55 : old && !BUSY.has(look) ? 0.75 : 1;
    context.beginPath();
    figure(context, look, at, radius);
    context.lineWidth = 1.5;
    context.strokeStyle = palette['person-edge'];
    context.stroke();
    const filled = !off && look !== 'offered' && !(look === 'free' && old);
    context.fillStyle = filled ? colour : palette['map-halo'];
    context.fill();
    if (!filled) {
      context.lineWidth = look === 'offered' ? 2 : 1.2;
      context.strokeStyle = colour;
      context.stroke();
    }
    context.globalAlpha = 1;
    if (person.id === hoverPersonId) ring(context, at, radius + 5, palette.select);
  }
}

function figure(context, look, { x, y }, r) {
  if (look === 'enRoute') {
    context.moveTo(x, y - r - 1);
    context.lineTo(x + r, y + r);
    context.lineTo(x - r, y + r);
    context.closePath();
  } else if (look === 'onScene') {
    context.rect(x - r * 0.85, y - r * 0.85, r * 1.7, r * 1.7);
  } else {
    context.arc(x, y, r, 0, 7);
  }
}

function ring(context, { x, y }, r, colour) {
  context.beginPath();
  context.arc(x, y, r, 0, 7);
  context.lineWidth = 1.5;
  context.strokeStyle = colour;
  context.stroke();
}
