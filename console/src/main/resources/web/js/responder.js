/** The responder's page on a phone: who am I, what am I asked to do, where, and the next step as one big button. */

import { createApi } from './api.js';
import { readDistrict } from './district.js';
import { createLanguage, firstLanguage } from './i18n/language.js';
import { MyAssignment } from './panels/my-assignment.js';
import { MyPosition } from './panels/my-position.js';
import { PhoneBar } from './panels/phone-bar.js';
import { Toasts } from './panels/toasts.js';
import { WhoAmI } from './panels/who-am-i.js';
import { remembered } from './preferences.js';
import { liveProtocols } from './session.js';
import { letIn } from './signing-in.js';
import { createStore } from './store.js';
import { createSubject } from './subject.js';
import { followTheme, readPalette } from './theme.js';
import { ServerClock } from './time.js';
import { LiveLink, liveUrl } from './transport.js';
import { parseUrlState, writeUrlState } from './url-state.js';

const byId = (id) => document.getElementById(id);

function createPhone() {
  const address = parseUrlState(location.search);
  const chosen = remembered('language', '', ['zh', 'en']);
  const language = createLanguage(firstLanguage(address.language, chosen.value, navigator.language));
  const seconds = new Set();
  setInterval(() => seconds.forEach((task) => task()), 1000);
  const themeFollowers = new Set();
  const phone = {
    address,
    language,
    store: createStore(),
    clock: Object.assign(new ServerClock(), { everySecond: (task) => seconds.add(task) }),
    district: readDistrict(null),
    personId: createSubject(address.personId),
    linkStatus: createSubject({ phase: 'connecting', stale: false }),
    onTheme: (task) => themeFollowers.add(task),
    me: () => phone.store.state.people.get(phone.personId.value) ?? null,
  };
  phone.api = createApi({ language: () => language.code, onSignedOut: () => phone.signedOut?.() });
  const setLang = () => (document.documentElement.lang = language.code === 'zh' ? 'zh-Hans' : 'en');
  language.follow((code) => {
    chosen.set(code);
    setLang();
    language.apply(document);
    phone.setAddress({ language: code });
  });
  setLang();
  followTheme(() => {
    phone.palette = readPalette();
    themeFollowers.forEach((task) => task());
  });
  return Object.assign(phone, actions(phone));
}

function actions(phone) {
  const sentence = (problem) => {
    if (problem.status === 0) return phone.language.t('problem.unreachable');
    return problem.status ? problem.message : phone.language.t('problem.unexpected');
  };
  return {
    sentence,
    async attempt(task) {
      try {
        await task();
        return true;
      } catch (problem) {
        if (problem.status === undefined) console.error(problem);
        phone.toasts.show(sentence(problem), { kind: 'refused' });
        return false;
      }
    },
    setAddress(change) {
      Object.assign(phone.address, change);
      history.replaceState(null, '', location.pathname + writeUrlState(location.search, phone.address));
    },
  };
}

/** One socket per person: whoever changes who they are starts from nothing. */
function connect(phone, personId) {
  phone.link?.stop();
  phone.store.dispatch({ kind: 'snapshot', seq: null, asOf: null, world: null });
  if (!personId) return;
  phone.link = new LiveLink({
    urlFor: (resume) => liveUrl(location, { view: 'responder', person: personId }, resume),
    protocols: async () => liveProtocols(await phone.api.liveTicket(personId)),
    resumeSeq: () => phone.store.state.seq,
    onMessage: (message) => {
      phone.clock.learn(message.asOf);
      phone.store.dispatch(message);
    },
    onStatus: (status) => phone.linkStatus.set(status),
  }).start();
}

async function start() {
  const phone = createPhone();
  phone.toasts = new Toasts(byId('toasts'), phone.language);
  await letIn(phone);
  if (phone.session.value.personId) phone.personId.set(phone.session.value.personId);
  new PhoneBar(byId('topbar'), phone);
  await phone.attempt(async () => {
    phone.district = readDistrict(await phone.api.district());
  });
  phone.position = new MyPosition(phone);
  new WhoAmI(byId('page'), phone);
  new MyAssignment(byId('page'), phone, byId('polite'));
  phone.personId.follow((personId) => {
    phone.setAddress({ personId });
    connect(phone, personId);
  });
  connect(phone, phone.personId.value);
  window.addEventListener('online', () => phone.link?.retryNow());
  document.addEventListener('visibilitychange', () => document.hidden || phone.link?.retryNow());
  phone.language.apply(document);
  document.documentElement.classList.add('is-ready');
}

start();
