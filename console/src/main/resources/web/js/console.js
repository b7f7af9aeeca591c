/** The duty officer's page: wires transport, store and panels together. Nothing is decided here. */

import { createApi } from './api.js';
import { isAreaWide, cellsOf } from './alerts.js';
import { isOpen } from './attention.js';
import { createCorrections } from './corrections.js';
import { createCover } from './cover.js';
import { readDistrict } from './district.js';
import { byId } from './element.js';
import { nameIn } from './format.js';
import { createLanguage, firstLanguage } from './i18n/language.js';
import { followKeys } from './keys.js';
import { officerActs } from './officer-acts.js';
import { AlertsPanel } from './panels/alerts.js';
import { AttentionPanel } from './panels/attention.js';
import { MapPanel } from './panels/map.js';
import { Sounds } from './panels/sounds.js';
import { inTurn } from './pace.js';
import { createPlanFeed } from './plan-feed.js';
import { Toasts } from './panels/toasts.js';
import { TopBar } from './panels/topbar.js';
import { remembered } from './preferences.js';
import { sentenceOf } from './problem.js';
import { administers, liveProtocols, worksOnTheFloor } from './session.js';
import { createShift } from './shift.js';
import { letIn } from './signing-in.js';
import { createStore } from './store.js';
import { createSubject } from './subject.js';
import { followTheme, readPalette } from './theme.js';
import { formatWhen, ServerClock } from './time.js';
import { LiveLink, liveUrl } from './transport.js';
import { parseUrlState, writeUrlState } from './url-state.js';

/** So long list and map are left alone with the processor when the first picture has come. */
const PAINTING_MILLIS = 250;

/** So long the first picture is waited for before all else is loaded. */
const NO_PICTURE_MILLIS = 3_000;

function createDesk() {
  const address = parseUrlState(location.search);
  const chosen = remembered('language', '', ['zh', 'en']);
  const language = createLanguage(firstLanguage(address.language, chosen.value, navigator.language));
  const officer = createSubject('');
  const clock = new ServerClock();
  const seconds = new Set();
  setInterval(() => seconds.forEach((task) => inTurn(task)), 1000);
  const themeFollowers = new Set();
  const desk = {
    address,
    language,
    officer,
    store: createStore(),
    api: createApi({ language: () => language.code, onSignedOut: () => desk.signedOut?.(), onDenied: () => desk.lookAgain?.() }),
    clock: Object.assign(clock, { everySecond: (task) => seconds.add(task) }),
    district: readDistrict(null),
    selection: createSubject(address.incidentId),
    alertSelection: createSubject(address.incidentId ? null : address.alertId),
    area: createSubject(address.area),
    hover: createSubject(null),
    hoverPerson: createSubject(null),
    hoverAlert: createSubject(null),
    layers: Object.fromEntries(Object.entries(address.layers).map(([name, shown]) => [name, createSubject(shown)])),
    corrections: createCorrections(),
    filter: createSubject(address.filter ?? 'open'),
    query: createSubject(address.query ?? ''),
    singleKeys: remembered('keys', 'on', ['on', 'off']),
    order: remembered('order', 'waiting', ['waiting', 'newest']),
    linkStatus: createSubject({ phase: 'connecting', stale: false, silentMillis: 0, retryInMillis: null }),
    onTheme: (task) => themeFollowers.add(task),
  };
  if (address.order) desk.order.set(address.order);
  desk.plan = createPlanFeed(desk.api);
  language.follow((code) => {
    chosen.set(code);
    document.documentElement.lang = code === 'zh' ? 'zh-Hans' : 'en';
    language.apply(document);
  });
  document.documentElement.lang = language.code === 'zh' ? 'zh-Hans' : 'en';
  desk.theme = followTheme(() => {
    desk.palette = readPalette();
    themeFollowers.forEach((task) => task());
  });
  Object.assign(desk, actions(desk), alertWords(desk));
  return Object.assign(desk, officerActs(desk));
}

