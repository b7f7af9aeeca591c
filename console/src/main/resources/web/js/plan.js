/** The joint plan as rows to read: which suggestions ask for something, what the plan spares, how long people need. */

/** Who would have to be sent newly. */
export const toSend = (suggestion) => suggestion.people.filter((place) => !place.underWay);

/** Whether an officer has something to do about it, or should know that nobody can. */
export const asksForSomething = (suggestion) =>
  toSend(suggestion).length > 0 || suggestion.missing > 0 || suggestion.releasedIds.length > 0;

/** Suggestions that ask for something, the most urgent first; those that nobody can serve come last. */
export function planRows(live) {
  const rows = (live?.plan.suggestions ?? []).filter(asksForSomething);
  const servable = (row) => (toSend(row).length || row.releasedIds.length ? 0 : 1);
  return [...rows].sort((a, b) => servable(a) - servable(b) || b.weight - a.weight);
}

/** Suggestions that can be sent with one click: somebody to send and nothing of the incident closed meanwhile. */
export const sendable = (live, isOver) =>
  planRows(live).filter((row) => toSend(row).length > 0 && !isOver(row.incidentId));

/** How many of these rows get a whole team. */
export const wholeTeams = (rows) => rows.filter((row) => row.missing === 0 && row.people.length > 0).length;

/** The suggestion for one incident, or null when it asks for nothing. */
export const suggestionFor = (live, incidentId) =>
  (live?.plan.suggestions ?? []).find((row) => row.incidentId === incidentId && asksForSomething(row)) ?? null;

/** Who is under way and should turn back, with the incident the plan takes them to; null when the others are enough. */
export function turningBack(live, suggestion) {
  const takenTo = (personId) =>
    live?.plan.suggestions.find((other) =>
      other.people.some((place) => place.personId === personId && place.fromIncidentId === suggestion.incidentId),
    )?.incidentId ?? null;
  return suggestion.releasedIds.map((personId) => ({ personId, incidentId: takenTo(personId) }));
}

/** Seconds later than if the incident had the nearest people to itself; 0 when it has. */
export function laterThanNearest(suggestion) {
  if (suggestion.nearestSeconds < 0 || !suggestion.people.length) return 0;
  return Math.max(0, suggestion.seconds - suggestion.nearestSeconds);
}

/** Who is nearer and spared for which incident: each incident once, in the plan's order. */
export function sparedByIncident(suggestion) {
  const people = new Map();
  for (const { forIncidentId, personId } of suggestion.spared) {
    people.set(forIncidentId, [...(people.get(forIncidentId) ?? []), personId]);
  }
  return [...people].map(([incidentId, personIds]) => ({ incidentId, personIds }));
}

/** Waiting spared against taking the nearest each time, in whole minutes. */
export const gainMinutes = (live) => Math.round(live?.plan.gainMinutes ?? 0);

/** What a sending came to, over several incidents. */
export function sumUp(answers) {
  const sent = answers.reduce((n, answer) => n + answer.sent.length, 0);
  const refused = answers.flatMap((answer) => answer.refused);
  return { sent, refused };
}
