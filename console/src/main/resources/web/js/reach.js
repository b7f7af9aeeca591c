/** How soon somebody is where, in classes that are told apart by tint, hatch and number. */

/** Upper ends of the classes in minutes; beyond the last there is one more, and one for where nobody gets. */
export const REACH_MINUTES = [4, 8, 12, 20];
export const NOBODY = REACH_MINUTES.length + 1;

/** The class of a travel time: 0 is soonest, `NOBODY` when nobody gets there. */
export function reachClass(seconds) {
  if (!Number.isFinite(seconds)) return NOBODY;
  const at = REACH_MINUTES.findIndex((minutes) => seconds <= minutes * 60);
  return at < 0 ? REACH_MINUTES.length : at;
}

/** Whole minutes, one at least. */
export const reachMinutes = (seconds) => Math.max(1, Math.round(seconds / 60));

/** How many cells are in each class, the longest way and the cells worst off, nobody first. */
export function coverageSummary(cells) {
  const counts = new Array(NOBODY + 1).fill(0);
  for (const cell of cells) counts[reachClass(cell.seconds)]++;
  const time = (cell) => (Number.isFinite(cell.seconds) ? cell.seconds : Infinity);
  const reached = cells.map(time).filter(Number.isFinite).sort((a, b) => a - b);
  return {
    counts,
    nobody: counts[NOBODY],
    medianSeconds: reached.length ? reached[Math.floor((reached.length - 1) / 2)] : null,
    worst: [...cells].sort((a, b) => time(b) - time(a) || (a.cellId < b.cellId ? -1 : 1)),
  };
}

/** Skills that incident types ask for first, by how often; then the others. `level` is the one asked for most. */
export function skillChoices(skills, requirements) {
  const asked = new Map();
  for (const { skillId, level } of requirements) {
    const levels = asked.get(skillId) ?? new Map();
    asked.set(skillId, levels.set(level, (levels.get(level) ?? 0) + 1));
  }
  const times = (id) => [...(asked.get(id)?.values() ?? [])].reduce((sum, n) => sum + n, 0);
  const level = (id) => [...(asked.get(id) ?? [[1, 1]])].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0][0];
  return skills
    .map((skill) => ({ id: skill.id, skill, times: times(skill.id), level: level(skill.id) }))
    .sort((a, b) => b.times - a.times || (a.id < b.id ? -1 : 1));
}
