/** Keeps the joint plan fresh while somebody looks at it. */

import { createSubject } from './subject.js';

const EVERY_MILLIS = 2_000;

export function createPlanFeed(api, { every = setInterval, isHidden = () => document.hidden } = {}) {
  const current = createSubject(null);
  const watchers = new Set();
  let asking = false;

  async function ask() {
    if (asking) return;
    asking = true;
    try {
      const live = await api.plan();
      const before = current.value;
      const same = ['version', 'open', 'setAside'].every((field) => live[field] === before?.[field]);
      if (!same) current.set(live);
    } catch {
      // The bar says when the gateway is away; the plan that is shown carries its time.
    } finally {
      asking = false;
    }
  }

  every(() => watchers.size && !isHidden() && ask(), EVERY_MILLIS);
  return {
    get value() {
      return current.value;
    },
    follow: current.follow,
    ask,
    watch(who) {
      watchers.add(who);
      return ask();
    },
    leave: (who) => watchers.delete(who),
  };
}
