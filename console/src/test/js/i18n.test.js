import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createLanguage, DICTIONARIES, fill, firstLanguage } from '../../main/resources/web/js/i18n/language.js';
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

test('every state, step and grade has its words', () => {
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
    ...['CALL', 'COMPLAINT', 'POST', 'SENSOR', 'CAMERA'].map((kind) => `report.${kind}`),
    ...['free', 'offered', 'enRoute', 'onScene', 'unavailable', 'offDuty'].map((look) => `person.${look}`),
    ...['connecting', 'live', 'recovered', 'reconnecting', 'stale'].map((phase) => `link.${phase}`),
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
