/** What somebody types into the program on their phone, so that it tells where they are. Pure. */

/** Programs that are spoken to, the usual one first. OwnTracks has a secret of its own; the others have only their name. */
export const PROGRAMS = ['traccar', 'owntracks', 'osmand'];

export const needsSecret = (program) => program === 'owntracks';

/** Fields in the order in which the program asks for them: `{key, value}`; `key` is the field's name in the dictionary. */
export function phoneSettings(program, origin, { key, secret }) {
  const base = `${origin}/api/v1/phones`;
  if (program === 'owntracks') {
    return [
      { key: 'phones.mode', value: 'HTTP' },
      { key: 'phones.url', value: `${base}/owntracks` },
      { key: 'phones.user', value: key },
      { key: 'phones.password', value: secret },
      { key: 'phones.deviceId', value: key },
    ];
  }
  if (program === 'osmand') {
    const query = `id=${encodeURIComponent(key)}&lat={0}&lon={1}&timestamp={2}&hdop={3}&altitude={4}&speed={5}`;
    return [{ key: 'phones.url', value: `${base}/osmand?${query}` }];
  }
  return [
    { key: 'phones.url', value: `${base}/osmand` },
    { key: 'phones.deviceId', value: key },
  ];
}

/** Whether a phone elsewhere can reach the address that the officer's page was opened with. */
export const isOnlyHere = (hostname) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
