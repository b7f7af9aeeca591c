/** Draws an alert's curve: bars of what came, a line of what is usual, a band up to what is rare; and a table of it. */

import { curveShape, labelledHours } from '../curve.js';
import { h, svg } from '../element.js';
import { formatClock, formatDateTime } from '../time.js';

const WIDTH = 420;
const HEIGHT = 132;
const DAY_MILLIS = 86_400_000;

/** One digit behind the point will do. */
const rounded = (value) => (Number.isFinite(value) ? String(Math.round(value * 10) / 10) : '–');

/** @returns a figure with a legend, and the same numbers as a table behind a fold */
export function alertCurve(alert, desk) {
  const points = alert.curve ?? [];
  const figure = h('figure', { class: 'curve', testid: 'alert-curve', data: { level: alert.level } });
  if (points.length) figure.append(drawing(points, alert, desk), legend(desk), table(points, desk));
  desk.language.apply(figure);
  return figure;
}

function drawing(points, alert, desk) {
  const shape = curveShape(points, { width: WIDTH, height: HEIGHT });
  const { t } = desk.language;
  const label = t('curve.label', { count: alert.count, expected: rounded(alert.expected), hours: alert.windowHours });
  const root = svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': label });
  root.append(svg('path', { class: 'curve-band', d: shape.band }));
  root.append(svg('rect', windowBox(points.length, alert, shape)));
  for (const { value, y } of shape.ticks) {
    root.append(svg('line', { class: 'curve-tick', x1: 26, x2: WIDTH, y1: y, y2: y }));
    root.append(svg('text', { class: 'curve-text', x: 21, y: y + 3.5, 'text-anchor': 'end' }, String(value)));
  }
  for (const [i, bar] of shape.bars.entries()) root.append(barOf(bar, points[i], desk));
  root.append(svg('path', { class: 'curve-expected', d: shape.expected }));
  for (const i of labelledHours(points.length, 8)) {
    const hour = slotName(points, i, desk.district.zone);
    const at = { class: 'curve-text', x: shape.middle(i), y: HEIGHT - 3, 'text-anchor': 'middle' };
    if (i === points.length - 1) Object.assign(at, { x: WIDTH, 'text-anchor': 'end' });
    root.append(svg('text', at, hour));
  }
  return root;
}

/** The hour, or the date where each bar is a day. */
function slotName(points, i, zone) {
  const slotMillis = points.length > 1 ? Date.parse(points[1].at) - Date.parse(points[0].at) : 0;
  return slotMillis >= DAY_MILLIS
    ? formatDateTime(points[i].at, zone).slice(5, 10)
    : formatClock(points[i].at, zone).slice(0, 5);
}

/** The hours the alert is measured over. */
function windowBox(count, alert, shape) {
  const hours = Math.min(count, alert.windowHours || 1);
  const width = hours * shape.slot;
  return { class: 'curve-window', x: WIDTH - width, y: 2, width, height: shape.floor - 2 };
}

function barOf(bar, point, desk) {
  const { t } = desk.language;
  const hour = formatDateTime(point.at, desk.district.zone).slice(0, 16);
  const [expected, upper] = [point.expected, point.upper].map(rounded);
  const words = t('curve.bar', { hour, count: point.count, expected, upper });
  const { x, y, width, height } = bar;
  const attributes = { class: bar.over ? 'curve-bar over' : 'curve-bar', x, y, width, height };
  return svg('rect', attributes, svg('title', {}, words));
}

function legend() {
  const entry = (kind, key) => h('span', { class: `curve-key curve-key-${kind}` }, h('span', { i18n: key }));
  return h(
    'div',
    { class: 'curve-legend', 'aria-hidden': 'true' },
    entry('bar', 'curve.count'),
    entry('over', 'curve.over'),
    entry('expected', 'curve.expected'),
    entry('band', 'curve.upper'),
  );
}

function table(points, desk) {
  const { zone } = desk.district;
  const head = ['curve.hour', 'curve.count', 'curve.expected', 'curve.upper'];
  const body = points.map((point) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, formatDateTime(point.at, zone).slice(5, 16)),
      ...[point.count, point.expected, point.upper].map((value) => h('td', {}, rounded(value))),
    ),
  );
  const names = h('tr', {}, ...head.map((key) => h('th', { scope: 'col', i18n: key })));
  const grid = h('table', { class: 'numbers' }, h('thead', {}, names), h('tbody', {}, ...body.reverse()));
  return h('details', { class: 'curve-table', testid: 'curve-table' }, h('summary', { i18n: 'curve.table' }), grid);
}
