import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createLanguage, DICTIONARIES, fill, firstLanguage } from '../../main/resources/web/js/i18n/language.js';
import { SNOOZE_MINUTES } from '../../main/resources/web/js/alerts.js';
import { FILTERS } from '../../main/resources/web/js/attention.js';
import { RUNGS } from '../../main/resources/web/js/due.js';
import { alarmVerdicts, SCOPES, STEPS } from '../../main/resources/web/js/measures.js';
import { LAYERS } from '../../main/resources/web/js/url-state.js';
import { sample, web } from './samples.js';

const { zh, en } = DICTIONARIES;
const placeholders = (text) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
const sources = readdirSync(web, { recursive: true })
  .filter((name) => /\.(js|html)$/.test(name) && !name.includes('i18n') && name !== 'js/element.js')
  .map((name) => readFileSync(new URL(name, web), 'utf8'))
  .join('\n');

test('both dictionaries have the same keys', () => {
  assert.deepEqual(Object.keys(zh).sort(), Object.keys(en).sort());
});

test('both texts of a key fill the same places, and none is empty', () => {
  for (const key of Object.keys(zh)) {
    assert.deepEqual(placeholders(zh[key]), placeholders(en[key]), key);
    assert.ok(zh[key] && en[key], key);
  }
});

test('every key the page names is there', () => {
  const named = [
    ...sources.matchAll(
      /(?:\bt\(|i18n: |label: |tip: |hint: |button\(|key: |data-i18n[a-z-]*=)['"]([a-zA-Z][\w.-]*)['"]/g,
    ),
  ];
  assert.ok(named.length > 60);
  for (const [, key] of named) assert.ok(key in zh, key);
});

test('whatever the page names by a value has its words', () => {
  const states = [
    'REPORTED',
    'OPENED',
    'DISPATCHED',
    'HANDLING',
    'REPORTED_BACK',
    'CLOSED',
    'REVIEWED',
    'SUPPRESSED',
    'MERGED',
  ];
  const bound = ['OFFERED', 'ACCEPTED', 'EN_ROUTE', 'ON_SCENE', 'DONE', 'DECLINED', 'RECALLED', 'TIMED_OUT'];
  const keys = [
    ...states.map((state) => `state.${state}`),
    ...states.slice(0, 7).map((state) => `step.${state}`),
    ...bound.map((state) => `assignment.${state}`),
    ...['I', 'II', 'III', 'IV'].map((grade) => `grade.${grade}`),
    ...['sign-in', 'sign-out', 'denied', 'read-personal-data', 'create-user', 'revoke-key', 'hand-over-shift', 'assign'].map(
      (action) => `audit.${action}`,
    ),
    ...['PERSON_TAKEN', 'INCIDENT_NOT_OPEN', 'WRONG', 'WRONG_CODE', 'TOO_SOON', 'OTHER_AREA'].map((code) => `refusal.${code}`),
    ...['CALL', 'COMPLAINT', 'POST', 'SENSOR', 'CAMERA'].map((kind) => `report.${kind}`),
    ...['free', 'offered', 'enRoute', 'onScene', 'unavailable', 'offDuty'].map((look) => `person.${look}`),
    ...['connecting', 'live', 'recovered', 'reconnecting', 'stale'].map((phase) => `link.${phase}`),
    ...['I', 'II', 'III', 'IV'].flatMap((level) => [`level.${level}`, `levelWord.${level}`]),
    ...['CELL', 'CLUSTER', 'AREA', 'NEW_TOPIC', 'MATTER', 'FEED'].map((kind) => `alertKind.${kind}`),
    ...['ACKNOWLEDGE', 'DISPATCH', 'ACCEPT', 'ARRIVE'].map((stage) => `due.${stage}`),
    'rung.above',
    ...Array.from({ length: RUNGS }, (_, rung) => `rung.${rung}`),
    ...['RESCUE', 'REPAIR', 'ENFORCEMENT', 'MEDIATION', 'COMPENSATION', 'INFORMATION'].map((wish) => `wish.${wish}`),
    ...['type', 'grade', 'place', 'split', 'waiting', 'late'].map((name) => `wish.${name}`),
    ...['fear', 'anger', 'complaint', 'praise', 'note'].map((word) => `mood.${word}`),
    ...['REPORT', 'TEXT', 'OFFICER', 'none', 'wished'].map((by) => `placedBy.${by}`),
    ...['I', 'II', 'III', 'IV'].flatMap((grade) => [`grade.${grade}`, `correct.grade.${grade}`]),
    ...['zh', 'en', 'und'].map((code) => `language.${code}`),
    ...SNOOZE_MINUTES.map((minutes) => `snooze.${minutes}`),
    ...['reason', 'minutes'].map((problem) => `snooze.problem.${problem}`),
    ...Object.keys(LAYERS).map((layer) => `layer.${layer}`),
    ...Object.keys(FILTERS).map((filter) => `filter.${filter}`),
    ...STEPS.flatMap((step) => [`measure.${step}`, `step.${step}.tip`]),
    ...SCOPES.map((scope) => `scope.${scope}`),
    ...['good', 'fair', 'bad'].map((verdict) => `verdict.${verdict}`),
    ...alarmVerdicts(sample('alarm-health')).flatMap(({ name }) => [`alarms.${name}`, `alarms.${name}.limit`]),
    ...['place', 'incident'].map((kind) => `pick.${kind}`),
    ...sample('live-snapshot').health.parts.map((part) => `part.${part.name}`),
  ];
  for (const key of keys) assert.ok(key in zh, key);
});

test('texts are filled, and a missing value shows', () => {
  assert.equal(fill('{n} of {m}', { n: 1 }), '1 of {m}');
  assert.equal(createLanguage('zh').t('list.fresh', { n: 3 }), '有 3 起新事件');
  assert.equal(createLanguage('en').t('no.such.key'), 'no.such.key');
});

test('the first language: address, then memory, then browser', () => {
  assert.equal(firstLanguage('zh', 'en', 'en-US'), 'zh');
  assert.equal(firstLanguage(null, 'en', 'zh-CN'), 'en');
  assert.equal(firstLanguage(null, '', 'zh-CN'), 'zh');
  assert.equal(firstLanguage('fr', '', 'fr-FR'), 'en');
});

test('switching tells those who follow', () => {
  const language = createLanguage('zh');
  const heard = [];
  language.follow((code) => heard.push(code));
  language.set('en');
  assert.deepEqual(heard, ['en']);
  assert.equal(language.t('close'), 'Close');
});

test('one is told of in the singular', () => {
  const text = '{n} {n|report speaks|reports speak} of it';
  assert.equal(fill(text, { n: 1 }), '1 report speaks of it');
  assert.equal(fill(text, { n: '2' }), '2 reports speak of it');
  assert.equal(fill(text, { n: 0 }), '0 reports speak of it');
});
