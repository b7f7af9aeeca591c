/**
 * What a responder does, sent in its order and once, at once or when there is network again. Each action carries a key,
 * so that one whose answer was lost is not carried out twice, and the time it was done. What the gateway refuses is kept,
 * with its reason, until the responder has read it.
 */

import { createSubject } from './subject.js';

/** More than anybody does in a tunnel; a further action is refused in words. */
export const MOST_WAITING = 200;
const AGAIN_AFTER_MILLIS = [2_000, 5_000, 15_000, 30_000];
const LOCK = 'watchfloor-outbox';

/** A name for a request; also where the page is not served securely and `randomUUID` is missing. */
export function newKey(random = globalThis.crypto) {
  const bytes = random.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** No answer, or one that says to try again. */
export const isPassing = ({ status }) => status === 0 || status === 429 || status >= 500;

const STATES = { accept: 'ACCEPTED', decline: 'DECLINED', 'en-route': 'EN_ROUTE', arrive: 'ON_SCENE', done: 'DONE', leave: 'LEFT' };
const TIMES = { ACCEPTED: 'acceptedAt', EN_ROUTE: 'enRouteAt', ON_SCENE: 'onSceneAt' };

/** The assignment as it will be when what waits is carried out. */
export function foreseen(assignment, items) {
  return items
    .filter((item) => item.kind === 'step' && item.assignmentId === assignment.id && !item.refused)
    .reduce((known, { step, happenedAt }) => {
      const state = STATES[step];
      return { ...known, state, waits: true, [TIMES[state] ?? 'endedAt']: happenedAt };
    }, assignment);
}

/** Runs a task in one page at a time; where the browser has no locks, the keys alone keep everything once. */
export function inOnePage(task, locks = globalThis.navigator?.locks) {
  return locks ? locks.request(LOCK, { ifAvailable: true }, (lock) => (lock ? task() : null)) : task();
}

export class Outbox {
  #sending = null;
  #again = null;
  #failures = 0;
  #dirty = false;

  /**
   * @param settings `storage`, `send(item)` which fails with a `status`, `sentence(problem)`, `now()` in epoch
   *     milliseconds, `onSent(item, answer)`, `onRefused(item)`; for tests `exclusive(task)`, `later(task, millis)`
   */
  constructor(settings) {
    this.settings = { exclusive: inOnePage, later: (task, millis) => setTimeout(task, millis), channel: null, ...settings };
    this.items = createSubject([]);
    this.settings.channel?.addEventListener('message', () => this.refresh());
  }

  /** What is kept is shown again, and sent. */
  async start() {
    await this.refresh();
    return this.flush();
  }

  async refresh() {
    this.items.set((await this.settings.storage.items()).sort((a, b) => a.seq - b.seq));
  }

  /** Keeps an action first, then sends it. */
  async add(action) {
    if (this.items.value.length >= MOST_WAITING) throw Object.assign(new Error('outbox full'), { status: -1 });
    const happenedAt = new Date(this.settings.now()).toISOString();
    await this.settings.storage.add({ ...action, key: newKey(), happenedAt });
    await this.#changed();
    return this.flush();
  }

  /** The responder has read that it was refused. */
  async dismiss(seq) {
    await this.settings.storage.remove(seq);
    await this.#changed();
  }

  /** Sends what waits; one run at a time, and what is added meanwhile is sent by the same. */
  flush() {
    this.#dirty = true;
    this.#sending ??= this.#run().finally(() => (this.#sending = null));
    return this.#sending;
  }

  async #run() {
    let passed = true;
    while (this.#dirty && passed) {
      this.#dirty = false;
      passed = (await this.settings.exclusive(() => this.#sendAll())) ?? false;
    }
    this.#dirty = false;
    if (passed) this.#failures = 0;
    else this.#tryAgain();
  }

  /** @returns whether nothing waits any more */
  async #sendAll() {
    await this.refresh();
    const held = new Set();
    for (const item of this.items.value) {
      if (item.refused || held.has(item.chain)) continue;
      const outcome = await this.#sendOne(item);
      if (outcome === 'unreachable') return false;
      if (outcome === 'later') held.add(item.chain);
    }
    return held.size === 0;
  }

  async #sendOne(item) {
    const { storage, send, sentence, onSent, onRefused } = this.settings;
    try {
      const answer = await send(item);
      await storage.remove(item.seq);
      onSent?.(item, answer);
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      if (isPassing(problem)) return problem.status === 0 ? 'unreachable' : 'later';
      const refused = { ...item, blob: undefined, refused: sentence(problem) };
      await storage.put(refused);
      onRefused?.(refused);
    }
    await this.#changed();
    return 'answered';
  }

  async #changed() {
    await this.refresh();
    this.settings.channel?.postMessage('changed');
  }

  #tryAgain() {
    const pause = AGAIN_AFTER_MILLIS[Math.min(this.#failures++, AGAIN_AFTER_MILLIS.length - 1)];
    clearTimeout(this.#again);
    this.#again = this.settings.later(() => this.flush(), pause);
  }
}
