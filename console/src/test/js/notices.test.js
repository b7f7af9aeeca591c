import assert from 'node:assert/strict';
import { test } from 'node:test';
import { confirmed, receiptsByNeed, standing, unread } from '../../main/resources/web/js/notices.js';
import { EMPTY, reduce } from '../../main/resources/web/js/store.js';
import { sample } from './samples.js';

const NOW = Date.parse('2026-03-01T09:00:00Z');
const notice = sample('live-delta').notices[0];
const known = (...list) => new Map(list.map((one) => [one.id, one]));

test('messages stand until their time is over, the newest first', () => {
  const older = { ...notice, id: 'M-1', at: '2026-03-01T08:00:00Z' };
  const over = { ...notice, id: 'M-2', until: '2026-03-01T09:00:00Z' };
  assert.deepEqual(standing(known(older, notice, over), NOW).map(({ id }) => id), [notice.id, 'M-1']);
});

test('who has not confirmed comes first, and who has is counted', () => {
  assert.deepEqual(receiptsByNeed(notice).map(({ personId }) => personId), ['P-018', 'P-017']);
  assert.equal(confirmed(notice), 1);
});

test('a phone shows what is to be read, the oldest first, until that is confirmed or on its way', () => {
  const older = { ...notice, id: 'M-1', at: '2026-03-01T08:00:00Z' };
  const notices = known(notice, older);
  const ids = (person, waiting) => unread(notices, person, waiting, NOW).map(({ id }) => id);
  assert.deepEqual(ids('P-018', []), ['M-1', notice.id]);
  assert.deepEqual(ids('P-017', []), []);
  assert.deepEqual(ids('P-099', []), []);
  assert.deepEqual(ids('P-018', [{ kind: 'notice', noticeId: 'M-1' }]), [notice.id]);
  assert.deepEqual(ids('P-018', [{ kind: 'notice', noticeId: 'M-1', refused: 'why' }]), ['M-1', notice.id]);
});

test('a confirmation that overtakes the socket is not taken back by it', () => {
  const before = reduce(EMPTY, sample('live-snapshot'));
  const newer = { ...notice, version: 9, text: 'newer' };
  const state = reduce(before, { kind: 'answer', notices: [newer] });
  assert.equal(reduce(state, sample('live-delta')).notices.get(notice.id).text, 'newer');
});
