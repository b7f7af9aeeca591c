import assert from 'node:assert/strict';
import { test } from 'node:test';
import { administers, createSession, liveProtocols, mayUse, providerAnswerIn, rolesFor, secretIn, worksOnTheFloor } from '../../main/resources/web/js/session.js';

test('a one-time secret is read from the fragment, and nothing else is taken for one', () => {
  const secret = 'a'.repeat(43);
  assert.equal(secretIn(`#first=${secret}`), secret);
  assert.equal(secretIn(`#join=${secret}`), secret);
  for (const other of ['', '#', '#first=short', `#first=${secret}&x`, `#other=${secret}`, `#first=<${secret}`])
    assert.equal(secretIn(other), null, other);
});

test('what the provider answered is read from the fragment', () => {
  assert.equal(providerAnswerIn('#provider=refused'), 'refused');
  assert.equal(providerAnswerIn('#provider=anything'), null);
});

const officer = { operations: ['getPicture', 'assignPerson'], withheld: { listUsers: ['security-admin'] } };
const keeper = { operations: ['listUsers'], withheld: { assignPerson: ['dispatcher', 'duty-officer'], getPicture: ['dispatcher'] } };

test('the gateway’s word decides what may be used, and who may it instead', () => {
  assert.ok(mayUse(officer, 'assignPerson'));
  assert.ok(!mayUse(keeper, 'assignPerson'));
  assert.deepEqual(rolesFor(keeper, 'assignPerson'), ['dispatcher', 'duty-officer']);
  assert.deepEqual(rolesFor(officer, 'assignPerson'), []);
  for (const nobody of [null, {}, { operations: [] }]) assert.ok(!mayUse(nobody, 'assignPerson'));
});

test('what may be used decides between the floor and the administration', () => {
  assert.ok(worksOnTheFloor(officer) && !administers(officer));
  assert.ok(administers(keeper) && !worksOnTheFloor(keeper));
  for (const operation of ['listUsers', 'importDistrict', 'listAudit']) assert.ok(administers({ operations: [operation] }));
});

test('a session is complete once it is signed in and set up', async () => {
  const answers = [{ signedIn: false }, { signedIn: true, settingUp: true }, { signedIn: true, settingUp: false }];
  const session = createSession({ session: async () => answers.shift() });
  const complete = [];
  for (let i = 0; i < 3; i++) {
    await session.load();
    complete.push(session.isComplete());
  }
  assert.deepEqual(complete, [false, false, true]);
});

test('a live socket is opened with what it speaks and its ticket', () => {
  assert.deepEqual(liveProtocols({ protocol: 'watchfloor.v1', ticket: 'abc' }), ['watchfloor.v1', 'ticket.abc']);
});
