import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { STYLES } from '../../../bench/stage.mjs';
import { web } from './samples.js';

const files = readdirSync(web, { recursive: true });
const read = (name) => readFileSync(new URL(name, web), 'utf8');
const importMap = (html) => /<script type="importmap">(.*?)<\/script>/s.exec(html)[1];

const pages = files.filter((name) => name.endsWith('.html'));

test('no page has inline code or inline style but the import map, and that is the same everywhere', () => {
  assert.deepEqual(pages.toSorted(), ['admin.html', 'handover.html', 'index.html', 'responder.html']);
  for (const html of pages.map(read)) {
    const inline = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>/g)].map(([tag]) => tag);
    assert.deepEqual(inline, html.includes('leaflet') ? ['<script type="importmap">'] : []);
    assert.doesNotMatch(html, /\sstyle=|<style|\son\w+=/);
  }
  assert.equal(importMap(read('index.html')), importMap(read('responder.html')));
});

const MADE_BY_THE_BUILD = 'css/console.css';

const BEGINNING = [
  '<meta charset="utf-8">',
  '<meta name="viewport" content="width=device-width, initial-scale=1',
  '<meta name="color-scheme" content="dark light">',
  '<title>值守台 Watchfloor</title>',
  '<link rel="icon" href="/css/icon.svg" type="image/svg+xml">',
  '<script src="/js/first-paint.js"></script>',
  '<link rel="stylesheet" href="/css/tokens.css">',
  '<link rel="stylesheet" href="/css/parts.css">',
  '<link rel="stylesheet" href="/css/access.css">',
  '<script type="module" src="/js/',
];

test('every page begins alike, and adds only what is its own', () => {
  for (const name of pages) {
    const lines = /<head>\n(.*?)<\/head>/s.exec(read(name))[1].trim().split(/\n\s*/);
    const shared = lines.filter((line) => BEGINNING.some((beginning) => line.startsWith(beginning)));
    assert.deepEqual(shared.map((line, i) => line.startsWith(BEGINNING[i])), BEGINNING.map(() => true), name);
    assert.equal(new Set(lines).size, lines.length, name);
  }
});

test('ASVS 3.2.2: text goes in as text only', () => {
  for (const name of files.filter((file) => file.endsWith('.js'))) {
    assert.doesNotMatch(
      read(name),
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/,
      name,
    );
  }
});

test('the stylesheet that the build makes for the console has every part, each once', () => {
  assert.deepEqual(STYLES.toSorted(), files.filter((file) => file.startsWith('css/console/')).map((file) => file.slice('css/console/'.length)).toSorted());
});

test('whatever a page or a module asks for is there', () => {
  for (const html of pages.map(read)) {
    for (const [, path] of html.matchAll(/(?:src|href)="\/((?:js|css)\/[^"]+)"/g))
      assert.ok(files.includes(path) || path === MADE_BY_THE_BUILD, path);
  }
  for (const name of files.filter((file) => file.endsWith('.js'))) {
    for (const [, path] of read(name).matchAll(/from '(\.[^']+)'/g)) {
      const target = new URL(path, new URL(name, web)).href.slice(web.href.length);
      assert.ok(files.includes(target), `${name} → ${path}`);
    }
  }
});

test('every module can be read by an engine', async () => {
  const unreadable = [];
  for (const name of files.filter((file) => file.startsWith('js/') && file.endsWith('.js'))) {
    // what it needs of a browser is missing here; that is another error than not being JavaScript
    const problem = await import(new URL(name, web)).then(() => null).catch((error) => error);
    if (problem instanceof SyntaxError) unreadable.push(`${name}: ${problem.message}`);
  }
  assert.deepEqual(unreadable, []);
});
