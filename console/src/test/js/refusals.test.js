import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newRefusals } from '../../main/resources/web/js/refusals.js';

const mapOf = (...list) => new Map(list.map((entity) => [entity.id, entity]));
const incident = (acknowledgedBy, state = 'DISPATCHED') => ({ id: 'I-1', grade: 'II', state, acknowledgedBy });
const offer = (state, assignedBy) => ({ id: 'A-1', incidentId: 'I-1', personId: 'P-1', state, assignedBy });
const picture = (of, ...assignments) => ({ snapshots: 1, incidents: mapOf(of), assignments: mapOf(...assignments) });

test('whoever refuses, lets an offer run out or leaves is news to who sent them and to whose incident it is', () => {
  for (const state of ['DECLINED', 'TIMED_OUT', 'LEFT']) {
    const before = picture(incident('王'), offer('OFFERED', '李'));
    const after = picture(incident('王'), offer(state, '李'));
    assert.equal(newRefusals(after, before, '王')[0].assignment.state, state);
    assert.equal(newRefusals(after, before, '李')[0].incident.id, 'I-1');
    assert.deepEqual(newRefusals(after, before, '张'), []);
  }
});

test('what was so before, is done or was called off, and what is over, is none', () => {
  const offered = picture(incident('王'), offer('OFFERED', '王'));
  const declined = picture(incident('王'), offer('DECLINED', '王'));
  assert.deepEqual(newRefusals(picture(incident('王'), { ...offer('DECLINED', '王') }), declined, '王'), []);
  for (const state of ['ACCEPTED', 'DONE', 'RECALLED']) {
    assert.deepEqual(newRefusals(picture(incident('王'), offer(state, '王')), offered, '王'), []);
  }
  assert.deepEqual(newRefusals(picture(incident('王', 'CLOSED'), offer('DECLINED', '王')), offered, '王'), []);
});

test('a snapshot brings no news', () => {
  const before = picture(incident('王'), offer('OFFERED', '王'));
  const after = { ...picture(incident('王'), offer('DECLINED', '王')), snapshots: 2 };
  assert.deepEqual(newRefusals(after, before, '王'), []);
  assert.deepEqual(newRefusals({ ...after, snapshots: 1 }, { ...before, snapshots: 0 }, '王'), []);
});
