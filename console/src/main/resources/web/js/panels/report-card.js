/** One report: what was said with the words that decided, what was read in it and how sure that is. */

import { h, setText } from '../element.js';
import { formatShare } from '../format.js';
import { highlight } from '../highlight.js';
import { moodStrength, moodWord } from '../mood.js';
import { formatDateTime, formatWhen } from '../time.js';

/** Below this the page says that it is not sure. */
const SURE_FROM = 0.6;

export function createReport() {
  const row = h('article', { class: 'report', testid: 'report-row' });
  row.parts = {
    kind: h('span', { class: 'report-kind' }),
    source: h('span', { class: 'quiet' }),
    when: h('time', { class: 'report-when' }),
    text: h('p', { class: 'report-text', testid: 'report-text' }),
    read: h('div', { class: 'report-read', testid: 'report-read' }),
    where: h('span', { class: 'quiet report-where' }),
    foot: h('div', { class: 'report-merge' }),
  };
  const { kind, source, when, text, read, where, foot } = row.parts;
  row.append(h('div', { class: 'report-head' }, kind, source, when), text, read, where, foot);
  return row;
}

export function updateReport(row, filed, desk) {
  const { language, district, clock } = desk;
  const { report, understanding } = filed;
  const { parts } = row;
  row.dataset.id = report.id;
  row.dataset.kind = report.reportKind;
  setText(parts.kind, language.t(`report.${report.reportKind}`));
  setText(parts.source, report.source ?? '');
  setText(parts.when, formatWhen(report.occurredAt, district.zone, clock.now()));
  parts.when.title = formatDateTime(report.occurredAt, district.zone);
  showText(parts.text, report.text ?? '', understanding);
  parts.text.lang = { zh: 'zh-Hans', en: 'en' }[understanding?.language] ?? '';
  parts.read.replaceChildren(...facts(understanding, desk));
  setText(parts.where, [report.address, report.reporter].filter(Boolean).join(' · '));
}

/** The words that decided are marked; those that name the place are underlined. Every part goes in as text. */
function showText(node, text, understanding) {
  const key = `${text}|${understanding?.evidence?.join()}|${understanding?.place?.words ?? ''}`;
  if (node.dataset.shown === key) return;
  node.dataset.shown = key;
  const parts = highlight(text, understanding?.evidence).flatMap(({ text: part, marked }) => {
    if (marked) return [h('mark', {}, part)];
    return highlight(part, [understanding?.place?.words]).map((piece) =>
      piece.marked ? h('span', { class: 'named-place' }, piece.text) : piece.text,
    );
  });
  node.replaceChildren(...parts);
}

/** What was read, each fact with its sureness: `类型 噪声扰民 86 %`, `不确定` where it is a guess. */
function facts(understanding, desk) {
  if (!understanding) return [];
  const { language, district } = desk;
  const { t } = language;
  const type = district.typeName(understanding.type, language.code);
  const list = [fact(t('read.type'), type, understanding.typeConfidence, t, 'type')];
  if (understanding.wish && understanding.wish !== 'NONE') {
    list.push(fact(t('read.wish'), t(`wish.${understanding.wish}`), null, t, 'wish'));
  }
  const mood = moodWord(understanding.mood);
  if (mood !== 'calm') {
    const strength = formatShare(moodStrength(understanding.mood, mood));
    list.push(fact(t('read.mood'), `${t(`mood.${mood}`)} ${strength}`, null, t, `mood-${mood}`));
  }
  if (understanding.place) {
    const { words, confidence } = understanding.place;
    list.push(fact(t('read.place'), words, confidence, t, 'place'));
  }
  list.push(fact(t('read.language'), t(`language.${languageKey(understanding.language)}`), null, t, 'language'));
  return list;
}

const languageKey = (code) => (code === 'zh' || code === 'en' ? code : 'und');

function fact(name, value, confidence, t, kind) {
  const known = Number.isFinite(confidence);
  const unsure = known && confidence < SURE_FROM;
  const node = h('span', { class: `fact fact-${kind}` }, h('span', { class: 'fact-name' }, name), value);
  if (known) node.append(h('span', { class: 'fact-share' }, formatShare(confidence)));
  if (unsure) node.append(h('span', { class: 'unsure' }, t('read.unsure')));
  return node;
}
