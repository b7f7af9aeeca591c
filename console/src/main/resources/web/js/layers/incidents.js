/** Incidents and alerts as markers: grade by colour, shape and numeral; clusters look like their worst member. */

import { byAttention, isOpen } from '../attention.js';
import { cluster, toUnit } from '../geometry.js';
import { markerLook, shapeOf } from '../severity.js';

const RADIUS = 12;
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
  /** Things on the canvas that can be hit, in the order they were drawn. */
  things = [];
  #entries = [];
  #units = new Map();
  #sprites = new Map();

  /** @param desk gives `store`, `palette`, `selectedId`, `hoverId`, `showClosed` */
  constructor(desk) {
    this.desk = desk;
  }

  /** Colours changed. */
  forgetSprites() {
    this.#sprites.clear();
  }

  /** Takes in the state; positions are projected once per change. */
  take(incidents, alerts) {
    const kept = new Map();
    const project = (entity) => {
      const known = this.#units.get(entity.id);
      const same = known && known.lat === entity.lat && known.lon === entity.lon;
      const unit = same ? known : { lat: entity.lat, lon: entity.lon, ...toUnit(entity.lat, entity.lon) };
      kept.set(entity.id, unit);
      return unit;
    };
    const located = [...incidents].filter((i) => Number.isFinite(i.lat) && Number.isFinite(i.lon));
    located.sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || byAttention(a, b));
    this.#entries = located.map((incident) => ({ incident, unit: project(incident) }));
    this.alerts = [...alerts].filter((a) => Number.isFinite(a.lat)).map((alert) => ({ alert, unit: project(alert) }));
    this.#units = kept;
  }

  paint(context, view) {
    this.things = [];
    for (const { alert, unit } of this.alerts ?? []) this.#paintAlert(context, view, alert, view.at(unit));
    const selected = [];
    const items = [];
    for (const { incident, unit } of this.#entries) {
      const at = view.at(unit);
      if (!view.sees(at, 60)) continue;
      const item = { x: at.x, y: at.y, incident };
      if (incident.id === this.desk.selectedId || incident.id === this.desk.hoverId) selected.push(item);
      else items.push(item);
    }
    const clusters = cluster(items, clusterRadius(view.zoom));
    for (let i = clusters.length - 1; i >= 0; i--) this.#paintCluster(context, view, clusters[i]);
    for (const item of selected) this.#paintOne(context, view, item);
  }

  #paintAlert(context, view, alert, at) {
    if (!view.sees(at, 40)) return;
    this.#drawSprite(context, view, alert.level, 'alert', at, 15);
    this.things.push({ x: at.x, y: at.y, radius: 15, alert });
  }

  #paintCluster(context, view, { x, y, worst, members }) {
    if (members.length === 1) {
      this.#paintOne(context, view, worst);
      return;
    }
    this.#drawSprite(context, view, worst.incident.grade, markerLook(worst.incident), { x, y }, RADIUS + 2.5);
    this.#pill(context, view, members.length, x + 11, y - 12);
    this.things.push({ x, y, radius: RADIUS + 4, cluster: members.map((member) => member.incident) });
  }

  #paintOne(context, view, { x, y, incident }) {
    const { selectedId, hoverId, palette } = this.desk;
    const selected = incident.id === selectedId;
    if (selected || incident.id === hoverId) {
      context.beginPath();
      context.arc(x, y, RADIUS + 9, 0, 7);
      context.lineWidth = selected ? 2.5 : 1.5;
      context.strokeStyle = palette.select;
      context.stroke();
    }
    this.#drawSprite(context, view, incident.grade, markerLook(incident), { x, y }, selected ? RADIUS + 2 : RADIUS);
    this.things.push({ x, y, radius: RADIUS, incident });
  }

  #pill(context, view, count, x, y) {
    const { palette } = this.desk;
    context.font = `600 11px ${palette.font}`;
    const text = String(count);
    const half = Math.max(8, context.measureText(text).width / 2 + 5);
    context.beginPath();
    context.roundRect(x - half, y - 8, half * 2, 16, 8);
    context.fillStyle = palette['map-pill'];
    context.fill();
    context.lineWidth = 1;
    context.strokeStyle = palette['map-halo'];
    context.stroke();
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillStyle = palette['map-pill-text'];
    context.fillText(text, x, y + 0.5);
  }

  #drawSprite(context, view, grade, look, at, radius) {
    const key = `${grade}|${look}|${radius}|${view.scale}`;
    if (!this.#sprites.has(key)) this.#sprites.set(key, this.#sprite(grade, look, radius, view.scale));
    const sprite = this.#sprites.get(key);
    const size = sprite.width / view.scale;
    context.drawImage(sprite, at.x - size / 2, at.y - size / 2, size, size);
  }

  #sprite(grade, look, radius, scale) {
    const { palette } = this.desk;
    const canvas = document.createElement('canvas');
    const box = Math.ceil(radius * 3.2 * scale);
    canvas.width = box;
    canvas.height = box;
    const context = canvas.getContext('2d');
    const shape = shapeOf(grade);
    context.setTransform((radius / 11) * scale, 0, 0, (radius / 11) * scale, box / 2, box / 2);
    const filled = look === 'solid' || look === 'ringed';
    const colour = look === 'faded' ? palette['grade-over'] : palette[`${filled ? 'grade' : 'edge'}-${grade}`];
    outline(context, new Path2D(shape.path), look, colour, palette);
    context.font = `700 ${grade === 'III' ? 9 : 9.5}px ${palette.font}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillStyle = filled ? palette[`ink-${grade}`] : colour;
    context.fillText(grade, 0, shape.textY + 0.6);
    return canvas;
  }
}

function outline(context, path, look, colour, palette) {
  const filled = look === 'solid' || look === 'ringed';
  context.lineJoin = 'round';
  context.globalAlpha = look === 'faded' ? 0.65 : 1;
  if (look === 'ringed') {
    context.lineWidth = 8.5;
    context.strokeStyle = colour;
    context.stroke(path);
    context.lineWidth = 5.2;
    context.strokeStyle = palette['map-halo'];
    context.stroke(path);
  } else {
    context.lineWidth = 4.5;
    context.strokeStyle = palette['map-halo'];
    context.stroke(path);
  }
  context.fillStyle = filled ? colour : palette['map-halo'];
  context.fill(path);
  if (!filled) {
    context.lineWidth = look === 'alert' ? 1.6 : 2.4;
    if (look === 'alert') context.setLineDash([3, 2]);
    context.strokeStyle = colour;
    context.stroke(path);
  }
}
