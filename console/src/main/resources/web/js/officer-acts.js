/** What an officer does to incidents and alerts beyond sending people: correcting, splitting, joining, silencing. */

import { despite } from './despite.js';
import { graverStays } from './joining.js';
import { toSend } from './plan.js';

/** Gives `desk` its acts; each tells the officer what came of it. */
export function officerActs(desk) {
  const { t } = desk.language;
  const show = (...args) => desk.toasts.show(...args);
  const answer = (part) => desk.store.dispatch({ kind: 'answer', ...part });

  /** Shows the wish at once and takes it back when it is refused. */
  async function correct(incidentId, kind, wish, request) {
    const correction = desk.corrections.add(incidentId, kind, wish);
    try {
      return await request();
    } catch (problem) {
      desk.corrections.drop(correction);
      desk.fail(problem);
      return null;
    }
  }

  async function unjoin(incidentId) {
    await desk.attempt(async () => {
      answer({ incidents: [await desk.api.unjoin(incidentId)] });
      show(t('toast.unjoined', { id: incidentId }));
    });
  }

  /** Sends those of a suggested team who are not under way; gives who was sent and who was not, null when it failed. */
  async function sendTeam(suggestion) {
    try {
      const personIds = toSend(suggestion).map((place) => place.personId);
      const sent = await desk.api.sendTeam(suggestion.incidentId, personIds);
      answer({ assignments: sent.sent });
      return sent;
    } catch (problem) {
      desk.fail(problem);
      return null;
    }
  }

  /** Sends one person, for a reason where something speaks against it; gives null when nobody is sent after all. */
  async function assign(incidentId, personId, tries = 1) {
    const assignment = await despite(
      (reason) => desk.api.assign(incidentId, personId, tries, reason),
      (problem) => desk.whole.then(() => desk.despite.ask(problem)),
    );
    if (assignment) answer({ assignments: [assignment] });
    return assignment;
  }

  const decide = (task) => desk.attempt(async () => answer({ alertDecisions: [await task()] }));

  return {
    unjoin,
    assign,
    sendTeam,
    correctType: (incidentId, type) =>
      correct(incidentId, 'type', { type }, () => desk.api.correctType(incidentId, type)),
    correctGrade: (incidentId, grade) =>
      correct(incidentId, 'grade', { grade }, () => desk.api.correctGrade(incidentId, grade)),
    correctPlace: (incidentId, place) =>
      correct(incidentId, 'place', place, () =>
        desk.api.correctPlace(
          incidentId,
          place.placeId ? { placeId: place.placeId } : { lat: place.lat, lon: place.lon },
        ),
      ),
    /** The reports become an incident of their own; gives whether it was taken. */
    async split(incidentId, reportIds) {
      try {
        const made = await desk.api.split(incidentId, reportIds);
        desk.corrections.add(incidentId, 'split', { incidentId: made.incidentId, reportIds });
        const action = { key: 'split.open', run: () => desk.selection.set(made.incidentId) };
        show(t('toast.split', { n: reportIds.length, id: made.incidentId }), { action });
        return true;
      } catch (problem) {
        desk.fail(problem);
        return false;
      }
    },
    join: (incidentId, into) =>
      desk.attempt(async () => {
        const [joined, survivor] = graverStays(desk.store.state.incidents, incidentId, into);
        answer({ incidents: [await desk.api.join(joined, survivor)] });
        show(t('toast.joined', { id: joined, into: survivor }), {
          action: desk.may('unjoinIncident') && { key: 'join.undo', run: () => unjoin(joined) },
        });
        desk.selection.set(survivor);
      }),
    snooze: (alertId, minutes, reason) => decide(() => desk.api.snooze(alertId, minutes, reason)),
    unsnooze: (alertId) => decide(() => desk.api.unsnooze(alertId)),
  };
}
