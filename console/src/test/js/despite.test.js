import assert from 'node:assert/strict';
import test from 'node:test';
import { despite, readDespite } from '../../main/resources/web/js/despite.js';

const refusal = (name) => Object.assign(new Error(name), { type: `urn:watchfloor:problem:${name}` });

test('should ask for a reason only where somebody is not eligible, and send again with it', async () => {
  const asked = [];
  const request = async (reason) => {
    asked.push(reason);
    if (!reason) throw refusal('not-eligible');
    return { id: 'A-1' };
  };
  assert.deepEqual(await despite(request, async (problem) => `because ${problem.message}`), { id: 'A-1' });
  assert.deepEqual(asked, [null, 'because not-eligible']);
});

test('should send nobody when no reason is given', async () => {
  const request = async () => {
    throw refusal('not-eligible');
  };
  assert.equal(await despite(request, async () => null), null);
});

test('should pass on every other refusal without asking', async () => {
  const request = async () => {
    throw refusal('person-taken');
  };
  await assert.rejects(despite(request, assert.fail), /person-taken/);
});

test('should read what spoke against it out of a note, and leave other notes as they are', () => {
  assert.deepEqual(readDespite('OFF_SHIFT, RESTING: 电话确认: 可到'), {
    codes: ['OFF_SHIFT', 'RESTING'],
    words: '电话确认: 可到',
  });
  assert.deepEqual(readDespite('SHIFT_ENDS_BEFORE_ARRIVAL: 愿意加班').codes, ['SHIFT_ENDS_BEFORE_ARRIVAL']);
  assert.deepEqual(readDespite('就在隔壁: 马上'), { codes: [], words: '就在隔壁: 马上' });
  assert.deepEqual(readDespite(undefined), { codes: [], words: '' });
});
