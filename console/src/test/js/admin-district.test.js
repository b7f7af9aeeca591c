import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createApi } from '../../main/resources/web/js/api.js';
import { typeOf } from '../../main/resources/web/js/panels/admin-district.js';

test('a file goes as what its name says, whatever the browser calls it', () => {
  assert.equal(typeOf('District.ZIP'), 'application/zip');
  assert.equal(typeOf('people.csv'), 'text/csv');
  assert.match(typeOf('a.b.xlsx'), /spreadsheetml/);
  for (const none of ['people', 'people.txt', '.', 'x.zip.exe']) assert.equal(typeOf(none), null);
});

test('a single table goes with its name, and what is wrong with it comes back row by row', async () => {
  const calls = [];
  const fault = { file: 'people.csv', line: 3, column: 'id', detail: 'id 为空。' };
  const fetch = async (url, options) => {
    calls.push({ url, ...options });
    return { ok: false, status: 422, text: async () => JSON.stringify({ detail: '未导入任何内容。', faults: [fault] }) };
  };
  const api = createApi({ language: () => 'zh', fetch });
  const table = new Blob(['id'], { type: 'text/csv' });
  await assert.rejects(api.importDistrict(table, 'people & co.csv'), (problem) => {
    assert.deepEqual(problem.faults, [fault]);
    return true;
  });
  assert.equal(calls[0].url, '/api/v1/district/import?file=people%20%26%20co.csv');
  assert.equal(calls[0].headers['Content-Type'], 'text/csv');
  assert.equal(calls[0].body, table);
});
