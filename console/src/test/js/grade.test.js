import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gradeSaid, graverNews } from '../../main/resources/web/js/grade.js';
import { createLanguage } from '../../main/resources/web/js/i18n/language.js';
import { newsGrade } from '../../main/resources/web/js/sounds.js';
import { EMPTY } from '../../main/resources/web/js/store.js';

const incident = (grade, reportedGrade) => ({ id: 'I-1', state: 'OPENED', acknowledgedAt: 'x', grade, reportedGrade });

test('what becomes urgent by its reports is news, also where an officer has set the grade', () => {
  assert.equal(graverNews(incident('III'), incident('I')), 'I');
  assert.equal(graverNews(incident('II'), incident('I')), 'I');
  assert.equal(graverNews(incident('IV', 'III'), incident('IV', 'II')), 'II');
});

test('what an officer decides, what is no graver and what is new is no such news', () => {
  assert.equal(graverNews(undefined, incident('I')), null);
  assert.equal(graverNews(incident('IV'), incident('III')), null, 'not urgent');
  assert.equal(graverNews(incident('I'), incident('I')), null);
  assert.equal(graverNews(incident('I'), incident('II')), null);
  assert.equal(graverNews(incident('III'), incident('I', 'III')), null, 'set by an officer');
  assert.equal(graverNews(incident('I', 'III'), incident('I', 'II')), null, 'graver already');
  assert.equal(graverNews(incident('I'), incident('IV', 'I')), null, 'set lower');
});

test('what becomes urgent is heard though it was acknowledged', () => {
  const state = (one) => ({ ...EMPTY, snapshots: 1, incidents: new Map([[one.id, one]]) });
  assert.equal(newsGrade(state(incident('I')), state(incident('III')), 0), 'I');
  assert.equal(newsGrade(state(incident('I', 'III')), state(incident('III')), 0), null);
});

test('beside a grade stands who set it, what the reports say and what was joined', () => {
  const zh = createLanguage('zh').t;
  const { t } = createLanguage('en');
  assert.equal(gradeSaid(incident('III'), undefined, t), '');
  assert.equal(gradeSaid(incident('IV', 'I'), undefined, t), 'Set by hand; reports say grade I');
  assert.equal(gradeSaid(incident('IV', 'I'), undefined, zh), '人工定级，来件判为 I 级');
  const joined = { graverJoinedId: 'I-2' };
  assert.equal(gradeSaid({ ...incident('I'), ...joined }, 'Fire', t), 'I-2, joined here (Fire), is graver');
  assert.equal(
    gradeSaid({ ...incident('IV', 'I'), ...joined }, '火灾', zh),
    '人工定级，来件判为 I 级 · 并入的 I-2（火灾）更严重',
  );
});
