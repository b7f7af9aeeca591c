import assert from 'node:assert/strict';
import test from 'node:test';
import { createPlanFeed } from '../../main/resources/web/js/plan-feed.js';
import {
  asksForSomething,
  gainMinutes,
  laterThanNearest,
  planRows,
  sendable,
  sparedByIncident,
  suggestionFor,
  sumUp,
  toSend,
  turningBack,
  wholeTeams,
} from '../../main/resources/web/js/plan.js';

const place = (personId, more = {}) => ({ personId, seconds: 60, skillIds: [], underWay: false, ...more });
const suggestion = (incidentId, more = {}) => ({
  incidentId,
  weight: 10,
  people: [],
  releasedIds: [],
  missing: 0,
  seconds: 60,
  nearestSeconds: 60,
  spared: [],
  ...more,
});
const live = (...suggestions) => ({ version: 1, open: suggestions.length, plan: { suggestions, gainMinutes: 12.4 } });

test('should send only those who are not under way', () => {
  const team = suggestion('I-1', { people: [place('P-1', { underWay: true }), place('P-2')] });
  assert.deepEqual(
    toSend(team).map((one) => one.personId),
    ['P-2'],
  );
});

test('should say once for which incident several are spared', () => {
  const spared = [
    { personId: 'P-1', forIncidentId: 'I-7' },
    { personId: 'P-2', forIncidentId: 'I-8' },
    { personId: 'P-3', forIncidentId: 'I-7' },
  ];
  assert.deepEqual(sparedByIncident(suggestion('I-1', { spared })), [
    { incidentId: 'I-7', personIds: ['P-1', 'P-3'] },
    { incidentId: 'I-8', personIds: ['P-2'] },
  ]);
  assert.deepEqual(sparedByIncident(suggestion('I-2')), []);
});

test('should leave out an incident whose team is under way and enough', () => {
  const settled = suggestion('I-1', { people: [place('P-1', { underWay: true })] });
  assert.equal(asksForSomething(settled), false);
  assert.deepEqual(planRows(live(settled)), []);
  assert.equal(suggestionFor(live(settled), 'I-1'), null);
});

test('should put what can be done before what nobody can do, and the urgent first', () => {
  const rows = planRows(
    live(
      suggestion('I-nobody', { weight: 80, missing: 1 }),
      suggestion('I-light', { weight: 10, people: [place('P-1')] }),
      suggestion('I-grave', { weight: 40, people: [place('P-2')] }),
    ),
  );
  assert.deepEqual(
    rows.map((row) => row.incidentId),
    ['I-grave', 'I-light', 'I-nobody'],
  );
});

test('should not offer to send to an incident that is over', () => {
  const plan = live(suggestion('I-1', { people: [place('P-1')] }), suggestion('I-2', { people: [place('P-2')] }));
  assert.deepEqual(
    sendable(plan, (id) => id === 'I-1').map((row) => row.incidentId),
    ['I-2'],
  );
});

test('should say how much later than the nearest a team is', () => {
  assert.equal(laterThanNearest(suggestion('I-1', { people: [place('P-1')], seconds: 200, nearestSeconds: 60 })), 140);
  assert.equal(laterThanNearest(suggestion('I-1', { people: [place('P-1')], seconds: 50, nearestSeconds: 60 })), 0);
  assert.equal(laterThanNearest(suggestion('I-1', { people: [place('P-1')], nearestSeconds: -1 })), 0);
});

test('should say where somebody who should turn back is taken, and who is simply not needed', () => {
  const here = suggestion('I-here', { people: [place('P-3', { underWay: true })], releasedIds: ['P-1', 'P-2'] });
  const there = suggestion('I-there', { people: [place('P-1', { fromIncidentId: 'I-here' })] });
  assert.deepEqual(turningBack(live(here, there), here), [
    { personId: 'P-1', incidentId: 'I-there' },
    { personId: 'P-2', incidentId: null },
  ]);
});

test('should count whole teams among the incidents to decide, not among those that are settled', () => {
  const plan = live(
    suggestion('I-settled', { people: [place('P-1', { underWay: true })] }),
    suggestion('I-whole', { people: [place('P-2')] }),
    suggestion('I-part', { people: [place('P-3')], missing: 1 }),
    suggestion('I-nobody', { missing: 1 }),
  );
  assert.equal(planRows(plan).length, 3);
  assert.equal(wholeTeams(planRows(plan)), 1);
});

test('should bear that there is no plan yet', () => {
  assert.deepEqual(planRows(null), []);
  assert.equal(gainMinutes(null), 0);
  assert.equal(gainMinutes(live()), 12);
});

test('should add up what was sent and what was refused', () => {
  const refused = { personId: 'P-3', detail: 'taken' };
  assert.deepEqual(sumUp([{ sent: [{}, {}], refused: [] }, { sent: [], refused: [refused] }]), {
    sent: 2,
    refused: [refused],
  });
});

test('should ask for the plan only while somebody looks at it', async () => {
  let tick = null;
  let asked = 0;
  const api = { plan: async () => ({ version: ++asked, open: 0 }) };
  const feed = createPlanFeed(api, { every: (task) => (tick = task), isHidden: () => false });
  await tick();
  assert.equal(asked, 0);
  await feed.watch('panel');
  assert.equal(feed.value.version, 1);
  await tick();
  assert.equal(feed.value.version, 2);
  feed.leave('panel');
  await tick();
  assert.equal(asked, 2);
});

test('should keep the last plan while the gateway is away', async () => {
  let broken = false;
  const api = {
    plan: async () => {
      if (broken) throw new Error('away');
      return { version: 1, open: 0 };
    },
  };
  const feed = createPlanFeed(api, { every: () => {}, isHidden: () => false });
  await feed.watch('panel');
  broken = true;
  await feed.ask();
  assert.equal(feed.value.version, 1);
});
