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
