/** What the command line does once it is understood. Each gives the sentence for the officer, or null when the page shows it. */

import { boundAssignment } from './command-line.js';

/** @returns acts by letter; each takes what `readCommand` gave */
export function commandActs(desk) {
  const { t } = desk.language;
  const answer = (part) => desk.store.dispatch({ kind: 'answer', ...part });

  return {
    async D({ person, incident }) {
      const assignment = await desk.assign(incident.id, person.id);
      if (!assignment) return null;
      const action = desk.may('advanceAssignment') && { key: 'assignment.recall', run: () => desk.recall(assignment.id) };
      desk.toasts.show(t('toast.sent', { name: desk.personName(person.id) }), { action });
      return null;
    },
    async A({ incident }) {
      answer({ incidents: [await desk.api.acknowledge(incident.id)] });
      return t('command.done.A', { id: incident.id });
    },
    async R({ person }) {
      const assignment = boundAssignment(person, desk.store.state.assignments);
      if (!assignment) throw new CommandProblem('not-bound', { word: desk.personName(person.id) });
      answer({ assignments: [await desk.api.advance(assignment.id, 'recall')] });
      return t('toast.recalled', { name: desk.personName(person.id) });
    },
    async N({ incident, text }) {
      await desk.shift.note(incident.id, text, null);
      return t('command.done.N', { id: incident.id });
    },
    async Z({ incident, minutes, text }) {
      await desk.shift.snooze(incident.id, minutes, text);
      return t('command.done.Z', { id: incident.id, n: minutes });
    },
    async U({ incident, grade }) {
      await desk.correctGrade(incident.id, grade);
      return t('toast.graded', { id: incident.id, grade: t(`grade.${grade}`) });
    },
    async C({ incident, text }) {
      answer({ incidents: [await desk.api.close(incident.id, text)] });
      desk.tellClosed(incident.id);
      return null;
    },
    async F({ text }) {
      desk.query.set(text ?? '');
      desk.attention.focusFirst();
      return null;
    },
    async G({ place }) {
      if (place.kind === 'incident') desk.selection.set(place.id);
      desk.showOnMap(place.lat, place.lon, true);
      return null;
    },
    async T() {
      desk.table.open();
      return null;
    },
    async H() {
      desk.shift.openHandover();
      return null;
    },
  };
}

/** A command that was understood and cannot be done; `key` as the command line's problems. */
export class CommandProblem extends Error {
  constructor(key, values) {
    super(key);
    this.key = key;
    this.values = values;
  }
}
