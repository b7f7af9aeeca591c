/** One value that others follow. */
export function createSubject(initial) {
  const followers = new Set();
  let value = initial;
  return {
    get value() {
      return value;
    },
    set(next) {
      if (Object.is(next, value)) return;
      const previous = value;
      value = next;
      for (const follower of followers) follower(value, previous);
    },
    follow(follower) {
      followers.add(follower);
      return () => followers.delete(follower);
    },
  };
}
