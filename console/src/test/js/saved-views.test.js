import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  countViews,
  isSameView,
  MOST_SAVED,
  readSaved,
  withoutView,
  withView,
  writeSaved,
} from '../../main/resources/web/js/saved-views.js';

const view = (name, more) => ({ name, filter: 'open', query: '', order: 'waiting', ...more });

test('saved filters survive being written and read', () => {
  const views = [view('望江火灾', { query: '火灾 望江' }), view('mine', { filter: 'mine', order: 'newest' })];
  assert.deepEqual(readSaved(writeSaved(views)), views);
  assert.equal(writeSaved([]), '');
});

test('what the browser garbled is left out', () => {
  for (const text of ['', null, '{', '7', '[null]', '[{"name":" "}]']) assert.deepEqual(readSaved(text), []);
  assert.deepEqual(readSaved('[{"name":"a","filter":"hacked","order":"up"}]'), [view('a')]);
});

test('one of the same name is replaced, and there are never too many', () => {
  let views = [];
  for (let i = 0; i < MOST_SAVED + 2; i++) views = withView(views, view(`v${i}`));
  assert.equal(views.length, MOST_SAVED);
  assert.equal(views[0].name, 'v2');
  const changed = withView(views, view('v5', { query: 'fire' }));
  assert.equal(changed.length, MOST_SAVED);
  assert.equal(changed.at(-1).query, 'fire');
  assert.deepEqual(withView([], view(' ')), []);
  assert.deepEqual(withoutView([view('a'), view('b')], 'a'), [view('b')]);
  assert.ok(isSameView(view('a'), view('b')) && !isSameView(view('a'), view('a', { query: 'x' })));
});

test('each is counted by its chip and its words', () => {
  const incidents = [
    { id: 'I-1', state: 'REPORTED', text: 'Fire in Wangjiang' },
    { id: 'I-2', state: 'OPENED', acknowledgedAt: 'x', acknowledgedBy: '王', text: 'Noise in Wangjiang' },
    { id: 'I-3', state: 'CLOSED', text: 'Fire' },
  ];
  const views = [view('a', { query: 'wangjiang' }), view('b', { filter: 'mine' }), view('c', { query: 'fire wangjiang' })];
  assert.deepEqual(countViews(views, incidents, { officer: '王', textOf: ({ text }) => text }), [2, 1, 1]);
});
