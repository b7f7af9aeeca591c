/** An alert's curve as shapes: counts as bars, what is usual as a line, what is rare as the upper end of a band. */

const STEPS = [1, 2, 5];

/** The least of 1, 2, 5, 10, 20, 50 … that is not below the value. */
export function niceCeiling(value) {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [...STEPS, 10].find((candidate) => candidate * power >= value - 1e-9);
  return Math.max(1, step * power);
}

const round = (value) => Math.round(value * 100) / 100;

/**
 * Where everything is drawn in a box of `width` by `height`, `left` and `bottom` kept free for the axes. Fewer hours than
 * `fewest` stand at the right end: one hour is a bar, not a wall.
 *
 * @param points `{at, count, expected, upper}`, oldest first
 * @returns `top` of the scale, `ticks`, `bars` with `over` when above the band, `expected` and `band` as paths
 */
export function curveShape(points, { width, height, left = 26, bottom = 16, above = 6, fewest = 12 }) {
  const top = niceCeiling(Math.max(1, ...points.map((p) => Math.max(p.count, p.upper ?? 0, p.expected ?? 0))));
  const floor = height - bottom;
  const y = (value) => round(floor - (value / top) * (floor - above));
  const slot = (width - left) / Math.max(1, fewest, points.length);
  const begin = round(width - points.length * slot);
  const gap = Math.min(3, slot * 0.28);
  const bars = points.map((point, i) => ({
    x: round(begin + i * slot + gap / 2),
    y: y(point.count),
    width: round(slot - gap),
    height: round(floor - y(point.count)),
    over: point.count > (point.upper ?? Infinity),
    at: point.at,
  }));
  const middle = (i) => round(begin + (i + 0.5) * slot);
  const along = (values) => stepLine(values.map(y), begin, slot);
  return {
    top,
    floor,
    slot,
    middle,
    ticks: [0, top / 2, top].filter(Number.isInteger).map((value) => ({ value, y: y(value) })),
    bars,
    expected: along(points.map((p) => p.expected ?? 0)),
    band: points.length ? `${along(points.map((p) => p.upper ?? 0))} V${floor} H${begin} Z` : '',
  };
}

/** Steps rather than slopes: what is usual is known per hour, not between hours. */
function stepLine(heights, begin, slot) {
  if (!heights.length) return '';
  const parts = heights.map((height, i) => `${i ? 'V' : `M${begin} `}${height} H${round(begin + (i + 1) * slot)}`);
  return parts.join(' ');
}

/** Which hours get a label below: at most `most`, the last one always, evenly spaced before it. */
export function labelledHours(count, most) {
  const every = Math.max(1, Math.ceil(count / most));
  return Array.from({ length: count }, (_, i) => i).filter((i) => (count - 1 - i) % every === 0);
}
