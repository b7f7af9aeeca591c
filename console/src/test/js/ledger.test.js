import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DICTIONARIES, fill } from '../../main/resources/web/js/i18n/language.js';
import {
  ABOUTS,
  ALARM_CODES,
  alarmText,
  ALL_STAGES,
  OWN_STAGES,
  stageState,
} from '../../main/resources/web/js/ledger.js';
import { sample } from './samples.js';

const words = (dictionary) => (key, values) => {
  assert.ok(key in dictionary, key);
  return fill(dictionary[key], values ?? {});
};

test('a stage is late after five seconds and unknown when it cannot be told', () => {
  assert.equal(stageState({ ageMillis: 0 }), 'good');
  assert.equal(stageState({ ageMillis: 5001 }), 'late');
  assert.equal(stageState({ ageMillis: -1 }), 'unknown');
});

test('every stage, alarm and what it is about has words in both languages', () => {
  for (const dictionary of Object.values(DICTIONARIES)) {
    for (const stage of [...OWN_STAGES, ...ALL_STAGES]) assert.ok(dictionary[`stage.${stage}`], stage);
    for (const about of ABOUTS) assert.ok(dictionary[`about.${about}`], about);
    for (const code of ALARM_CODES) {
      const text = alarmText({ code, about: 'picture', value: 9 }, words(dictionary));
      assert.ok(text && !text.includes('{'), text);
    }
  }
});

test('what nobody foresaw is named as another part', () => {
  const { en } = DICTIONARIES;
  assert.equal(alarmText({ code: 'silent', about: 'moon', value: 7 }, words(en)), 'another part silent for 7 s');
});

test('the sample snapshot has stages and alarms that are known', () => {
  const { health } = sample('live-snapshot');
  for (const stage of health.stages) assert.ok([...OWN_STAGES, ...ALL_STAGES].includes(stage.name));
  for (const alarm of health.alarms) assert.ok(ALARM_CODES.includes(alarm.code));
});
