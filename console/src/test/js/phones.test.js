import assert from 'node:assert/strict';
import test from 'node:test';
import { isOnlyHere, needsSecret, phoneSettings, PROGRAMS } from '../../main/resources/web/js/phones.js';

const made = { key: 'k-1_2', secret: 's-3' };
const valuesOf = (program) => phoneSettings(program, 'https://desk.example', made).map(({ value }) => value);

test('should give each program what it asks for', () => {
  assert.deepEqual(valuesOf('traccar'), ['https://desk.example/api/v1/phones/osmand', 'k-1_2']);
  assert.deepEqual(valuesOf('owntracks'), ['HTTP', 'https://desk.example/api/v1/phones/owntracks', 'k-1_2', 's-3', 'k-1_2']);
  const [address] = valuesOf('osmand');
  assert.match(address, /\?id=k-1_2&lat=\{0\}&lon=\{1\}&timestamp=\{2\}/);
});

test('should ask for a secret only where the program can give one', () => {
  assert.deepEqual(PROGRAMS.filter(needsSecret), ['owntracks']);
});

test('should tell an address that a phone cannot reach', () => {
  assert.deepEqual(['localhost', '127.0.0.1', '[::1]'].map(isOnlyHere), [true, true, true]);
  assert.equal(isOnlyHere('desk.example'), false);
});
