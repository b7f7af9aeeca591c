import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvCell, csvFile, fileName } from '../../main/resources/web/js/csv.js';

test('what people wrote never becomes a formula', () => {
  for (const evil of ['=1+1', '+A1', '-A1', '@SUM(A1)', '\t=1', ' =1', '＝1', '|cmd', '%0A', '\n=1', '－1+1'])
    assert.match(csvCell(evil), /^"?'/, JSON.stringify(evil));
  assert.equal(csvCell('=HYPERLINK("http://x";"y")'), `"'=HYPERLINK(""http://x"";""y"")"`);
});

test('numbers stay numbers, and words stay words', () => {
  for (const plain of ['-12.5', '0', '3', '2026-03-01T08:00:00Z', '潮鸣3号楼', 'a-b', 'x=1'])
    assert.equal(csvCell(plain), plain);
  assert.equal(csvCell(-1.5), '-1.5');
  for (const nothing of [null, undefined, '']) assert.equal(csvCell(nothing), '');
});

test('commas, quotes, line ends and outer blanks are quoted', () => {
  assert.equal(csvCell('a,b'), '"a,b"');
  assert.equal(csvCell('he said "no"'), '"he said ""no"""');
  assert.equal(csvCell('a\nb'), '"a\nb"');
  assert.equal(csvCell(' a'), '" a"');
});

test('a file begins with its byte order mark and ends each row', () => {
  assert.equal(csvFile([['编号', 'n'], ['I-1', 2]]), '\ufeff编号,n\r\nI-1,2\r\n');
  assert.equal(fileName('people', '2026-03-01 08:16:30'), 'people-2026-03-01-081630.csv');
});
