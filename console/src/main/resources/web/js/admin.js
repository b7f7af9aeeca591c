/** The administration: who may sign in as what, keys of programs, the audit log; each for whoever keeps it. */

import { createApi } from './api.js';
import { readDistrict } from './district.js';
import { byId, h, setText } from './element.js';
import { createLanguage, firstLanguage } from './i18n/language.js';
import { AdminAudit } from './panels/admin-audit.js';
import { AdminDistrict } from './panels/admin-district.js';
import { AdminKeys } from './panels/admin-keys.js';
import { AdminUsers } from './panels/admin-users.js';
import { Toasts } from './panels/toasts.js';
import { remembered } from './preferences.js';
import { sentenceOf } from './problem.js';
import { worksOnTheFloor } from './session.js';
import { letIn } from './signing-in.js';
import { followTheme } from './theme.js';
import { formatDateTime } from './time.js';
import { parseUrlState } from './url-state.js';

function createPage() {
  const chosen = remembered('language', '', ['zh', 'en']);
  const language = createLanguage(firstLanguage(parseUrlState(location.search).language, chosen.value, navigator.language));
  const page = {
    language,
    district: readDistrict(null),
    toasts: new Toasts(byId('toasts'), language),
    when: (instant) => formatDateTime(instant, page.district.zone),
    async attempt(task) {
      try {
        await task();
      } catch (problem) {
        page.toasts.show(sentenceOf(problem, language.t), { kind: 'refused' });
      }
    },
  };
  page.api = createApi({ language: () => language.code, onSignedOut: () => page.signedOut?.() });
  const speak = () => {
    document.documentElement.lang = language.code === 'zh' ? 'zh-Hans' : 'en';
    document.title = `${language.t('admin.title')} · ${language.t('brand')}`;
  };
  language.follow((code) => {
    chosen.set(code);
    speak();
    language.apply(document);
  });
  speak();
  followTheme(() => {});
  return page;
}

function bar(page) {
  const other = h('button', { type: 'button', class: 'tool', testid: 'lang-switch' });
  other.addEventListener('click', () => page.language.set(page.language.code === 'zh' ? 'en' : 'zh'));
  const say = () => {
    setText(other, page.language.code === 'zh' ? 'English' : '中文');
    other.lang = page.language.code === 'zh' ? 'en' : 'zh-Hans';
  };
  page.language.follow(say);
  say();
  const out = h('button', { type: 'button', class: 'tool', i18n: 'account.signOut', testid: 'sign-out' });
  out.addEventListener('click', () => page.api.signOut().finally(() => location.reload()));
  const nodes = [h('h1', { i18n: 'admin.title' }), h('span', { class: 'quiet' }, page.session.value.name), h('span', { class: 'spring' })];
  if (worksOnTheFloor(page.session.value)) nodes.push(h('a', { class: 'tool', href: '/', i18n: 'admin.toConsole' }));
  return [...nodes, out, other];
}

/** One tab for each thing that the user keeps. */
function tabs(page, panels) {
  const list = h('div', { class: 'admin-tabs', role: 'tablist' });
  const show = (chosen) => {
    for (const { tab, panel } of entries) {
      tab.setAttribute('aria-selected', String(panel === chosen));
      panel.node.hidden = panel !== chosen;
    }
    page.attempt(() => chosen.load());
  };
  const entries = panels.map(([name, panel]) => {
    const tab = h('button', { type: 'button', class: 'tool', role: 'tab', i18n: `admin.${name}`, testid: `admin-${name}` });
    tab.addEventListener('click', () => show(panel));
    list.append(tab);
    return { tab, panel };
  });
  byId('page').append(list, ...entries.map(({ panel }) => panel.node));
  show(panels[0][1]);
}

async function start(page) {
  await letIn(page);
  const { may } = page.session;
  byId('bar').append(...bar(page));
  page.language.apply(document);
  await page.attempt(async () => {
    page.district = readDistrict(await page.api.district());
  });
  const panels = [];
  if (may('listUsers')) panels.push(['users', new AdminUsers(page)], ['keys', new AdminKeys(page)]);
  if (may('importDistrict')) panels.push(['district', new AdminDistrict(page)]);
  if (may('listAudit')) panels.push(['audit', new AdminAudit(page)]);
  if (panels.length) tabs(page, panels);
  else byId('page').append(h('p', { i18n: 'admin.nothing' }));
  page.language.apply(document);
  document.documentElement.classList.add('is-ready');
}

start(createPage());
