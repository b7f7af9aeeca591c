import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goalOf, turnsGroup } from '../../main/resources/web/js/list-keys.js';

test('keys lead through a list and not out of it', () => {
  assert.equal(goalOf('ArrowDown', -1, 5, 3), 0);
  assert.equal(goalOf('ArrowUp', -1, 5, 3), 4);
  assert.equal(goalOf('ArrowUp', 0, 5, 3), 0);
  assert.equal(goalOf('PageDown', 3, 5, 3), 4);
  assert.equal(goalOf('PageUp', 4, 5, 3), 1);
  assert.equal(goalOf('Home', 4, 5, 3), 0);
  assert.equal(goalOf('End', 0, 5, 3), 4);
  assert.equal(goalOf('ArrowDown', -1, 0, 3), null);
  assert.equal(goalOf('x', 1, 5, 3), null);
});

test('a group is opened to the right, closed to the left, and turned by Enter and space', () => {
  assert.equal(turnsGroup('ArrowRight', false), true);
  assert.equal(turnsGroup('ArrowRight', true), false);
  assert.equal(turnsGroup('ArrowLeft', true), true);
  assert.equal(turnsGroup('ArrowLeft', false), false);
  assert.equal(turnsGroup('Enter', true), true);
  assert.equal(turnsGroup('a', true), false);
});
