/** The seven steps of an incident (七步闭环) and the steps of an assignment, with the time each was taken. */

const INCIDENT_STEPS = [
  ['REPORTED', (incident) => incident.openedAt],
  ['OPENED', (incident) => incident.acknowledgedAt],
  ['DISPATCHED', (incident) => incident.dispatchedAt],
  ['HANDLING', (incident) => incident.onSceneAt],
  ['REPORTED_BACK', (incident) => incident.reportedBackAt],
  ['CLOSED', (incident) => incident.closedAt],
  ['REVIEWED', () => null],
];

const ASSIGNMENT_STEPS = [
  ['OFFERED', (assignment) => assignment.offeredAt],
  ['ACCEPTED', (assignment) => assignment.acceptedAt],
  ['EN_ROUTE', (assignment) => assignment.enRouteAt],
  ['ON_SCENE', (assignment) => assignment.onSceneAt],
  ['DONE', (assignment) => (assignment.state === 'DONE' ? assignment.endedAt : null)],
];

function place(steps, entity) {
  const current = steps.findIndex(([state]) => state === entity.state);
  return steps.map(([state, timeOf], index) => {
    const at = timeOf(entity) ?? null;
    const reached = current >= 0 ? index <= current : at !== null;
    return { state, at, reached, current: index === current, skipped: reached && at === null };
  });
}

/** Classes by which a step is shown. */
export const stepClasses = ({ reached, current, skipped }) =>
  [reached && 'reached', current && 'current', skipped && 'skipped'].filter(Boolean).join(' ');

/** Each of the seven steps: `state`, `at` (null when skipped or not reached), `reached`, `current`, `skipped`. */
export const incidentSteps = (incident) => place(INCIDENT_STEPS, incident);

/** The same for an assignment: offered, accepted, en route, on scene, done. */
export const assignmentSteps = (assignment) => place(ASSIGNMENT_STEPS, assignment);

const ACTIVE = new Set(['OFFERED', 'ACCEPTED', 'EN_ROUTE', 'ON_SCENE']);

/** Whether the person is still bound by it. */
export const isActive = (assignment) => ACTIVE.has(assignment.state);

/** How many are bound by each incident. */
export function countActive(assignments) {
  const counts = new Map();
  for (const { incidentId, ...assignment } of assignments) {
    if (isActive(assignment)) counts.set(incidentId, (counts.get(incidentId) ?? 0) + 1);
  }
  return counts;
}

/** What a responder may do next, the likeliest first. */
export function responderActions(state) {
  const actions = {
    OFFERED: ['accept', 'decline'],
    ACCEPTED: ['en-route', 'arrive', 'leave'],
    EN_ROUTE: ['arrive', 'leave'],
    ON_SCENE: ['done', 'leave'],
  };
  return actions[state] ?? [];
}

/** How a person is shown on the map: `free`, `offered`, `enRoute`, `onScene`, `unavailable`, `offDuty`. */
export function personState(person, assignment) {
  if (person.availability === 'ASSIGNED') {
    if (assignment?.state === 'ON_SCENE') return 'onScene';
    return assignment?.state === 'EN_ROUTE' ? 'enRoute' : 'offered';
  }
  if (!person.onDuty) return 'offDuty';
  return person.availability === 'UNAVAILABLE' ? 'unavailable' : 'free';
}
