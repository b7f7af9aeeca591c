/** Who was to go and will not: an offer refused or left without an answer, or somebody who left on the way. */

import { isOpen } from './attention.js';
import { isActive } from './steps.js';

const WILL_NOT = new Set(['DECLINED', 'TIMED_OUT', 'LEFT']);

/**
 * Those whose going came to nothing since, of open incidents that this officer has acknowledged or sent somebody to. A first
 * snapshot and one after a drop bring no news.
 */
export function newRefusals(state, before, officer) {
  if (before.snapshots === 0 || state.snapshots !== before.snapshots || state.assignments === before.assignments) return [];
  const fresh = [];
  for (const [id, assignment] of state.assignments) {
    const known = before.assignments.get(id);
    if (!known || known === assignment || !isActive(known) || !WILL_NOT.has(assignment.state)) continue;
    const incident = state.incidents.get(assignment.incidentId);
    const mine = assignment.assignedBy === officer || incident?.acknowledgedBy === officer;
    if (mine && incident && isOpen(incident)) fresh.push({ assignment, incident });
  }
  return fresh;
}
