/** Alerts as cells tinted by level, with the level's shape, numeral and word at their upper edge. */

import { byNeed, cellsOf, isSnoozed } from '../alerts.js';
import { areaOutlines, HitGrid, toUnit } from '../geometry.js';
import { GradeSprites, line, trace } from './shapes.js';

const WORD_FROM_ZOOM = 13.6;
const RADIUS = 8;
const HALF_HEIGHT = 12;

export class AlertCells {
  /** Things on the canvas that can be hit. */
  things = new HitGrid();
  #entries = [];

  /** @param desk gives `district`, `palette`, `language`, `alertTitle`, `shows(layer)`, `alertId`, `hoverAlertId` */
  constructor(desk) {
    this.desk = desk;
    this.sprites = new GradeSprites(desk);
  }

  forgetSprites() {
    this.sprites.forget();
  }

  /** Takes in the state, the gravest last so that they are drawn on top. */
  take(state, nowMillis) {
    const { cellById } = this.desk.district;
    this.#entries = [];
    for (const alert of state.alerts.values()) {
      const cells = cellsOf(alert).flatMap((id) => cellById.get(id) ?? []);
      const middle = Number.isFinite(alert.lat) ? toUnit(alert.lat, alert.lon) : cells[0]?.middle;
      if (!middle) continue;
      const outline = areaOutlines(cells.map((cell) => ({ ...cell, areaId: 'alert' })));
      const edges = outline.map((edge) => edge.map(([lat, lon]) => toUnit(lat, lon)));
      const snoozed = isSnoozed(state.alertDecisions.get(alert.id), nowMillis);
      this.#entries.push({ alert, cells, edges, top: topOf(cells) ?? middle, snoozed });
    }
    this.#entries.sort((a, b) => byNeed(b.alert, a.alert));
  }

  paint(context, view) {
    if (!this.desk.shows('alerts')) return;
    for (const entry of this.#entries) this.#tint(context, view, entry);
  }

  /** Paints the signs above what lies in the cells: what is warned of must not hide under what has happened. */
  get signs() {
    return { paint: (context, view) => this.#paintSigns(context, view) };
  }

  #paintSigns(context, view) {
    this.things = new HitGrid();
    if (!this.desk.shows('alerts')) return;
    for (const entry of this.#entries) this.#sign(context, view, entry);
  }

  #tint(context, view, { alert, cells, edges, snoozed }) {
    const { palette, alertId, hoverAlertId } = this.desk;
    const chosen = alert.id === alertId || alert.id === hoverAlertId;
    const colour = snoozed ? palette['grade-over'] : palette[`edge-${alert.level}`];
    context.beginPath();
    for (const cell of cells) trace(context, view, cell.unit);
    context.globalAlpha = snoozed ? 0.06 : chosen ? 0.3 : 0.17;
    context.fillStyle = colour;
    context.fill();
    context.beginPath();
    for (const [from, to] of edges) line(context, view, from, to);
    context.globalAlpha = snoozed ? 0.5 : 0.9;
    context.lineWidth = chosen ? 2.6 : 1.5;
    context.setLineDash(snoozed ? [2, 5] : [6, 4]);
    context.strokeStyle = colour;
    context.stroke();
    context.setLineDash([]);
    context.globalAlpha = 1;
  }

  /** At the upper edge of its cells: the level's shape and numeral, from near enough with the word and the topic. */
  #sign(context, view, { alert, top, snoozed }) {
    const at = view.at(top);
    if (!view.sees(at, 120)) return;
    const { palette, language } = this.desk;
    const word = snoozed ? language.t('snooze.word') : language.t(`levelWord.${alert.level}`);
    const text = view.zoom < WORD_FROM_ZOOM ? '' : `${word} · ${this.desk.alertTitle(alert)}`;
    context.font = `600 12px ${palette.font}`;
    const width = text ? context.measureText(text).width + 34 : 26;
    const left = at.x - width / 2;
    context.beginPath();
    context.roundRect(left, at.y - HALF_HEIGHT, width, HALF_HEIGHT * 2, HALF_HEIGHT);
    context.fillStyle = palette['map-halo'];
    context.fill();
    context.lineWidth = 1.2;
    context.strokeStyle = snoozed ? palette['grade-over'] : palette[`edge-${alert.level}`];
    context.stroke();
    this.sprites.draw(context, view, alert.level, snoozed ? 'silent' : 'alert', { x: left + 13, y: at.y }, RADIUS);
    context.textAlign = 'left';
    context.textBaseline = 'middle';
    context.fillStyle = snoozed ? palette['map-place-name'] : palette['map-pill'];
    context.fillText(text, left + 26, at.y + 0.5);
    this.things.add({ x: at.x, y: at.y, radius: HALF_HEIGHT, halfWidth: width / 2, alert });
  }
}

/** The middle of the upper edge of the northernmost cell. */
function topOf(cells) {
  const highest = cells.reduce((a, b) => (a && a.middle.y <= b.middle.y ? a : b), null);
  if (!highest) return null;
  const [left, right] = highest.unit.toSorted((a, b) => a.y - b.y).slice(0, 2);
  return { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 };
}
