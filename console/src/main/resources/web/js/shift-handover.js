/** The handover page: what the shift leaves, to print and to hand over, and what the next officer signs for. */

import { createApi } from './api.js';
import { readDistrict } from './district.js';
import { button, byId, h, setText } from './element.js';
import { nameIn } from './format.js';
import { createLanguage, firstLanguage } from './i18n/language.js';
import { HandoverSheet } from './panels/handover-sheet.js';
import { HandoverSigning } from './panels/handover-signing.js';
import { Toasts } from './panels/toasts.js';
import { remembered } from './preferences.js';
import { sentenceOf } from './problem.js';
import { letIn } from './signing-in.js';
import { followTheme } from './theme.js';
import { formatDateTime } from './time.js';
import { parseUrlState } from './url-state.js';

const REFRESH_EVERY_MILLIS = 30_000;

function createPage() {
  const chosen = remembered('language', '', ['zh', 'en']);
  const language = createLanguage(firstLanguage(parseUrlState(location.search).language, chosen.value, navigator.language));
  const page = {
    language,
    actor: '',
    hours: 12,
    district: readDistrict(null),
    people: new Map(),
    toasts: new Toasts(byId('toasts'), language),
    when: (instant) => formatDateTime(instant, page.district.zone),
    personName: (id) => nameIn(language.code, page.people.get(id) ?? { id }),
    cellName: (id) => nameIn(language.code, page.district.cellById.get(id)),
  };
  page.api = createApi({ language: () => language.code, onSignedOut: () => page.signedOut?.(), onDenied: () => page.lookAgain?.() });
  const speak = () => {
    document.documentElement.lang = language.code === 'zh' ? 'zh-Hans' : 'en';
    document.title = `${language.t('handover.title')} · ${language.t('brand')}`;
  };
  language.follow((code) => {
    chosen.set(code);
    speak();
  });
  speak();
  followTheme(() => {});
  return page;
}

/** Says in the officer's words what went wrong; gives whether it went well. */
async function attempt(page, task) {
  try {
    await task();
    return true;
  } catch (problem) {
    page.toasts.show(sentenceOf(problem, page.language.t), { kind: 'refused' });
    return false;
  }
}

function bar(page) {
  const title = h('h1', { i18n: 'handover.title' });
  const district = h('span', { class: 'quiet' });
  const print = button('handover.print', 'tool', () => window.print(), { testid: 'handover-print' });
  const other = h('button', { type: 'button', class: 'tool', testid: 'lang-switch' });
  other.addEventListener('click', () => page.language.set(page.language.code === 'zh' ? 'en' : 'zh'));
  const console = h('a', { class: 'tool', href: '/', i18n: 'handover.toConsole' });
  const say = () => {
    setText(district, nameIn(page.language.code, page.district));
    setText(other, page.language.code === 'zh' ? 'English' : '中文');
    other.lang = page.language.code === 'zh' ? 'en' : 'zh-Hans';
  };
  page.language.follow(say);
  page.sayBar = say;
  return [title, district, h('span', { class: 'spring' }), print, console, other];
}

async function start(page) {
  page.attempt = (task) => attempt(page, task);
  page.actor = (await letIn(page)).name;
  page.may = page.session.may;
  const sheet = new HandoverSheet(page);
  const signing = new HandoverSigning(page, sheet);
  byId('bar').append(...bar(page));
  byId('page').append(signing.node, sheet.node);
  await page.attempt(async () => {
    page.district = readDistrict(await page.api.district());
    const { people } = await page.api.people();
    page.people = new Map(people.map((person) => [person.id, person]));
  });
  page.sayBar();
  await signing.load();
  await signing.openNamed();
  page.language.follow(() => {
    page.language.apply(document);
    signing.show();
    sheet.show();
  });
  page.language.apply(document);
  setInterval(() => document.hidden || signing.load(), REFRESH_EVERY_MILLIS);
  document.documentElement.classList.add('is-ready');
}

start(createPage());
