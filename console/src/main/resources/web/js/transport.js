/**
 * The socket that keeps the picture true. It connects, asks for what it missed, pings, notices silence by its own
 * timer, and comes back by itself with growing pauses.
 */

/** A picture older than this is called stale. */
export const STALE_AFTER_MILLIS = 10_000;
/** A socket silent for this long is taken for dead. */
export /** The socket's close code for what is not allowed, or not any more. */
const TURNED_OUT = 1008;
const DEAD_AFTER_MILLIS = 20_000;
export const PING_EVERY_MILLIS = 15_000;
/** Whoever asks to be let in and hears nothing for this long asks again. */
export const LET_IN_WITHIN_MILLIS = 8_000;
/** How long a connection that came back says so. */
export const RECOVERED_FOR_MILLIS = 4_000;

const FIRST_PAUSE_MILLIS = 500;
const LONGEST_PAUSE_MILLIS = 15_000;

/**
 * Pause before the next attempt: doubles from half a second to 15 s, the upper half of it by chance, so that a
 * thousand consoles do not come back in the same instant.
 */
export function pauseMillis(attempt, random = Math.random) {
  const ceiling = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS * 2 ** attempt);
  return Math.round(ceiling / 2 + (ceiling / 2) * random());
}

/** Address of the live socket on this origin; `query` holds what else it is asked for. */
export function liveUrl(location, query, resumeSeq) {
  const url = new URL('/api/v1/live', location.href);
  url.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  for (const [key, value] of Object.entries(query ?? {})) url.searchParams.set(key, value);
  if (resumeSeq) url.searchParams.set('resume', resumeSeq);
  return url.href;
}

/** State of the link: `connecting`, `live`, `recovered`, `reconnecting`; and whether the picture is stale. */
export class LiveLink {
  #socket = null;
  #attempt = 0;
  #asked = 0;
  #asking = false;
  #toldView = 'null';
  #wasLimited = false;
  #everLive = false;
  #lastMessageAt = null;
  #lastPingAt = 0;
  #retryAt = null;
  #recoveredAt = null;
  #status = { phase: 'connecting', stale: false, silentMillis: 0, retryInMillis: null };
  #settings;

