/** One incident: what it is, where it stands, and behind tabs who goes, who told us, what was done. */

import { isOpen, isUnacknowledged } from '../attention.js';
import { button, h, reconcile, setText } from '../element.js';
import { throttle } from '../pace.js';
import { gradeBadge, markerLook } from '../severity.js';
import { incidentSteps, isActive, stepClasses } from '../steps.js';
import { ageSeconds, formatAge, formatClock, formatDateTime } from '../time.js';
import { DispatchPanel } from './dispatch.js';
import { ReportsPanel } from './reports.js';
import { TimelinePanel } from './timeline.js';

const RELOAD_EVERY_MILLIS = 1_000;
/** Whoever runs through the list with the arrow keys asks only for where they stop. */
const SETTLED_AFTER_MILLIS = 60;
const TABS = ['dispatch', 'reports', 'timeline'];

export class IncidentPanel {
  #id = null;
  #detail = null;
  #tab = 'dispatch';

  constructor(root, desk) {
    this.root = root;
    this.desk = desk;
    this.reload = throttle(() => this.#load(), RELOAD_EVERY_MILLIS);
    root.append(this.#header(), this.#stepper(), this.#actions(), this.#tabs());
    this.dispatch = new DispatchPanel(this.pages.dispatch, desk);
    this.reports = new ReportsPanel(this.pages.reports, desk);
    this.timeline = new TimelinePanel(this.pages.timeline, desk);
    desk.selection.follow((id) => this.#open(id));
    desk.store.subscribe((state, before) => this.#changed(state, before));
    desk.language.follow(() => this.#render());
    desk.clock.everySecond(() => this.#tick());
    this.#open(desk.selection.value);
  }

  #incident() {
    return this.desk.store.state.incidents.get(this.#id) ?? this.#detail?.incident ?? null;
  }

  #header() {
    this.badge = h('span', { class: 'incident-badge' });
    this.type = h('h2', { tabindex: '-1', testid: 'incident-type' });
    this.idText = h('span', { class: 'incident-id', testid: 'incident-id' });
    this.stateText = h('span', { class: 'incident-state', testid: 'incident-state' });
    this.summary = h('p', { class: 'incident-summary', testid: 'incident-summary' });
    this.where = h('button', {
      type: 'button',
      class: 'incident-where',
      tip: 'incident.locate',
      testid: 'locate',
      on: { click: () => this.#locate() },
    });
    this.when = h('span', { class: 'incident-when' });
    const close = h(
      'button',
      {
        type: 'button',
        class: 'icon-button',
        label: 'close',
        testid: 'incident-panel-close',
        on: { click: () => this.desk.selection.set(null) },
      },
      '✕',
    );
    const heading = h(
      'div',
      { class: 'incident-heading' },
      this.badge,
      h('div', {}, this.type, h('div', { class: 'incident-line' }, this.stateText, this.idText)),
      close,
    );
    return h(
      'header',
      { class: 'incident-head' },
      heading,
      this.summary,
      h('div', { class: 'incident-facts' }, this.where, this.when),
    );
  }

  #stepper() {
    this.steps = h('ol', { class: 'stepper', label: 'incident.steps', testid: 'stepper' });
    return this.steps;
  }

  #actions() {
    this.acknowledge = button('incident.acknowledge', 'primary', () => this.#acknowledge(), { testid: 'acknowledge' });
    this.acknowledgedBy = h('span', { class: 'acknowledged-by', testid: 'acknowledged-by' });
    this.close = button('incident.close', 'secondary', () => this.#askClose(true), { testid: 'close-incident' });
    this.closeNote = h('input', {
      maxlength: '500',
      hint: 'incident.closeNote',
      label: 'incident.closeNote',
      testid: 'close-note',
    });
    const form = h(
      'form',
      { class: 'close-form', hidden: true, testid: 'close-form' },
      this.closeNote,
      h('button', { class: 'primary', i18n: 'incident.closeConfirm', testid: 'close-confirm' }),
      button('cancel', 'secondary', () => this.#askClose(false)),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#closeIncident();
    });
    this.closeForm = form;
    this.actionBar = h('div', { class: 'actions' }, this.acknowledge, this.acknowledgedBy, this.close);
    return h('div', { class: 'actions-box' }, this.actionBar, form);
  }

  #tabs() {
    this.pages = {};
    this.tabButtons = {};
    const bar = h('div', { class: 'tabs', role: 'tablist' });
    const body = h('div', { class: 'tab-body' });
    for (const name of TABS) {
      this.tabButtons[name] = h('button', {
        type: 'button',
        role: 'tab',
        id: `tab-${name}`,
        class: 'tab',
        testid: `tab-${name}`,
        'aria-controls': `page-${name}`,
        on: { click: () => this.#showTab(name), keydown: (event) => this.#tabKey(event) },
      });
      this.tabButtons[name].append(h('span', { i18n: `tab.${name}` }), h('span', { class: 'tab-count' }));
      this.pages[name] = h('div', {
        role: 'tabpanel',
        id: `page-${name}`,
        class: 'page',
        'aria-labelledby': `tab-${name}`,
      });
      bar.append(this.tabButtons[name]);
      body.append(this.pages[name]);
    }
    this.tabBody = body;
    this.#showTab('dispatch');
    return h('div', { class: 'tab-box' }, bar, body);
  }

  #showTab(name) {
    this.#tab = name;
    for (const other of TABS) {
      const shown = other === name;
      this.tabButtons[other].setAttribute('aria-selected', String(shown));
      this.tabButtons[other].tabIndex = shown ? 0 : -1;
      this.pages[other].hidden = !shown;
    }
    if (this.tabBody) this.tabBody.scrollTop = 0;
  }

  #tabKey(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = TABS[(TABS.indexOf(this.#tab) + step + TABS.length) % TABS.length];
    this.#showTab(next);
    this.tabButtons[next].focus();
  }

  #open(id) {
    this.#id = id;
    this.#detail = null;
    this.root.hidden = !id;
    document.documentElement.classList.toggle('has-selection', Boolean(id));
    this.#askClose(false);
    this.dispatch.open(id);
    this.reports.open(id);
    this.timeline.open(id);
    clearTimeout(this.settling);
    if (!id) return;
    this.tabBody.scrollTop = 0;
    this.#render();
    this.settling = setTimeout(() => this.#loadAll(), SETTLED_AFTER_MILLIS);
  }

  #loadAll() {
    this.#load();
    this.dispatch.load();
  }

  async #load() {
    const id = this.#id;
    if (!id) return;
    try {
      const detail = await this.desk.api.incident(id);
      if (id !== this.#id) return;
      this.#detail = detail;
      this.dispatch.detail(detail);
      this.reports.detail(detail);
      this.timeline.detail(detail);
      this.#render();
    } catch (problem) {
      if (id !== this.#id) return;
      this.desk.fail(problem);
      if (problem.status === 404 && !this.#incident()) this.desk.selection.set(null);
    }
  }

  #changed(state, before) {
    if (!this.#id) return;
    const incidentChanged = state.incidents.get(this.#id) !== before.incidents.get(this.#id);
    const assignmentsChanged = state.assignments !== before.assignments && this.#assignmentsDiffer(state, before);
    if (incidentChanged || assignmentsChanged) {
      this.#render();
      this.reload();
    }
    this.dispatch.changed(state, before, assignmentsChanged);
  }

  #assignmentsDiffer(state, before) {
    for (const [id, assignment] of state.assignments) {
      if (assignment.incidentId === this.#id && before.assignments.get(id) !== assignment) return true;
    }
    return false;
  }

  #render() {
    const incident = this.#incident();
    this.root.classList.toggle('loading', !incident);
    if (!incident) {
      setText(this.idText, this.#id ?? '');
      return;
    }
    const { language, district } = this.desk;
    const { t } = language;
    this.root.dataset.grade = incident.grade;
    this.root.dataset.id = incident.id;
    this.badge.replaceChildren(gradeBadge(incident.grade, markerLook(incident), 46));
    setText(this.type, district.typeName(incident.type, language.code));
    setText(this.stateText, `${t(`grade.${incident.grade}`)} · ${t(`state.${incident.state}`)}`);
    this.stateText.dataset.state = incident.state;
    setText(this.idText, incident.id);
    setText(this.summary, incident.summary ?? '');
    const place = this.desk.placeOfCell(incident.cellId);
    setText(this.where, [incident.address, place].filter(Boolean).join(' · ') || t('incident.noPlace'));
    this.where.disabled = !Number.isFinite(incident.lat);
    this.#renderSteps(incident);
    this.#renderActions(incident);
    this.#renderCounts(incident);
    this.#tick();
  }

  #renderSteps(incident) {
    const { language, district } = this.desk;
    const create = () =>
      h(
        'li',
        {},
        h('span', { class: 'step-dot' }),
        h('span', { class: 'step-name' }),
        h('time', { class: 'step-time' }),
      );
    reconcile(
      this.steps,
      incidentSteps(incident),
      (step) => step.state,
      create,
      (node, step) => {
        node.className = `step ${stepClasses(step)}`;
        node.dataset.step = step.state;
        if (step.current) node.setAttribute('aria-current', 'step');
        else node.removeAttribute('aria-current');
        setText(node.children[1], language.t(`step.${step.state}`));
        setText(node.children[2], step.at ? formatClock(step.at, district.zone) : '');
        node.title = step.at ? formatDateTime(step.at, district.zone) : '';
      },
    );
  }

  #renderActions(incident) {
    const { t } = this.desk.language;
    this.acknowledge.hidden = !isUnacknowledged(incident);
    setText(
      this.acknowledgedBy,
      incident.acknowledgedBy ? t('incident.acknowledgedBy', { who: incident.acknowledgedBy }) : '',
    );
    const bound = [...this.desk.store.state.assignments.values()].some((a) => a.incidentId === this.#id && isActive(a));
    this.close.hidden = !isOpen(incident) || isUnacknowledged(incident) || bound;
    this.close.className = incident.state === 'REPORTED_BACK' ? 'primary' : 'secondary';
    if (this.close.hidden) this.#askClose(false);
    this.actionBar.hidden = this.acknowledge.hidden && this.close.hidden && !this.acknowledgedBy.textContent;
  }

  #renderCounts(incident) {
    setText(this.tabButtons.reports.lastChild, String(incident.reportCount ?? ''));
    const sent = [...this.desk.store.state.assignments.values()].filter(
      (a) => a.incidentId === this.#id && isActive(a),
    );
    setText(this.tabButtons.dispatch.lastChild, sent.length ? String(sent.length) : '');
  }

  #tick() {
    const incident = this.#incident();
    if (!this.#id || !incident) return;
    const { language, district, clock } = this.desk;
    const until = isOpen(incident) ? clock.now() : Date.parse(incident.closedAt ?? incident.updatedAt);
    const age = formatAge(ageSeconds(incident.openedAt, until), language.units());
    const time = formatClock(incident.openedAt, district.zone);
    setText(
      this.when,
      isOpen(incident) ? language.t('incident.opened', { time, age }) : language.t('incident.took', { time, age }),
    );
    this.when.title = formatDateTime(incident.openedAt, district.zone);
    this.dispatch.tick();
  }

  /** Moves the keyboard to this panel. */
  focus() {
    if (this.#id) this.type.focus();
  }

  #locate() {
    const incident = this.#incident();
    if (incident) this.desk.showOnMap(incident.lat, incident.lon, true);
  }

  async #acknowledge() {
    this.acknowledge.disabled = true;
    await this.desk.attempt(async () => {
      const incident = await this.desk.api.acknowledge(this.#id);
      this.desk.store.dispatch({ kind: 'answer', incidents: [incident] });
    });
    this.acknowledge.disabled = false;
  }

  #askClose(asking) {
    this.closeForm.hidden = !asking;
    this.actionBar.classList.toggle('asking', asking);
    if (asking) this.closeNote.focus();
    else this.closeNote.value = '';
  }

  async #closeIncident() {
    await this.desk.attempt(async () => {
      const incident = await this.desk.api.close(this.#id, this.closeNote.value.trim());
      this.desk.store.dispatch({ kind: 'answer', incidents: [incident] });
      this.#askClose(false);
      this.desk.toasts.show(this.desk.language.t('toast.closed', { id: incident.id }));
    });
  }
}
