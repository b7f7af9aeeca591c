import assert from 'node:assert/strict';
import test from 'node:test';
import { certificatesByNeed, createCover } from '../../main/resources/web/js/cover.js';
import { createSubject } from '../../main/resources/web/js/subject.js';

const settled = () => new Promise((done) => setImmediate(done));

function staged(api = {}) {
  const asked = [];
  const ticks = [];
  const answer = (name, value) => async (...args) => {
    asked.push([name, ...args]);
    return api[name] ? api[name](...args) : value;
  };
  const desk = {
    layers: { coverage: createSubject(false) },
    district: { skills: [{ id: 'patrol' }], requirements: [{ skillId: 'patrol', level: 2 }] },
    api: {
      coverage: answer('coverage', { cells: [] }),
      isochrone: answer('isochrone', { reached: [] }),
      closures: answer('closures', { closures: [] }),
      equipment: answer('equipment', { equipment: [{ id: 'E-1', state: 'AVAILABLE', placeId: 'PL-1' }] }),
      setEquipment: answer('setEquipment', { equipmentId: 'E-1', state: 'BROKEN', note: '漏水' }),
      closeRoads: answer('closeRoads', { closures: [{ roadId: 'S-1', closed: true }] }),
      openRoads: answer('openRoads', { closures: [{ roadId: 'S-1', closed: false }] }),
    },
  };
  const cover = createCover(desk, { every: (task) => ticks.push(task), isHidden: () => false });
  return { desk, cover, asked, ticks };
}

test('should ask for cover only while somebody looks, and at once when they begin to', async () => {
  const { desk, cover, asked, ticks } = staged();
  ticks[0]();
  await settled();
  assert.ok(!asked.some(([name]) => name === 'coverage'));
  desk.layers.coverage.set(true);
  await settled();
  assert.deepEqual(asked.at(-1), ['coverage', 'patrol', 2]);
  assert.deepEqual(cover.coverage.value, { cells: [] });
});

test('should not show the answer of a skill that is no longer asked about', async () => {
  let give = null;
  const slow = new Promise((done) => (give = done));
  const { desk, cover } = staged({ coverage: (id) => (id === 'patrol' ? slow : { skillId: id }) });
  desk.layers.coverage.set(true);
  cover.skill.set({ id: 'medic', level: 1 });
  await settled();
  give({ skillId: 'patrol' });
  await settled();
  assert.equal(cover.coverage.value.skillId, 'medic');
});

test('should know a closure and its end at once', async () => {
  const { cover } = staged();
  await settled();
  await cover.closeRoads(['S-1'], '塌陷', null);
  assert.deepEqual(
    cover.closures.value.map(({ roadId }) => roadId),
    ['S-1'],
  );
  await cover.openRoads(['S-1']);
  assert.deepEqual(cover.closures.value, []);
});

test('should know at once that a unit is broken, before it is asked for again', async () => {
  let asked = 0;
  const again = new Promise(() => {});
  const { cover } = staged({
    equipment: async () => (asked++ ? again : { equipment: [{ id: 'E-1', state: 'AVAILABLE' }, { id: 'E-2', state: 'AVAILABLE' }] }),
  });
  await settled();
  cover.setEquipment('E-1', 'BROKEN', '漏水');
  await settled();
  assert.deepEqual(
    cover.equipment.value.map(({ id, state, note }) => [id, state, note]),
    [
      ['E-1', 'BROKEN', '漏水'],
      ['E-2', 'AVAILABLE', undefined],
    ],
  );
});

test('should drop what reaches a place when another is asked about meanwhile', async () => {
  const { cover } = staged({ isochrone: async (lat) => ({ reached: [{ lat, lon: 0, seconds: 1 }] }) });
  const first = cover.showReach(30, 120);
  const second = cover.showReach(31, 121, 5);
  await Promise.all([first, second]);
  assert.equal(cover.reach.value.lat, 31);
  assert.equal(cover.reach.value.reached[0].lat, 31);
});

test('certificates that can still be renewed in time come before those that have run out', () => {
  const days = (...left) => left.map((daysLeft) => ({ daysLeft }));
  assert.deepEqual(certificatesByNeed(days(-400, 30, -1, 0, 5)), days(0, 5, 30, -1, -400));
});