  /**
   * @param settings `urlFor(resumeSeq)`, `resumeSeq()`, `onMessage(message)`, `onStatus(status)`; perhaps `view()`, the
   *     part of the map that is shown as [west, south, east, north], null for everything; perhaps `protocols()`, which
   *     promises the subprotocols that let the socket in; and, for tests, `openSocket(url, protocols)`, `now()`, `random()`
   */
  constructor(settings) {
    this.#settings = {
      openSocket: (url, protocols) => new WebSocket(url, protocols),
      now: () => Date.now(),
      random: Math.random,
      onStatus: () => {},
      view: () => null,
      ...settings,
    };
  }

  get status() {
    return this.#status;
  }

  /** Connects, and lets `tick` run every second until `stop`. */
  start() {
    this.#lastMessageAt = this.#settings.now();
    this.#open();
    this.timer = setInterval(() => this.tick(), 1000);
    return this;
  }

  stop() {
    clearInterval(this.timer);
    this.#retryAt = null;
    this.#giveUpAsking();
    this.#drop();
  }

  /** Tells the gateway which part of the map is shown, so that it need not tell who moves elsewhere. */
  tellView() {
    const box = this.#settings.view();
    if (this.#socket?.readyState !== 1 || String(box) === this.#toldView) return;
    this.#toldView = String(box);
    this.#wasLimited ||= box !== null;
    this.#socket.send(JSON.stringify(box ? { kind: 'view', box } : { kind: 'view' }));
  }

  /** Tries at once instead of waiting for the pause to end. */
  retryNow() {
    if (this.#retryAt !== null) this.#retryAt = this.#settings.now();
    this.tick();
  }

  /** Looks at the clock: pings, notices silence, retries. */
  tick() {
    const now = this.#settings.now();
    if (this.#retryAt !== null && now >= this.#retryAt) this.#open();
    if (this.#asking && now - this.openedAt >= LET_IN_WITHIN_MILLIS) this.#lost();
    if (this.#socket && now - this.#lastPingAt >= PING_EVERY_MILLIS) this.#ping(now);
    if (this.#socket && now - Math.max(this.#lastMessageAt, this.openedAt) >= DEAD_AFTER_MILLIS) this.#lost();
    if (this.#recoveredAt !== null && now - this.#recoveredAt >= RECOVERED_FOR_MILLIS) {
      this.#recoveredAt = null;
      if (this.#status.phase === 'recovered') this.#say({ phase: 'live' });
    }
    const silentMillis = now - this.#lastMessageAt;
    const retryInMillis = this.#retryAt === null ? null : Math.max(0, this.#retryAt - now);
    this.#say({ stale: silentMillis > STALE_AFTER_MILLIS, silentMillis, retryInMillis });
  }

  #open() {
    this.#retryAt = null;
    this.openedAt = this.#settings.now();
    this.#lastPingAt = this.openedAt;
    this.#say({ phase: this.#everLive ? 'reconnecting' : 'connecting', retryInMillis: null });
    if (!this.#settings.protocols) {
      this.#connect();
      return;
    }
    const attempt = ++this.#asked;
    this.#asking = true;
    this.#settings.protocols().then(
      (protocols) => attempt === this.#asked && this.#connect(protocols),
      () => attempt === this.#asked && this.#lost(),
    );
  }

  #connect(protocols) {
    this.#asking = false;
    const socket = this.#settings.openSocket(this.#settings.urlFor(this.#settings.resumeSeq()), protocols);
    this.#socket = socket;
    // who was told of a part only has to say so again, even when it is everything now
    this.#toldView = this.#wasLimited ? null : 'null';
    socket.onopen = () => this.#socket === socket && this.tellView();
    socket.onmessage = (event) => this.#socket === socket && this.#received(event.data);
    socket.onclose = (event) => this.#socket === socket && this.#closed(event);
    socket.onerror = () => this.#socket === socket && this.#lost();
  }

  #received(text) {
    let message;
    try {
      message = JSON.parse(text);
    } catch {
      return;
    }
    this.#lastMessageAt = this.#settings.now();
    this.#attempt = 0;
    if (this.#status.phase === 'reconnecting') {
      this.#recoveredAt = this.#lastMessageAt;
      this.#say({ phase: 'recovered', stale: false, silentMillis: 0 });
    } else if (this.#status.phase === 'connecting' || this.#status.stale) {
      this.#say({ phase: 'live', stale: false, silentMillis: 0 });
    }
    this.#everLive = true;
    this.#settings.onMessage(message);
  }

  #ping(now) {
    this.#lastPingAt = now;
    if (this.#socket.readyState === 1) this.#socket.send('{"kind":"ping"}');
  }

  /** The gateway closes what belongs to a session that is over, or whose user may do something else now. */
  #closed({ code }) {
    if (code === TURNED_OUT) this.#settings.onTurnedOut?.();
    this.#lost();
  }

  #lost() {
    this.#giveUpAsking();
    this.#drop();
    const pause = pauseMillis(this.#attempt++, this.#settings.random);
    this.#retryAt = this.#settings.now() + pause;
    this.#say({ phase: this.#everLive ? 'reconnecting' : 'connecting', retryInMillis: pause });
  }

  /** An answer that comes after all is not heard. */
  #giveUpAsking() {
    this.#asking = false;
    this.#asked++;
  }

  #drop() {
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  #say(change) {
    const next = { ...this.#status, ...change };
    const same = Object.keys(next).every((key) => next[key] === this.#status[key]);
    this.#status = next;
    if (!same) this.#settings.onStatus(next);
  }
}
