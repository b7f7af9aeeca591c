/*
 * Keeps the files of the responder's page for when there is no network. With network, every file comes from it as if this
 * worker were not there; without, the page comes from the newest copy that is complete. Answers of the API are never kept.
 */

const PREFIX = 'responder-shell-';
const LIST = '/responder-shell.json';
const PAGE = '/responder';
/** In a tunnel a phone waits for ever: after this long the copy is taken. */
const PATIENCE_MILLIS = 4000;
const CHECK_EVERY_MILLIS = 60000;

/** Pages that were opened from the copy: all their files come from it, so that no page is made of two versions. */
const fromCopy = new Set();
let checkedAt = 0;

async function fetchAll(files) {
  const responses = await Promise.all(files.map((file) => fetch(file, { cache: 'no-cache' })));
  const failed = responses.find((response) => !response.ok);
  if (failed) throw new Error(`${failed.url} answered ${failed.status}`);
  return responses;
}

/** The version of a set of files: a digest of their tags. */
async function versionOf(responses) {
  const tags = responses.map((response) => `${new URL(response.url).pathname} ${response.headers.get('ETag')}`);
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(tags.join('\n')));
  return [...new Uint8Array(hash, 0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Takes a new copy when any file has changed; the old one goes only when the new one is whole. */
async function takeCopy() {
  checkedAt = Date.now();
  const list = await fetch(LIST, { cache: 'no-cache' });
  const files = await list.json();
  const responses = await fetchAll(files);
  const name = PREFIX + (await versionOf(responses));
  if (!(await caches.has(name))) {
    const copy = await caches.open(`${name}-half`);
    await Promise.all(files.map((file, i) => copy.put(file, responses[i])));
    const whole = await caches.open(name);
    for (const request of await copy.keys()) await whole.put(request, await copy.match(request));
    await caches.delete(`${name}-half`);
  }
  const old = (await caches.keys()).filter((key) => key.startsWith(PREFIX) && key !== name);
  await Promise.all(old.map((key) => caches.delete(key)));
}

async function fromCache(path) {
  const whole = (await caches.keys()).filter((key) => key.startsWith(PREFIX) && !key.endsWith('-half')).at(-1);
  return whole ? (await caches.open(whole)).match(path) : undefined;
}

function withPatience(request) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MILLIS);
  return fetch(request, { signal: patience.signal }).finally(() => clearTimeout(timer));
}

async function page(event) {
  try {
    const response = await withPatience(event.request);
    if (response.ok) return response;
    return (response.status >= 500 && (await copyOfPage(event))) || response;
  } catch (problem) {
    const copy = await copyOfPage(event);
    if (copy) return copy;
    throw problem;
  }
}

async function copyOfPage(event) {
  const copy = await fromCache(PAGE);
  if (copy) fromCopy.add(event.resultingClientId);
  return copy;
}

async function file(event, path) {
  if (fromCopy.has(event.clientId)) return (await fromCache(path)) ?? fetch(event.request);
  try {
    return await fetch(event.request);
  } catch (problem) {
    const copy = await fromCache(path);
    if (copy) return copy;
    throw problem;
  }
}

self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(takeCopy());
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { origin, pathname } = new URL(event.request.url);
  const ours = event.request.method === 'GET' && origin === self.location.origin;
  if (!ours || pathname.startsWith('/api/')) return;
  event.respondWith(event.request.mode === 'navigate' ? page(event) : file(event, pathname));
  const due = event.request.mode === 'navigate' && Date.now() - checkedAt > CHECK_EVERY_MILLIS;
  if (due) event.waitUntil(takeCopy().catch(() => null));
});
