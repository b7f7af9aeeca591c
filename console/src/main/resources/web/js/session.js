/** Who is signed in at this browser. */

import { createSubject } from './subject.js';

/** A one-time secret in the address: `#first=…` of the very first officer, `#join=…` of anybody who was invited. */
export function secretIn(hash) {
  return /^#(?:first|join)=([\w-]{16,128})$/.exec(hash)?.[1] ?? null;
}

/** What the provider's answer left in the address: `refused`, `failed`, or null. */
export function providerAnswerIn(hash) {
  return /^#provider=(refused|failed)$/.exec(hash)?.[1] ?? null;
}

/** Whether the session's user may use an operation of the API, by its id; the gateway says so, and decides all the same. */
export const mayUse = (session, operation) => session?.operations?.includes(operation) ?? false;

/** The roles that may, when the user may not. */
export const rolesFor = (session, operation) => session?.withheld?.[operation] ?? [];

/** Whether the user does the work of the floor: the whole picture is theirs to see. */
export const worksOnTheFloor = (session) => mayUse(session, 'getPicture');

/** Whether the administration has something for the user. */
export const administers = (session) => ['listUsers', 'importDistrict', 'listAudit'].some((operation) => mayUse(session, operation));

/** The session as a subject: null until it is known, then as the gateway says. */
export function createSession(api) {
  const state = createSubject(null);
  return {
    get value() {
      return state.value;
    },
    follow: state.follow,
    async load() {
      state.set(await api.session());
      return state.value;
    },
    set: state.set,
    may: (operation) => mayUse(state.value, operation),
    rolesFor: (operation) => rolesFor(state.value, operation),
    isComplete: () => Boolean(state.value?.signedIn && !state.value.settingUp),
  };
}

/** The subprotocols that open a live socket: what is spoken, and the ticket that lets it in. */
export const liveProtocols = ({ protocol, ticket }) => [protocol, `ticket.${ticket}`];
