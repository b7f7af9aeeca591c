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

/** Whether somebody of these roles does the work of the floor. */
export const worksOnTheFloor = (roles) =>
  ['call-taker', 'dispatcher', 'duty-officer', 'drill-director'].some((role) => roles.includes(role));

/** Whether the administration has something for these roles. */
export const administers = (roles) => ['security-admin', 'audit-admin'].some((role) => roles.includes(role));

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
    isComplete: () => Boolean(state.value?.signedIn && !state.value.settingUp),
  };
}

/** The subprotocols that open a live socket: what is spoken, and the ticket that lets it in. */
export const liveProtocols = ({ protocol, ticket }) => [protocol, `ticket.${ticket}`];
