import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareSeq, parseSeq } from '../../main/resources/web/js/seq.js';

test('numbers are compared as numbers, left part first', () => {
  assert.ok(compareSeq('9-0', '10-0') < 0);
  assert.ok(compareSeq('10-2', '10-10') < 0);
  assert.ok(compareSeq('11-0', '10-99') > 0);
  assert.equal(compareSeq('10-1', '10-1'), 0);
});

test('numbers beyond 2^53 are exact', () => {
  assert.ok(compareSeq('9007199254740993-0', '9007199254740992-0') > 0);
  assert.ok(compareSeq('1-18446744073709551615', '1-18446744073709551614') > 0);
});

test('what is not a sequence number comes before everything', () => {
  assert.ok(compareSeq(null, '0-0') < 0);
  assert.ok(compareSeq('0-0', undefined) > 0);
  assert.equal(compareSeq(null, 'x'), 0);
  assert.equal(parseSeq('1-'), null);
});
