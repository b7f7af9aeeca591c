/**
 * Does one piece of work after the other, each in a task of the browser's own, so that keys, clicks and frames come in
 * between. What is asked for again before its turn is done once.
 *
 * @param later runs a function soon, but not at once
 */
export function createTurns(later = soon) {
  const waiting = new Set();
  let asked = false;
  const ask = () => {
    if (asked || !waiting.size) return;
    asked = true;
    later(next);
  };
  const next = () => {
    asked = false;
    const [task] = waiting;
    waiting.delete(task);
    ask();
    task();
  };
  return (task) => {
    waiting.add(task);
    ask();
  };
}

let channel = null;
const posted = [];

/** A message comes sooner than a timer, which waits for four milliseconds, and for a second in a page nobody sees. */
function soon(task) {
  channel ??= open();
  posted.push(task);
  channel.port2.postMessage(null);
}

function open() {
  const made = new MessageChannel();
  made.port1.onmessage = () => posted.shift()();
  return made;
}

/** The page's own turns. */
export const inTurn = createTurns();

/** What the picture's changes call for: in turn, and at most once per interval. */
export const paced = (task, everyMillis) => throttle(() => inTurn(task), everyMillis);

/** Runs a task at once, and then at most once per interval however often it is asked for; the last asking counts. */
export function throttle(task, everyMillis, { now = Date.now, later = setTimeout } = {}) {
  let lastAt = -Infinity;
  let pending = false;
  const run = () => {
    pending = false;
    lastAt = now();
    task();
  };
  return () => {
    if (pending) return;
    const wait = lastAt + everyMillis - now();
    if (wait <= 0) {
      run();
      return;
    }
    pending = true;
    later(run, wait);
  };
}
