/** The joint plan: every open incident that asks for somebody, the team for it, and whom to move where cover is thin. */

import { h, reconcile, setText } from '../element.js';
import { gainMinutes, planRows, sendable, sumUp, toSend, wholeTeams } from '../plan.js';
import { gradeBadge } from '../severity.js';
import { formatClock } from '../time.js';
import { AutomaticAreas } from './automatic-areas.js';
import { createTeam, incidentName, updateTeam } from './planned-team.js';
import { StandbyMoves } from './standby-moves.js';
import { whoMay } from './who-may.js';

export class JointPlanPanel {
  #sending = new Set();
  #refused = new Map();

  constructor(desk) {
    this.desk = desk;
    this.opener = h('button', {
      type: 'button',
      class: 'tool',
      i18n: 'plan.open',
      testid: 'plan-open',
      'aria-haspopup': 'dialog',
      on: { click: () => this.open() },
    });
    this.areas = new AutomaticAreas(desk);
    this.dialog = h('dialog', { class: 'measures plan', testid: 'plan', label: 'plan.title' });
    this.dialog.append(this.#head(), this.#body());
    this.dialog.addEventListener('close', () => desk.plan.leave(this));
    this.dialog.addEventListener('click', (event) => event.target === this.dialog && this.dialog.close());
    document.body.append(this.dialog);
    desk.plan.follow(() => this.dialog.open && this.render());
    desk.language.follow(() => this.dialog.open && this.render());
  }

  #head() {
    const close = h('button', { type: 'button', class: 'icon-button', label: 'close', testid: 'plan-close' }, '✕');
    close.addEventListener('click', () => this.dialog.close());
    this.asOf = h('span', { class: 'quiet' });
    return h('header', { class: 'measures-head' }, h('h2', { i18n: 'plan.title' }), this.asOf, close);
  }

