import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApiProblem, createApi } from '../../main/resources/web/js/api.js';
import { createLanguage } from '../../main/resources/web/js/i18n/language.js';
import { sentenceOf } from '../../main/resources/web/js/problem.js';

function scene(answer) {
  const calls = [];
  const fetch = async (url, options) => {
    calls.push({ url, ...options });
    if (answer instanceof Error) throw answer;
    return { ok: answer.status < 400, status: answer.status, text: async () => answer.body ?? '' };
  };
  return { calls, api: createApi({ language: () => 'zh', fetch }) };
}

test('the language travels with every request, and nobody’s name: the session says who it is', async () => {
  const { api, calls } = scene({ status: 200, body: '{"id":"I-1"}' });
  await api.acknowledge('I-1');
  assert.equal(calls[0].headers['X-Watchfloor-Actor'], undefined);
  assert.equal(calls[0].headers['Accept-Language'], 'zh');
  assert.equal(calls[0].method, 'POST');
  assert.equal(calls[0].url, '/api/v1/incidents/I-1/acknowledge');
});

test('ids cannot break out of the path', async () => {
  const { api, calls } = scene({ status: 200, body: '{}' });
  await api.incident('../people?x');
  assert.equal(calls[0].url, '/api/v1/incidents/..%2Fpeople%3Fx');
});

test('a refusal carries the sentence and who was first', async () => {
  const body = '{"title":"Taken","status":409,"detail":"陈晓明 已被派出","heldBy":"李值班"}';
  const { api } = scene({ status: 409, body });
  await assert.rejects(api.assign('I-1', 'P-1'), (problem) => {
    assert.ok(problem instanceof ApiProblem);
    assert.equal(problem.status, 409);
    assert.equal(problem.message, '陈晓明 已被派出');
    assert.equal(problem.heldBy, '李值班');
    return true;
  });
});

test('an answer that is no problem document, or none at all, is a refusal too', async () => {
  await assert.rejects(scene({ status: 502, body: '<html>' }).api.people(), { status: 502, message: 'HTTP 502' });
  await assert.rejects(scene(new TypeError('no network')).api.people(), { status: 0 });
});

test('an empty answer is no answer', async () => {
  assert.equal(await scene({ status: 204 }).api.position('P-1', { lat: 1, lon: 2 }), null);
});

test('what an officer corrects, joins and silences', async () => {
  const { api, calls } = scene({ status: 202, body: '{"correctionId":"C-1"}' });
  await api.correctType('I-1', 'noise');
  await api.correctGrade('I-1', 'II');
  await api.correctPlace('I-1', { placeId: 'PL-1' });
  await api.split('I-1', ['R-1', 'R-2']);
  await api.join('I-1', 'I-2');
  await api.unjoin('I-1');
  await api.snooze('W-1', 30, '夜间抢修');
  await api.unsnooze('W-1');
  assert.deepEqual(
    calls.map(({ method, url, body }) => [method, url.replace('/api/v1', ''), JSON.parse(body)]),
    [
      ['POST', '/incidents/I-1/type', { type: 'noise' }],
      ['POST', '/incidents/I-1/grade', { grade: 'II' }],
      ['POST', '/incidents/I-1/place', { placeId: 'PL-1' }],
      ['POST', '/incidents/I-1/split', { reportIds: ['R-1', 'R-2'] }],
      ['POST', '/incidents/I-1/join', { into: 'I-2' }],
      ['POST', '/incidents/I-1/unjoin', {}],
      ['POST', '/alerts/W-1/snooze', { minutes: 30, reason: '夜间抢修' }],
      ['POST', '/alerts/W-1/unsnooze', {}],
    ],
  );
});

test('an incident goes to another department, a shift to the next officer', async () => {
  const { api, calls } = scene({ status: 200, body: '{}' });
  await api.handOver('I-1', 'urban', 240, '市政井盖');
  await api.handOverShift('夜里有雨', 12);
  assert.deepEqual(
    calls.map(({ url, body }) => [url.replace('/api/v1', ''), JSON.parse(body)]),
    [
      ['/incidents/I-1/handover', { organizationId: 'urban', minutes: 240, reason: '市政井盖' }],
      ['/handovers', { remark: '夜里有雨', hours: 12 }],
    ],
  );
});

test('a session that is over is told once it is noticed; a wrong password is not that', async () => {
  const told = [];
  const answers = ['not-signed-in', 'wrong-sign-in'];
  const fetch = async () => {
    const body = JSON.stringify({ type: `urn:watchfloor:problem:${answers.shift()}`, status: 401 });
    return { ok: false, status: 401, text: async () => body };
  };
  const api = createApi({ language: () => 'en', onSignedOut: () => told.push('out'), fetch });
  await assert.rejects(api.people());
  await assert.rejects(api.signIn('Wang', 'wrong'));
  assert.deepEqual(told, ['out']);
});

test('what is said of a refusal is the gateway’s own sentence, and ours where it said nothing', async () => {
  const t = (key, values) => createLanguage('zh').t(key, values);
  const told = async (answer) => {
    try {
      await scene(answer).api.people();
    } catch (problem) {
      return sentenceOf(problem, t);
    }
  };
  assert.equal(await told({ status: 409, body: '{"detail":"事件尚未定位"}' }), '事件尚未定位');
  assert.match(await told({ status: 502, body: '<html>' }), /502/);
  for (const answer of [{ status: 502, body: '<html>' }, { status: 500, body: '{"title":"Oops"}' }, new TypeError('no network')]) {
    const sentence = await told(answer);
    assert.match(sentence, /\p{Script=Han}/u);
    assert.doesNotMatch(sentence, /[a-z]{3,}/);
  }
  assert.equal(sentenceOf(new RangeError('oops'), t), t('problem.unexpected'));
});

test('what the user may not do is told, so that the page can look at what they may', async () => {
  const told = [];
  const body = JSON.stringify({ type: 'urn:watchfloor:problem:not-allowed', status: 403 });
  const fetch = async () => ({ ok: false, status: 403, text: async () => body });
  const api = createApi({ language: () => 'en', onDenied: () => told.push('denied'), fetch });
  await assert.rejects(api.assign('I-1', 'P-1'));
  assert.deepEqual(told, ['denied']);
});
