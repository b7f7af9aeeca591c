/** Who is on now: by department, and in each by skill. Pure. */

const byCount = (a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1);

/**
 * Departments with somebody on duty, the largest first.
 *
 * @returns `{organizationId, people, free, bound, skills}` each; `skills` is a list of `[skillId, how many have it]`
 */
export function rosterByDepartment(people) {
  const departments = new Map();
  for (const person of people) {
    if (!person.onDuty && person.availability !== 'ASSIGNED') continue;
    const id = person.organizationId ?? '';
    const known = departments.get(id) ?? { organizationId: id, people: [], free: 0, bound: 0, skills: new Map() };
    departments.set(id, known);
    known.people.push(person);
    if (person.availability === 'FREE') known.free++;
    if (person.availability === 'ASSIGNED') known.bound++;
    for (const skill of person.skills ?? []) known.skills.set(skill, (known.skills.get(skill) ?? 0) + 1);
  }
  return [...departments.values()]
    .map((department) => ({
      ...department,
      people: department.people.sort((a, b) => (a.id < b.id ? -1 : 1)),
      skills: [...department.skills].sort(byCount),
    }))
    .sort((a, b) => b.people.length - a.people.length || (a.organizationId < b.organizationId ? -1 : 1));
}

/** How many of each grade, for the line above the list. */
export function gradeCounts(incidents) {
  const counts = { I: 0, II: 0, III: 0, IV: 0 };
  for (const { grade } of incidents) if (grade in counts) counts[grade]++;
  return counts;
}
