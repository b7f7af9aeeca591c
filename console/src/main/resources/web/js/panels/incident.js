/** One incident: what it is, where it stands, and behind tabs who goes, who told us, what was done. */

import { joinedTo, survivorOf, totalReports } from '../joining.js';
import { throttle } from '../pace.js';
import { isActive } from '../steps.js';
import { DispatchPanel } from './dispatch.js';
import { DueLine } from './due-line.js';
import { HandoverPanel } from './handover.js';
import { IncidentActions } from './incident-actions.js';
import { IncidentHead } from './incident-head.js';
import { IncidentNotes } from './incident-notes.js';
import { IncidentSteps } from './incident-steps.js';
import { Tabs } from './incident-tabs.js';
import { JoinedList } from './joined.js';
import { PhotosPanel } from './photos.js';
import { ReportsPanel } from './reports.js';
import { TimelinePanel } from './timeline.js';

const RELOAD_EVERY_MILLIS = 1_000;
/** How many reports come with an incident at most. */
const REPORTS_SENT = 50;
/** Whoever runs through the list with the arrow keys asks only for where they stop. */
const SETTLED_AFTER_MILLIS = 60;

/** Reports are filed a little after the picture counts them; what is missing is asked for again. */
const isBehind = ({ reports, reportsMore }) => reportsMore > 0 && (reports?.length ?? 0) < REPORTS_SENT;

export class IncidentPanel {
  #id = null;
  #detail = null;

  constructor(root, desk) {
    this.root = root;
    this.desk = desk;
    this.reload = throttle(() => this.#load(), RELOAD_EVERY_MILLIS);
    this.head = new IncidentHead(desk);
    this.due = new DueLine(desk);
    this.steps = new IncidentSteps(desk);
    this.handover = new HandoverPanel(desk);
    this.notes = new IncidentNotes(desk);
    this.actions = new IncidentActions(desk, () => this.handover.ask(), this.notes.bar);
    this.photos = new PhotosPanel(desk);
    this.joined = new JoinedList(desk);
    this.tabs = new Tabs(['dispatch', 'reports', 'timeline']);
    const parts = [this.head, this.due, this.steps, this.actions, this.handover, this.notes, this.photos, this.joined, this.tabs];
    root.append(...parts.map((part) => part.node));
    this.dispatch = new DispatchPanel(this.tabs.pages.dispatch, desk);
    this.reports = new ReportsPanel(this.tabs.pages.reports, desk);
    this.timeline = new TimelinePanel(this.tabs.pages.timeline, desk);
    desk.selection.follow((id) => this.#open(id));
    desk.store.subscribe((state, before) => this.#changed(state, before));
    desk.corrections.follow(() => this.#render());
    desk.language.follow(() => this.#render());
    desk.clock.everySecond(() => this.#tick());
    this.#open(desk.selection.value);
  }

  #incident() {
    return this.desk.store.state.incidents.get(this.#id) ?? this.#detail?.incident ?? null;
  }

  #open(id) {
    this.#id = id;
    this.#detail = null;
    this.root.hidden = !id;
    this.head.open(id);
    this.actions.open();
    this.handover.open();
    this.notes.open();
    this.photos.open(id);
    this.dispatch.open(id);
    this.reports.open(id);
    this.timeline.open(id);
    clearTimeout(this.settling);
    if (!id || this.#leadOn()) return;
    this.tabs.toTop();
    this.#render();
    this.settling = setTimeout(() => this.#loadAll(), SETTLED_AFTER_MILLIS);
  }

  /** A link to an incident that was joined to another opens the one that stands for both. */
  #leadOn() {
    const { incidents } = this.desk.store.state;
    const stored = incidents.has(this.#id) ? null : this.#detail?.incident?.mergedInto;
    const survivor = stored ?? survivorOf(incidents, this.#id);
    if (survivor === this.#id) return false;
    const { language, toasts } = this.desk;
    toasts.show(language.t('toast.ledOn', { id: this.#id, into: survivor }));
    this.desk.selection.set(survivor);
    return true;
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
      if (this.#leadOn()) return;
      this.dispatch.detail(detail);
      this.reports.detail(detail);
      this.timeline.detail(detail);
      this.#render();
      if (isBehind(detail)) this.reload();
    } catch (problem) {
      if (id !== this.#id) return;
      this.desk.fail(problem);
      if (problem.status === 404 && !this.#incident()) this.desk.selection.set(null);
    }
  }

  #changed(state, before) {
    if (!this.#id) return;
    const incidentChanged = state.incidents.get(this.#id) !== before.incidents.get(this.#id);
    if (incidentChanged && this.#leadOn()) return;
    const assignmentsChanged = state.assignments !== before.assignments && this.#assignmentsDiffer(state, before);
    if (incidentChanged || assignmentsChanged) {
      this.#render();
      this.reload();
    } else if (this.#joinedDiffer(state, before)) {
      this.#render();
    }
    this.dispatch.changed(state, before, assignmentsChanged);
  }

  #joinedDiffer(state, before) {
    if (state.incidents === before.incidents) return false;
    const [now, then] = [state, before].map(({ incidents }) => joinedTo(incidents, this.#id));
    return now.length !== then.length || now.some((other, i) => other !== then[i]);
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
    if (!incident || !this.#id) return;
    this.root.dataset.grade = incident.grade;
    this.root.dataset.id = incident.id;
    this.head.show(incident);
    this.due.show(incident);
    this.steps.show(incident);
    this.actions.show(incident);
    this.handover.show(incident);
    this.notes.show(incident);
    this.photos.show(incident);
    this.joined.show(incident);
    this.#counts(incident);
  }

  #counts(incident) {
    const { incidents, assignments } = this.desk.store.state;
    const sent = [...assignments.values()].filter((a) => a.incidentId === this.#id && isActive(a));
    this.tabs.count('reports', totalReports(incidents, incident));
    this.tabs.count('dispatch', sent.length);
  }

  #tick() {
    const incident = this.#incident();
    if (!this.#id || !incident) return;
    this.head.tick();
    this.due.show(incident);
    this.handover.show(incident);
    this.dispatch.tick();
  }

  /** Moves the keyboard to this panel. */
  focus() {
    if (this.#id) this.head.type.focus();
  }
}