/** How an alert is called, and where it is. */
function alertWords(desk) {
  const { language } = desk;
  return {
    alertTitle(alert) {
      if (alert.alertKind === 'FEED') return language.t('alert.feed', { source: alert.words?.[0] ?? '' });
      const type = desk.district.typeName(alert.topic, language.code);
      const title = { NEW_TOPIC: 'alert.newTopic', MATTER: 'alert.matter' }[alert.alertKind];
      if (!title || !alert.words?.length) return type;
      return language.t(title, { type, words: alert.words.slice(0, 3).join(language.t('comma')) });
    },
    alertPlace(alert) {
      if (isAreaWide(alert)) return language.t('alert.wholeArea');
      const cells = cellsOf(alert);
      const place = desk.placeOfCell(cells[0]);
      return cells.length > 1 ? language.t('alert.cells', { place, n: cells.length }) : place;
    },
  };
}

/** What panels ask of the desk as a whole. */
function actions(desk) {
  const sentence = (problem) => sentenceOf(problem, desk.language.t);
  const fail = (problem) => {
    if (problem.status === undefined) console.error(problem);
    desk.toasts.show(sentence(problem), { kind: 'refused' });
  };
  const attempt = async (task) => {
    try {
      await task();
    } catch (problem) {
      fail(problem);
    }
  };
  return {
    sentence,
    fail,
    attempt,
    recall: (assignmentId, said) =>
      attempt(async () => {
        const assignment = await desk.api.advance(assignmentId, 'recall', said);
        desk.store.dispatch({ kind: 'answer', assignments: [assignment] });
        desk.toasts.show(desk.language.t('toast.recalled', { name: desk.personName(assignment.personId) }));
      }),
    undoSend: (assignmentId) =>
      attempt(async () => {
        const assignment = await desk.api.advance(assignmentId, 'undo');
        desk.store.dispatch({ kind: 'answer', assignments: [assignment] });
        desk.toasts.show(desk.language.t('toast.undone', { name: desk.personName(assignment.personId) }));
      }),
    /** With a way back, for whoever closed the wrong one. */
    tellClosed(incidentId) {
      const action = desk.may('reopenIncident') && { key: 'incident.reopen', run: () => desk.reopen(incidentId) };
      desk.toasts.show(desk.language.t('toast.closed', { id: incidentId }), { action });
    },
    reopen: (incidentId) =>
      attempt(async () => {
        const incident = await desk.api.reopen(incidentId);
        desk.store.dispatch({ kind: 'answer', incidents: [incident] });
        desk.toasts.show(desk.language.t('toast.reopened', { id: incidentId }));
      }),
    stopList: (assignmentId) =>
      attempt(async () => {
        const assignment = await desk.api.advance(assignmentId, 'stop-list');
        desk.store.dispatch({ kind: 'answer', assignments: [assignment] });
      }),
    personName: (id) => nameIn(desk.language.code, desk.store.state.people.get(id) ?? { id }),
    placeOfCell: (cellId) => desk.district.cellIn(desk.language.code, cellId),
    /** Its address in the officer's language, as far as the district knows names in it. */
    addressOf: (incident) => desk.district.addressIn(desk.language.code, incident),
    whereOf: (incident) => desk.addressOf(incident) || desk.placeOfCell(incident.cellId),
    isOver(incidentId) {
      const incident = desk.store.state.incidents.get(incidentId);
      return incident ? !isOpen(incident) : false;
    },
    /** Opens an incident, or takes it as the answer when the officer was asked to point at one. */
    pickOrSelect(incidentId) {
      if (desk.map.pick.takeIncident(incidentId)) return;
      desk.selection.set(incidentId);
    },
    choose(incidentId) {
      desk.pickOrSelect(incidentId);
      const incident = desk.store.state.incidents.get(incidentId);
      if (incident) desk.map.show(incident.lat, incident.lon, false);
    },
    chooseAlert(alertId) {
      desk.alertSelection.set(alertId);
      const alert = desk.store.state.alerts.get(alertId);
      if (alert) desk.map.show(alert.lat, alert.lon, false);
    },
    showOnMap: (lat, lon, close) => desk.map.show(lat, lon, close),
    focusDetail: () => desk.whole.then(() => desk.incidentPanel.focus()),
    isSnoozed: (incident) => desk.shift.isSnoozed(incident.id),
    when: (instant) => (instant ? formatWhen(instant, desk.district.zone, desk.clock.now()) : ''),
    /** What was put off speaks again. */
    snoozeEnded(incidentIds) {
      const open = incidentIds.filter((id) => desk.store.state.incidents.has(id) && !desk.isOver(id));
      if (!open.length) return;
      const action = { key: 'putOff.show', run: () => desk.choose(open[0]) };
      desk.toasts.show(desk.language.t('putOff.ended', { id: open[0], n: open.length }), { action });
      const grades = open.map((id) => desk.store.state.incidents.get(id).grade);
      desk.sounds?.sound(grades.sort()[0]);
    },
    setAddress(change) {
      Object.assign(desk.address, change);
      history.replaceState(null, '', location.pathname + writeUrlState(location.search, desk.address));
    },
  };
}

