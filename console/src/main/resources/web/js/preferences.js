/** What this browser remembers of its officer. A browser that forbids storing works too, it only forgets. */

import { createSubject } from './subject.js';

const PREFIX = 'watchfloor.';

function read(name) {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

function write(name, value) {
  try {
    if (value === null || value === '') localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, value);
  } catch {
    // storing is forbidden here: the choice lasts as long as the page
  }
}

/** A remembered choice as a subject; `allowed` limits what is taken from the store. */
export function remembered(name, fallback, allowed) {
  const stored = read(name);
  const usable = stored !== null && (!allowed || allowed.includes(stored));
  const subject = createSubject(usable ? stored : fallback);
  subject.follow((value) => write(name, value));
  return subject;
}
