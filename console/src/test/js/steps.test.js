import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  assignmentSteps,
  countActive,
  incidentSteps,
  isActive,
  personState,
  responderActions,
} from '../../main/resources/web/js/steps.js';
import { markerLook } from '../../main/resources/web/js/severity.js';
import { sample } from './samples.js';

const [incident] = sample('live-delta').incidents;
const [assignment] = sample('live-delta').assignments;

test('seven steps with the time each was taken', () => {
  const steps = incidentSteps(incident);
  assert.equal(steps.length, 7);
  assert.deepEqual(
    steps.map((step) => step.reached),
    [true, true, true, true, false, false, false],
  );
  assert.equal(steps[3].current, true);
  assert.equal(steps[3].at, '2026-03-01T08:22:10Z');
});

test('a skipped step stays empty', () => {
  const [, , , handling, back] = incidentSteps({
    ...incident,
    state: 'REPORTED_BACK',
    onSceneAt: null,
    reportedBackAt: incident.updatedAt,
  });
  assert.equal(handling.skipped, true);
  assert.equal(handling.at, null);
  assert.equal(back.current, true);
});

test('an assignment’s steps, and only what was done is done', () => {
  assert.deepEqual(
    assignmentSteps(assignment).map((step) => step.reached),
    [true, true, true, true, false],
  );
  const recalled = assignmentSteps({ ...assignment, state: 'RECALLED', endedAt: assignment.updatedAt });
  assert.equal(recalled[4].reached, false);
  assert.equal(recalled[3].reached, true);
});

test('who is bound', () => {
  assert.ok(isActive(assignment));
  for (const state of ['DONE', 'DECLINED', 'RECALLED', 'TIMED_OUT']) assert.equal(isActive({ state }), false);
});

test('what a responder may do next', () => {
  assert.deepEqual(responderActions('OFFERED'), ['accept', 'decline']);
  assert.deepEqual(responderActions('ON_SCENE'), ['done', 'leave']);
  assert.deepEqual(responderActions('DONE'), []);
});

test('how a person is shown', () => {
  const free = { availability: 'FREE', onDuty: true };
  assert.equal(personState(free), 'free');
  assert.equal(personState({ ...free, onDuty: false }), 'offDuty');
  assert.equal(personState({ ...free, availability: 'UNAVAILABLE' }), 'unavailable');
  const sent = { availability: 'ASSIGNED', onDuty: false };
  assert.equal(personState(sent, { state: 'OFFERED' }), 'offered');
  assert.equal(personState(sent, { state: 'EN_ROUTE' }), 'enRoute');
  assert.equal(personState(sent, { state: 'ON_SCENE' }), 'onScene');
  assert.equal(personState(sent), 'offered');
});

test('how a marker shows the state', () => {
  assert.equal(markerLook({ state: 'REPORTED' }), 'ringed');
  assert.equal(markerLook({ state: 'DISPATCHED', acknowledgedAt: '2026-03-01T08:00:00Z' }), 'solid');
  assert.equal(markerLook(incident), 'hollow');
  assert.equal(markerLook({ state: 'CLOSED' }), 'faded');
});

test('people are counted by the incident that binds them', () => {
  const counts = countActive([
    { incidentId: 'I-1', state: 'ON_SCENE' },
    { incidentId: 'I-1', state: 'OFFERED' },
    { incidentId: 'I-1', state: 'DONE' },
    { incidentId: 'I-2', state: 'RECALLED' },
  ]);
  assert.deepEqual([...counts], [['I-1', 2]]);
});