  #body() {
    this.summary = h('p', { class: 'plan-summary', testid: 'plan-summary' });
    this.sendAll = h('button', { type: 'button', class: 'primary', testid: 'plan-send-all' });
    this.sendAll.addEventListener('click', () => this.#confirm(true));
    this.confirmText = h('span', { class: 'plan-confirm-text' });
    const yes = h('button', { type: 'button', class: 'primary', i18n: 'plan.confirm', testid: 'plan-send-all-confirm' });
    const no = h('button', { type: 'button', class: 'tool', i18n: 'cancel', testid: 'plan-send-all-cancel' });
    yes.addEventListener('click', () => this.#sendAll());
    no.addEventListener('click', () => this.#confirm(false));
    this.confirmBar = h('div', { class: 'plan-confirm', hidden: true }, this.confirmText, yes, no);
    this.rows = h('div', { class: 'plan-rows', testid: 'plan-rows' });
    this.nothing = h('p', { class: 'empty', testid: 'plan-nothing' });
    this.moves = new StandbyMoves(this.desk);
    const head = h('div', { class: 'plan-top' }, this.summary, this.sendAll);
    const teams = h('section', {}, head, whoMay(this.desk, 'sendPlannedTeam'), this.confirmBar, this.rows, this.nothing);
    const how = h('p', { class: 'quiet measures-note', i18n: 'plan.how' });
    return h('div', { class: 'measures-body' }, teams, this.moves.node, this.areas.node, how);
  }

  async open() {
    this.desk.language.apply(this.dialog);
    this.#refused.clear();
    this.#confirm(false);
    this.render();
    this.dialog.showModal();
    this.areas.load();
    await this.desk.plan.watch(this);
    this.render();
  }

  render() {
    const { t } = this.desk.language;
    const live = this.desk.plan.value;
    const rows = planRows(live);
    setText(this.asOf, live?.version ? t('plan.asOf', { time: formatClock(live.plan.at, this.desk.district.zone) }) : '');
    setText(this.summary, this.#summary(live, rows));
    const ready = sendable(live, this.desk.isOver);
    this.sendAll.hidden = ready.length < 2 || !this.desk.may('sendPlannedTeam');
    this.sendAll.disabled = this.#sending.size > 0;
    setText(this.sendAll, t('plan.sendAll', { n: ready.length }));
    reconcile(
      this.rows,
      rows,
      (row) => row.incidentId,
      (row) => this.#createRow(row),
      (node, row) => this.#updateRow(node, row),
    );
    this.nothing.hidden = rows.length > 0;
    setText(this.nothing, t(live?.version ? 'plan.nothing' : 'plan.none'));
    this.moves.render(live);
    this.areas.render();
  }

  #summary(live, rows) {
    const { t } = this.desk.language;
    if (!live?.version) return '';
    const parts = [t('plan.summary', { rows: rows.length, served: wholeTeams(rows) })];
    const gain = gainMinutes(live);
    if (gain > 0) parts.push(t('plan.gain', { n: gain }));
    const more = live.plan.served - live.plan.nearestServed;
    if (more > 0) parts.push(t('plan.moreServed', { n: more }));
    if (live.unlocated) parts.push(t('plan.unlocated', { n: live.unlocated }));
    if (live.leftOut) parts.push(t('plan.leftOut', { n: live.leftOut }));
    if (live.setAside) parts.push(t('plan.setAside', { n: live.setAside }));
    if (live.plan.proof !== 'OPTIMAL') parts.push(t('plan.notProved'));
    return parts.join(t('plan.between'));
  }

  #createRow(row) {
    const open = h('button', { type: 'button', class: 'plan-incident', testid: 'plan-incident' });
    open.append(h('span', { class: 'plan-grade' }), h('span', { class: 'plan-name' }));
    open.addEventListener('click', () => {
      this.dialog.close();
      this.desk.choose(row.incidentId);
    });
    const team = createTeam(this.desk, (suggestion) => this.#send([suggestion]));
    const node = h('article', { class: 'plan-row', testid: 'plan-row', data: { id: row.incidentId } }, open, team);
    return node;
  }

  #updateRow(node, row) {
    const [open, team] = node.children;
    const incident = this.desk.store.state.incidents.get(row.incidentId);
    const [grade, name] = open.children;
    if (incident && grade.dataset.grade !== incident.grade) {
      grade.dataset.grade = incident.grade;
      grade.replaceChildren(gradeBadge(incident.grade, 'solid', 18));
    }
    setText(name, incidentName(this.desk, row.incidentId));
    updateTeam(team, row, this.desk, {
      sending: this.#sending.has(row.incidentId),
      refused: this.#refused.get(row.incidentId) ?? [],
    });
  }

  #confirm(asked) {
    const ready = sendable(this.desk.plan.value, this.desk.isOver);
    const people = ready.reduce((n, row) => n + toSend(row).length, 0);
    this.confirmBar.hidden = !asked;
    setText(this.confirmText, this.desk.language.t('plan.confirmText', { n: ready.length, people }));
    if (asked) this.confirmBar.querySelector('button').focus();
  }

  #sendAll() {
    this.#confirm(false);
    return this.#send(sendable(this.desk.plan.value, this.desk.isOver));
  }

  /** One incident after another, so that the most urgent is first with the people. */
  async #send(suggestions) {
    const answers = [];
    for (const suggestion of suggestions) {
      const id = suggestion.incidentId;
      this.#sending.add(id);
      this.#refused.delete(id);
      this.render();
      const answer = await this.desk.sendTeam(suggestion);
      this.#sending.delete(id);
      if (answer) {
        answers.push(answer);
        this.#refused.set(id, answer.refused);
      }
      this.render();
    }
    const { sent, refused } = sumUp(answers);
    if (sent) this.desk.toasts.show(this.desk.language.t('plan.sent', { n: sent, incidents: answers.length }));
    if (refused.length) this.desk.toasts.show(refused[0].detail, { kind: 'refused' });
    await this.desk.plan.ask();
    this.render();
  }
}
