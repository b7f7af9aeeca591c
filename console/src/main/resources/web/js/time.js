/** Clocks and ages. The gateway's clock is the one that counts: a console's own may be minutes off. */

/** Follows the gateway's clock from the `asOf` of its messages. */
export class ServerClock {
  #offsetMillis = 0;
  #known = false;

  constructor(now = Date.now) {
    this.ownNow = now;
  }

  /** Learns from a message. The largest offset seen lately is the one with the least delay on the way. */
  learn(asOf) {
    const at = Date.parse(asOf);
    if (Number.isNaN(at)) return;
    const offset = at - this.ownNow();
    const slew = this.#offsetMillis - 50;
    this.#offsetMillis = this.#known ? Math.max(offset, slew) : offset;
    this.#known = true;
  }

  /** Epoch milliseconds on the gateway's clock, as well as we know. */
  now() {
    return this.ownNow() + this.#offsetMillis;
  }
}

/** Age in whole seconds, never negative; null when the instant is missing or unreadable. */
export function ageSeconds(instant, nowMillis) {
  const at = typeof instant === 'number' ? instant : Date.parse(instant ?? '');
  return Number.isNaN(at) ? null : Math.max(0, Math.floor((nowMillis - at) / 1000));
}

/** `42 s`, `7:05`, `1 h 20`, `3 d`: short, and the same in both languages but for the unit. */
export function formatAge(seconds, units = { s: 's', h: 'h', d: 'd' }) {
  if (seconds === null) return '–';
  if (seconds < 60) return `${seconds} ${units.s}`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  if (seconds < 86_400) {
    return `${Math.floor(seconds / 3600)} ${units.h} ${String(Math.floor((seconds % 3600) / 60)).padStart(2, '0')}`;
  }
  return `${Math.floor(seconds / 86_400)} ${units.d}`;
}

/** The same in words, for sentences in which minutes and seconds would read as a time of day: `12 min 23 s`. */
export function formatAgo(seconds, units) {
  if (seconds === null || seconds < 60) return formatAge(seconds, units);
  if (seconds < 3600) return `${Math.floor(seconds / 60)} ${units.min} ${seconds % 60} ${units.s}`;
  if (seconds < 86_400) {
    return `${Math.floor(seconds / 3600)} ${units.h} ${Math.floor((seconds % 3600) / 60)} ${units.min}`;
  }
  return formatAge(seconds, units);
}

const formats = new Map();

function formatFor(zone, withDate) {
  const key = `${zone}|${withDate}`;
  if (!formats.has(key)) {
    const day = withDate ? { year: 'numeric', month: '2-digit', day: '2-digit' } : {};
    const options = { ...day, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' };
    formats.set(key, new Intl.DateTimeFormat('sv-SE', { ...options, timeZone: zone ?? undefined }));
  }
  return formats.get(key);
}

/** `08:16:30` in the district's zone; `–` when missing. */
export function formatClock(instant, zone) {
  const at = Date.parse(instant ?? '');
  return Number.isNaN(at) ? '–' : formatFor(zone, false).format(at);
}

/** `2026-03-01 08:16:30` in the district's zone; `–` when missing. */
export function formatDateTime(instant, zone) {
  const at = Date.parse(instant ?? '');
  return Number.isNaN(at) ? '–' : formatFor(zone, true).format(at);
}

/** The clock alone when it is the same day there as now, date and clock otherwise. */
export function formatWhen(instant, zone, nowMillis) {
  const full = formatDateTime(instant, zone);
  const today = formatDateTime(new Date(nowMillis).toISOString(), zone).slice(0, 10);
  return full.startsWith(today) ? full.slice(11) : full;
}