function followAddress(desk) {
  desk.selection.follow((incidentId) => {
    if (incidentId) {
      desk.alertSelection.set(null);
      desk.cover.tab.set(null);
    }
    desk.setAddress({ incidentId });
  });
  desk.alertSelection.follow((alertId) => {
    if (alertId) {
      desk.selection.set(null);
      desk.cover.tab.set(null);
    }
    desk.setAddress({ alertId });
  });
  desk.cover.tab.follow((tab) => {
    if (!tab) return;
    desk.selection.set(null);
    desk.alertSelection.set(null);
  });
  for (const [name, layer] of Object.entries(desk.layers)) {
    layer.follow((shown) => desk.setAddress({ layers: { ...desk.address.layers, [name]: shown } }));
  }
  desk.language.follow((language) => desk.setAddress({ language }));
  for (const name of ['filter', 'query', 'order', 'area']) desk[name].follow((value) => desk.setAddress({ [name]: value }));
}

function connect(desk) {
  desk.link = new LiveLink({
    urlFor: (resume) => liveUrl(location, {}, resume),
    protocols: async () => liveProtocols(await desk.api.liveTicket()),
    resumeSeq: () => desk.store.state.seq,
    view: () => desk.map?.box() ?? null,
    onMessage: (message) => {
      desk.clock.learn(message.asOf);
      desk.store.dispatch(message);
    },
    onStatus: (status) => desk.linkStatus.set(status),
    onTurnedOut: () => desk.lookAgain(),
  }).start();
  window.addEventListener('online', () => desk.link.retryNow());
  document.addEventListener('visibilitychange', () => document.hidden || desk.link.retryNow());
}

/** Once list and map show the picture, or none has come for a while. */
const pictured = (desk) =>
  new Promise((done) => {
    const unfollow = desk.store.subscribe(() => {
      unfollow();
      inTurn(() => setTimeout(done, PAINTING_MILLIS));
    });
    setTimeout(done, NO_PICTURE_MILLIS);
  });

/** What the first picture needs comes first: all else is loaded while an officer looks at it. */
async function addAllElse(desk) {
  await pictured(desk);
  try {
    const { addRest } = await import('./desk-rest.js');
    addRest(desk);
  } catch (problem) {
    console.error(problem);
    const action = { key: 'page.again', run: () => location.reload() };
    desk.toasts.show(desk.language.t('page.halfLoaded'), { kind: 'refused', action });
  }
}

async function loadDistrict(desk) {
  try {
    desk.district = readDistrict(await desk.api.district());
  } catch (problem) {
    desk.fail(problem);
  }
}

async function start() {
  const desk = createDesk();
  desk.toasts = new Toasts(byId('toasts'), desk.language);
  const session = await letIn(desk);
  if (!worksOnTheFloor(session)) {
    location.replace(administers(session) ? '/admin' : '/responder');
    return;
  }
  desk.may = desk.session.may;
  desk.officer.set(desk.session.value.name);
  desk.session.follow((session) => session.signedIn && desk.officer.set(session.name));
  connect(desk);
  await loadDistrict(desk);
  if (new URLSearchParams(location.search).has('kiosk')) {
    const { startWall } = await import('./wall-page.js');
    startWall(desk);
    return;
  }
  desk.shift = createShift(desk);
  desk.cover = createCover(desk);
  desk.sounds = new Sounds(desk);
  new TopBar(byId('topbar'), desk);
  desk.alerts = new AlertsPanel(byId('alerts'), desk);
  desk.attention = new AttentionPanel(byId('attention'), desk);
  desk.map = new MapPanel(byId('map'), desk);
  desk.map.tellView();
  desk.whole = addAllElse(desk);
  followKeys(desk);
  followAddress(desk);
  desk.store.subscribe((state, before) => {
    if (state.incidents !== before.incidents) desk.corrections.settle(state.incidents);
  });
  desk.language.apply(document);
  await desk.whole;
  document.documentElement.classList.add('is-ready');
}

start();
