/** What a recording of Chromium says about the page's own thread: its tasks and its frames. Pure. */

export const LONG_TASK_MILLIS = 50;
const MOST_PARTS = 8;

const millis = (micros) => micros / 1000;

/** The thread that ran most of the tasks: the page's main thread. */
function mainThread(events) {
  const names = events.filter((event) => event.name === 'thread_name' && event.args?.name === 'CrRendererMain');
  const counts = new Map(names.map((event) => [`${event.pid}|${event.tid}`, 0]));
  for (const event of events) {
    const key = `${event.pid}|${event.tid}`;
    if (event.name === 'RunTask' && counts.has(key)) counts.set(key, counts.get(key) + (event.dur ?? 0));
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** The value below which this share of the sorted values lies; 0 when there are none. */
export function percentile(sorted, share) {
  if (!sorted.length) return 0;
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
}

/** What took longest inside of a task, longest first, each with its milliseconds. */
function partsOf(task, events) {
  const end = task.ts + task.dur;
  return events
    .filter((event) => event !== task && event.dur > 0 && event.pid === task.pid && event.tid === task.tid)
    .filter((event) => event.ts >= task.ts && event.ts + event.dur <= end)
    .sort((a, b) => b.dur - a.dur)
    .slice(0, MOST_PARTS)
    .map((event) => `${event.args?.data?.functionName || event.args?.data?.type || event.name} ${Math.round(millis(event.dur))}`);
}

/**
 * @returns `{tasks, busyMillis, cpuMillis, longest, longestCpu, long, longByCpu, parts}`: tasks of the main thread, how long they
 *     took by the clock and by the processor, how many took longer than 50 ms by either, and what the longest did
 */
export function readTrace(events) {
  const main = mainThread(events);
  const tasks = events.filter((event) => event.name === 'RunTask' && `${event.pid}|${event.tid}` === main);
  const walls = tasks.map((task) => millis(task.dur ?? 0)).sort((a, b) => a - b);
  const cpus = tasks.map((task) => millis(task.tdur ?? 0)).sort((a, b) => a - b);
  const sum = (list) => list.reduce((total, value) => total + value, 0);
  const overLimit = (list) => list.filter((value) => value > LONG_TASK_MILLIS).length;
  return {
    tasks: tasks.length,
    busyMillis: sum(walls),
    cpuMillis: sum(cpus),
    longest: walls.at(-1) ?? 0,
    longestCpu: cpus.at(-1) ?? 0,
    long: overLimit(walls),
    longByCpu: overLimit(cpus),
    parts: tasks.length ? partsOf(tasks.reduce((a, b) => ((a.dur ?? 0) >= (b.dur ?? 0) ? a : b)), events) : [],
  };
}
