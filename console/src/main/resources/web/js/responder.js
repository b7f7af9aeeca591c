/** The responder's page on a phone: who am I, what am I asked to do, where, and the next step as one big button. */

import { createApi } from './api.js';
import { readDistrict } from './district.js';
import { byId } from './element.js';
import { createLanguage, firstLanguage } from './i18n/language.js';
import { Outbox } from './outbox.js';
import { MyAssignment } from './panels/my-assignment.js';
import { MyNotices } from './panels/my-notices.js';
import { MyPosition } from './panels/my-position.js';
import { PhoneBar } from './panels/phone-bar.js';
import { PhoneOutbox } from './panels/phone-outbox.js';
import { Toasts } from './panels/toasts.js';
import { WhoAmI } from './panels/who-am-i.js';
import { PhoneMemory } from './phone-memory.js';
import { openStorage } from './phone-storage.js';
import { remembered } from './preferences.js';
import { sentenceOf } from './problem.js';
import { liveProtocols } from './session.js';
import { letIn } from './signing-in.js';
import { createStore } from './store.js';
import { createSubject } from './subject.js';
import { followTheme, readPalette } from './theme.js';
import { ServerClock } from './time.js';
import { LiveLink, liveUrl } from './transport.js';
import { TunePlayer } from './tune-player.js';
import { parseUrlState, writeUrlState } from './url-state.js';

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
    offline: createSubject(!navigator.onLine),
    tunes: new TunePlayer(),
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
    if (problem.status === -1) return phone.language.t('outbox.full');
    return sentenceOf(problem, phone.language.t);
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
    /** Does something now, or as soon as there is network again. */
    act: (action) =>
      phone.attempt(() => phone.outbox.add({ personId: phone.personId.value, ...action })),
    setAddress(change) {
      Object.assign(phone.address, change);
      history.replaceState(null, '', location.pathname + writeUrlState(location.search, phone.address));
    },
  };
}

const SENDERS = { step: 'stepOnce', note: 'noteOnce', photo: 'photoOnce', notice: 'noticeOnce' };

/** What this person does goes through here, with or without network. */
function createOutbox(phone, storage) {
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel('watchfloor-outbox') : null;
  return new Outbox({
    storage,
    channel,
    now: () => phone.clock.now(),
    sentence: phone.sentence,
    send: (item) => phone.api[SENDERS[item.kind]](item),
    onSent: (item, answer) => {
      if (item.kind === 'step') phone.store.dispatch({ kind: 'answer', assignments: [answer] });
      else if (item.kind === 'notice') phone.store.dispatch({ kind: 'answer', notices: [answer] });
      else phone.toasts.show(phone.language.t(`outbox.${item.kind}Sent`));
    },
    onRefused: () => navigator.vibrate?.(200),
  });
}

/** The page works without network from the second time on; where it is not served securely it does without. */
function install() {
  navigator.serviceWorker?.register('/responder-worker.js', { scope: '/responder' }).catch((problem) => console.warn(problem));
}

function followNetwork(phone) {
  const look = () => phone.offline.set(!navigator.onLine);
  const back = () => {
    look();
    phone.link?.retryNow();
    phone.outbox.flush();
  };
  window.addEventListener('online', back);
  window.addEventListener('offline', look);
  document.addEventListener('visibilitychange', () => document.hidden || back());
  phone.linkStatus.follow(({ phase }, before) => {
    if (phase !== before.phase && (phase === 'live' || phase === 'recovered')) back();
  });
  for (const gesture of ['pointerdown', 'keydown']) addEventListener(gesture, () => phone.tunes.unlock(), { capture: true });
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
  await letIn(phone, { offline: true });
  if (phone.session.value.personId) phone.personId.set(phone.session.value.personId);
  new PhoneBar(byId('topbar'), phone);
  const storage = await openStorage();
  phone.storage = storage;
  phone.outbox = createOutbox(phone, storage);
  const memory = new PhoneMemory(phone, storage);
  await phone.attempt(async () => {
    phone.district = readDistrict(await memory.district(() => phone.api.district()));
  });
  phone.position = new MyPosition(phone);
  new WhoAmI(byId('page'), phone);
  new PhoneOutbox(byId('page'), phone);
  new MyNotices(byId('page'), phone, byId('polite'));
  new MyAssignment(byId('page'), phone, byId('polite'));
  phone.personId.follow((personId) => {
    phone.setAddress({ personId });
    connect(phone, personId);
  });
  connect(phone, phone.personId.value);
  await memory.recall(phone.personId.value);
  followNetwork(phone);
  phone.outbox.start();
  install();
  phone.language.apply(document);
  document.documentElement.classList.add('is-ready');
}

start();
