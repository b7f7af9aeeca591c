import assert from 'node:assert/strict';
import { test } from 'node:test';
import { highlight } from '../../main/resources/web/js/highlight.js';
import { sample } from './samples.js';

const marked = (text, words) => highlight(text, words).map((part) => (part.marked ? `[${part.text}]` : part.text));

test('the words that decided are parts of their own', () => {
  const { report, understanding } = sample('filed-report');
  assert.deepEqual(marked(report.text, understanding.evidence), [
    '锦绣家园3号楼',
    '[电梯坏了]',
    '，我妈',
    '[还在里面]',
  ]);
});

test('the parts joined are the text, whatever the words', () => {
  const text = 'Fire! fire at the <b>mall</b>, big FIRE';
  for (const words of [['fire'], ['fire at', 'at the'], ['mall</b>', '<b>'], ['', null], ['nowhere'], undefined]) {
    assert.equal(
      highlight(text, words)
        .map((part) => part.text)
        .join(''),
      text,
    );
  }
});

test('case does not matter, and every occurrence counts', () => {
  assert.deepEqual(marked('Fire! fire', ['fire']), ['[Fire]', '! ', '[fire]']);
});

test('words that overlap or touch become one part', () => {
  assert.deepEqual(marked('abcdef', ['bcd', 'cde']), ['a', '[bcde]', 'f']);
  assert.deepEqual(marked('abcd', ['ab', 'cd']), ['[abcd]']);
  assert.deepEqual(marked('', ['ab']), []);
});
