import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { web } from './samples.js';

const read = (name) => readFileSync(new URL(name, web), 'utf8');
const html = read('responder.html');
const importMap = JSON.parse(/<script type="importmap">(.*?)<\/script>/s.exec(html)[1]).imports;
const manifest = JSON.parse(read('responder.webmanifest'));

/** The module and all it needs. */
function withImports(path, found = new Set()) {
  if (found.has(path)) return found;
  found.add(path);
  if (!path.startsWith('/js/')) return found;
  for (const [, name] of read(path.slice(1)).matchAll(/from '([^']+)'/g)) {
    withImports(name.startsWith('.') ? new URL(name, `http://phone${path}`).pathname : importMap[name], found);
  }
  return found;
}

test('the copy of the page has every file the page needs, and no other', () => {
  const needed = new Set(['/responder']);
  for (const [, path] of html.matchAll(/(?:src|href)="(\/[^"]+)"/g)) withImports(path, needed);
  for (const icon of manifest.icons) needed.add(icon.src);
  assert.deepEqual(JSON.parse(read('responder-shell.json')), [...needed].sort());
});

test('the page can be installed: a name, an address, a window of its own and icons that are there', () => {
  assert.equal(manifest.start_url, '/responder');
  assert.equal(manifest.display, 'standalone');
  for (const { src } of manifest.icons) assert.ok(existsSync(new URL(src.slice(1), web)), src);
  for (const size of ['192x192', '512x512']) assert.ok(manifest.icons.some(({ sizes }) => sizes === size));
});

test('the worker leaves the API alone and answers for the responder only', () => {
  const worker = read('responder-worker.js');
  assert.match(worker, /pathname\.startsWith\('\/api\/'\)\) return/);
  assert.match(read('js/responder.js'), /scope: '\/responder'/);
});
