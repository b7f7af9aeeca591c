/** Who may do what the officer may not: said where they would look for it. */

import { h, setText } from '../element.js';

/** The roles that may use an operation, in the officer's language. */
export function rolesText({ session, language }, operation) {
  return session
    .rolesFor(operation)
    .map((role) => language.t(`role.${role}`))
    .join(language.t('comma'));
}

/** A line that says whose work an operation is, as `who.<operation>`; hidden from those whose work it is. */
export function whoMay(desk, operation) {
  const node = h('p', { class: 'quiet who-may', testid: 'who-may', data: { operation }, hidden: desk.may(operation) });
  const say = () => setText(node, desk.language.t(`who.${operation}`, { roles: rolesText(desk, operation) }));
  desk.language.follow(say);
  say();
  return node;
}
