/** Incidents as markers: grade by colour, shape and numeral; clusters look like their worst member. */

import { isOpen, sortedBy, waitingKey } from '../attention.js';
import { cluster, HitGrid, toUnit } from '../geometry.js';
import { isJoined } from '../joining.js';
import { markerLook } from '../severity.js';
import { CountPills, GradeSprites } from './shapes.js';

const RADIUS = 12;
/** More than any key of the attention list. */
const LAST = 1e15;
/** The nearest zooms join only what nobody could tell apart. */
const CLUSTER_RADIUS_BY_ZOOM = [
  [16.5, 7],
  [15, 20],
  [13, 28],
  [0, 34],
];

export function clusterRadius(zoom) {
  return CLUSTER_RADIUS_BY_ZOOM.find(([from]) => zoom >= from)[1];
}

export class IncidentMarkers {
  /** Things on the canvas that can be hit. */
  things = new HitGrid();
  #entries = [];
  #units = new Map();

  /** @param desk gives `palette`, `selectedId`, `hoverId`; may give `lookOf(incident)` and `markerScale` */
  constructor(desk) {
    this.desk = desk;
    this.sprites = new GradeSprites(desk);
    this.lookOf = desk.lookOf ?? markerLook;
    this.radius = RADIUS * (desk.markerScale ?? 1);
    this.pills = new CountPills(desk, desk.markerScale ?? 1);
  }

  /** Colours changed. */
  forgetSprites() {
    this.sprites.forget();
    this.pills.forget();
  }

  /** Takes in the state; positions are projected once per change. What is joined to another stands there. */
  take(incidents) {
    const kept = new Map();
    const project = (entity) => {
      const known = this.#units.get(entity.id);
      const same = known && known.lat === entity.lat && known.lon === entity.lon;
      const unit = same ? known : { lat: entity.lat, lon: entity.lon, ...toUnit(entity.lat, entity.lon) };
      kept.set(entity.id, unit);
      return unit;
    };
    const located = [...incidents].filter((i) => Number.isFinite(i.lat) && Number.isFinite(i.lon) && !isJoined(i));
    // a cluster looks like its first member: one that is drawn without colour must not hide one that is not
    const isFaded = (incident) => !isOpen(incident) || this.lookOf(incident) === 'faded';
    const sorted = sortedBy(located, (incident) => waitingKey(incident) + (isFaded(incident) ? LAST : 0));
    this.#entries = sorted.map((incident) => ({ incident, unit: project(incident) }));
    this.#units = kept;
  }

  paint(context, view) {
    this.things = new HitGrid();
    const { selectedId, hoverId } = this.desk;
    const selected = [];
    const items = [];
    for (const { incident, unit } of this.#entries) {
      if (!view.holds(unit, 60)) continue;
      const at = view.at(unit);
      const item = { x: at.x, y: at.y, incident };
      if (incident.id === selectedId || incident.id === hoverId) selected.push(item);
      else items.push(item);
    }
    const clusters = cluster(items, clusterRadius(view.zoom) * (this.radius / RADIUS));
    for (let i = clusters.length - 1; i >= 0; i--) this.#paintCluster(context, view, clusters[i]);
    for (const item of selected) this.#paintOne(context, view, item);
  }

  #paintCluster(context, view, { x, y, worst, members }) {
    if (members.length === 1) {
      this.#paintOne(context, view, worst);
      return;
    }
    this.sprites.draw(context, view, worst.incident.grade, this.lookOf(worst.incident), { x, y }, this.radius + 2.5);
    this.pills.draw(context, view, members.length, { x: x + this.radius - 1, y: y - this.radius });
    this.things.add({ x, y, radius: this.radius + 4, cluster: members.map((member) => member.incident) });
  }

  #paintOne(context, view, { x, y, incident }) {
    const { selectedId, hoverId, palette } = this.desk;
    const selected = incident.id === selectedId;
    if (selected || incident.id === hoverId) {
      context.beginPath();
      context.arc(x, y, this.radius + 9, 0, 7);
      context.lineWidth = selected ? 2.5 : 1.5;
      context.strokeStyle = palette.select;
      context.stroke();
    }
    this.sprites.draw(context, view, incident.grade, this.lookOf(incident), { x, y }, selected ? this.radius + 2 : this.radius);
    this.things.add({ x, y, radius: this.radius, incident });
  }
}
