/**
 * What is asked about cover while somebody looks: how soon a skill is in each cell, what reaches an incident, which roads
 * are closed, what every vehicle is doing. Asked again every few seconds; it is small and nobody's life waits on it, so that it needs no socket.
 */

import { withStatus } from './equipment.js';
import { skillChoices } from './reach.js';
import { createSubject } from './subject.js';

const CLOSURES_EVERY_MILLIS = 5_000;
const EQUIPMENT_EVERY_MILLIS = 3_000;
const COVERAGE_EVERY_MILLIS = 10_000;

/** Gives `desk` its cover; every member but the functions is a subject. */
export function createCover(desk, { every = setInterval, isHidden = () => document.hidden } = {}) {
  const choices = skillChoices(desk.district.skills, desk.district.requirements);
  const first = choices[0] ?? null;
  const cover = {
    /** Which tab of the panel is open; null when it is closed. */
    tab: createSubject(null),
    choices,
    skill: createSubject(first && { id: first.id, level: first.level }),
    /** `GET /coverage` for that skill; null until it is known. */
    coverage: createSubject(null),
    /** `{lat, lon, minutes, reached}` around a point; null when none is shown. */
    reach: createSubject(null),
    closures: createSubject([]),
    /** Ids of the segments that are about to be closed. */
    chosenRoads: createSubject([]),
    /** Vehicles and other equipment as `GET /equipment` gives them. */
    equipment: createSubject([]),
    /** Where the officer asks what would be; null when nowhere. */
    supposed: createSubject(null),
  };
  const looksAtCoverage = () => desk.layers.coverage.value || cover.tab.value === 'coverage';

  async function quietly(task) {
    if (isHidden()) return;
    try {
      await task();
    } catch {
      // The bar says when the gateway is away; what is shown carries its time.
    }
  }

  async function askCoverage() {
    const asked = cover.skill.value;
    if (!asked || !looksAtCoverage()) return;
    await quietly(async () => {
      const answer = await desk.api.coverage(asked.id, asked.level);
      if (cover.skill.value === asked) cover.coverage.set(answer);
    });
  }

  const askClosures = () => quietly(async () => cover.closures.set((await desk.api.closures()).closures));

  const askEquipment = () => quietly(async () => cover.equipment.set((await desk.api.equipment()).equipment));

  async function askReach() {
    const asked = cover.reach.value;
    if (!asked) return;
    await quietly(async () => {
      const answer = await desk.api.isochrone(asked.lat, asked.lon, asked.minutes);
      const { value } = cover.reach;
      if (value?.lat === asked.lat && value.lon === asked.lon && value.minutes === asked.minutes)
        cover.reach.set({ ...asked, ...answer });
    });
  }

  /** What closes or opens a road is known at once. */
  function took({ closures }) {
    const changed = new Set(closures.map((closure) => closure.roadId));
    const others = cover.closures.value.filter((closure) => !changed.has(closure.roadId));
    cover.closures.set([...others, ...closures.filter((closure) => closure.closed)]);
    askCoverage();
    askReach();
  }

  cover.skill.follow(() => {
    cover.coverage.set(null);
    askCoverage();
  });
  desk.layers.coverage.follow(askCoverage);
  cover.tab.follow(askCoverage);
  every(() => {
    askCoverage();
    askReach();
  }, COVERAGE_EVERY_MILLIS);
  every(askClosures, CLOSURES_EVERY_MILLIS);
  every(askEquipment, EQUIPMENT_EVERY_MILLIS);
  askClosures();
  askEquipment();
  askCoverage();
  return Object.assign(cover, {
    showReach(lat, lon, minutes = 10) {
      cover.reach.set({ lat, lon, minutes, reached: null });
      return askReach();
    },
    async closeRoads(roadIds, reason, until) {
      took(await desk.api.closeRoads(roadIds, reason, until));
    },
    async setEquipment(equipmentId, state, note) {
      const status = await desk.api.setEquipment(equipmentId, state, note);
      cover.equipment.set(withStatus(cover.equipment.value, status, desk.district.places ?? []));
      await askEquipment();
    },
    async openRoads(roadIds) {
      took(await desk.api.openRoads(roadIds));
    },
  });
}

/** What can still be mended in time first, the soonest first; then what has run out, the latest first. */
export function certificatesByNeed(certificates) {
  const over = (one) => one.daysLeft < 0;
  return [...certificates].sort((a, b) => over(a) - over(b) || (over(a) ? b.daysLeft - a.daysLeft : a.daysLeft - b.daysLeft));
}
