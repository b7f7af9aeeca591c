/** What I am asked to do: the incident in large type, the way there, and the next step. */

import { button, h, reconcile, setText } from '../element.js';
import { nameIn } from '../format.js';
import { gradeBadge, markerLook } from '../severity.js';
import { assignmentSteps, isActive, responderActions, stepClasses } from '../steps.js';
import { ageSeconds, formatAgo, formatClock } from '../time.js';
import { formatCountdown } from '../due.js';
import { foreseen } from '../outbox.js';
import { answerSeconds, saidWhy } from '../reasons.js';
import { MyWay } from './my-way.js';
import { NearbyIncidents } from './nearby-incidents.js';
import { PhoneMap } from './phone-map.js';
import { PhoneReport } from './phone-report.js';
import { ReasonForm } from './reason-form.js';

/** What is asked before a step is taken: why, or what was found. */
const ASKED = {
  decline: { hint: 'responder.declineReason', confirm: 'responder.confirmDecline', needed: true },
  leave: { hint: 'responder.leaveReason', confirm: 'responder.confirmLeave', needed: true },
  done: { hint: 'responder.doneNote', confirm: 'responder.confirmDone', needed: false },
};
const FAREWELLS = {
  DONE: 'responder.finished',
  DECLINED: 'responder.declined',
  RECALLED: 'responder.recalled',
  TIMED_OUT: 'responder.timedOut',
  LEFT: 'responder.left',
};
const SOON_SECONDS = 15;
/** An offer is heard from a pocket. */
const LOUD = 1;

export class MyAssignment {
  #busy = false;
  #last = null;

  constructor(root, phone, live) {
    this.phone = phone;
    this.live = live;
    this.node = h('section', { class: 'mine', hidden: true }, this.#me(), this.#card(), this.#idle());
    root.append(this.node);
    this.map = new PhoneMap(this.mapBox, phone);
    phone.store.subscribe(() => this.render());
    phone.personId.follow(() => this.#forget());
    phone.language.follow(() => this.render());
    phone.outbox.items.follow(() => this.render());
    phone.position.state.follow(() => this.render());
    phone.position.here.follow(() => this.render());
    phone.clock.everySecond(() => this.render());
    this.render();
  }

  #me() {
    this.name = h('strong', { testid: 'me' });
    this.body = h('span', { class: 'quiet' });
    this.duty = h('span', { class: 'duty', testid: 'duty' });
    this.share = h('button', {
      type: 'button',
      class: 'tool',
      testid: 'share-position',
      on: { click: () => this.#share() },
    });
    const change = button('responder.change', 'tool', () => this.phone.personId.set(null), { testid: 'change-person' });
    // who signs in as somebody is nobody else
    change.hidden = Boolean(this.phone.session.value?.personId);
    return h(
      'div',
      { class: 'me' },
      h('div', { class: 'me-line' }, this.name, this.body, this.duty, h('span', { class: 'spring' }), change),
      this.share,
    );
  }

  #card() {
    this.badge = h('span', { class: 'offer-badge' });
    this.type = h('h2', { testid: 'offer-type' });
    this.grade = h('div', { class: 'quiet' });
    this.state = h('div', { class: 'offer-state', testid: 'assignment-state' });
    this.answer = h('div', { class: 'answer-by', testid: 'answer-by', role: 'timer' });
    this.form = new ReasonForm(this.phone.language, 'responder');
    this.text = h('p', { class: 'offer-text' });
    this.where = h('div', { class: 'offer-where', testid: 'offer-where' });
    this.way = new MyWay(this.phone, () => this.render());
    this.steps = h('ol', { class: 'assignment-steps' });
    this.mapBox = h('div', { class: 'map phone-map', testid: 'map' });
    this.buttons = h('div', { class: 'offer-buttons' });
    this.report = new PhoneReport(this.phone);
    this.others = h('p', { class: 'quiet' });
    this.card = h('article', { class: 'offer', testid: 'offer' });
    const head = h('div', { class: 'offer-head' }, this.badge, h('div', {}, this.type, this.grade));
    this.card.append(
      head,
      this.text,
      this.where,
      this.way.node,
      this.mapBox,
      this.state,
      this.answer,
      this.steps,
      this.others,
      this.form.node,
    );
    this.card.append(this.buttons, this.report.node);
    return this.card;
  }

  #idle() {
    this.farewell = h('p', { class: 'farewell', testid: 'farewell' });
    this.idle = h(
      'div',
      { class: 'idle', testid: 'idle' },
      this.farewell,
      h('h2', { i18n: 'responder.idle' }),
      h('p', { class: 'quiet', i18n: 'responder.idleHint' }),
      new NearbyIncidents(this.phone).node,
    );
    return this.idle;
  }

  #forget() {
    this.#last = null;
    this.#ask(null);
    this.render();
  }

  #mine() {
    const id = this.phone.personId.value;
    const waiting = this.phone.outbox.items.value;
    const mine = [...this.phone.store.state.assignments.values()]
      .filter((a) => a.personId === id)
      .map((a) => foreseen(a, waiting));
    return mine.sort((a, b) => (a.offeredAt < b.offeredAt ? 1 : -1));
  }

  render() {
    this.node.hidden = !this.phone.personId.value;
    if (this.node.hidden) return;
    this.#renderMe();
    const mine = this.#mine();
    const active = mine.filter(isActive);
    const assignment = active[0] ?? null;
    const ended = mine.find((a) => a.id === this.#last?.id && !isActive(a));
    this.card.hidden = !assignment;
    this.idle.hidden = Boolean(assignment);
    setText(this.farewell, ended ? this.#farewell(ended) : '');
    if (!assignment) return;
    if (assignment.id !== this.#last?.id) this.#arrived(assignment);
    this.#last = assignment;
    this.#renderCard(assignment, active.length - 1);
  }

  /** That it is over, and when somebody else ended it, who and why. */
  #farewell(ended) {
    const { t } = this.phone.language;
    const why = ended.state === 'RECALLED' ? [saidWhy(ended, t), ended.endedBy] : [];
    return [t(FAREWELLS[ended.state]), ...why].filter(Boolean).join(' · ');
  }

  #arrived(assignment) {
    this.#ask(null);
    const incident = this.phone.store.state.incidents.get(assignment.incidentId);
    const { district, language } = this.phone;
    const type = district.typeName(incident?.type, language.code);
    this.live.textContent = `${language.t('assignment.OFFERED')}: ${type} ${this.#whereText(incident)}`;
    if (assignment.state !== 'OFFERED' || assignment.waits) return;
    navigator.vibrate?.([200, 100, 200]);
    this.phone.tunes.play(incident?.grade, LOUD);
  }

  #whereText(incident) {
    const { district, language } = this.phone;
    const named = incident && (district.addressIn(language.code, incident) || district.cellIn(language.code, incident.cellId));
    return named || language.t(Number.isFinite(incident?.lat) ? 'incident.onMap' : 'incident.noPlace');
  }

  #renderMe() {
    const { language, district, position } = this.phone;
    const { t, code } = language;
    const me = this.phone.me();
    setText(this.name, me ? nameIn(code, me) : this.phone.personId.value);
    setText(this.body, me ? district.organizationName(me.organizationId, code) : '');
    setText(this.duty, me ? t(me.onDuty ? 'responder.onDuty' : 'responder.offDuty') : '');
    this.duty.classList.toggle('on', Boolean(me?.onDuty));
    const keys = { off: 'share', sharing: 'sharing', denied: 'shareDenied', offDuty: 'shareOffDuty' };
    setText(this.share, t(`responder.${keys[position.state.value]}`));
    this.share.disabled = position.state.value === 'offDuty' || position.state.value === 'denied';
    this.share.setAttribute('aria-pressed', String(position.state.value === 'sharing'));
  }

  #renderCard(assignment, others) {
    const { language, district, store, clock } = this.phone;
    const { t, code } = language;
    const incident = store.state.incidents.get(assignment.incidentId);
    const age = formatAgo(ageSeconds(assignment.offeredAt, clock.now()), language.units());
    this.card.dataset.id = assignment.id;
    this.card.dataset.state = assignment.state;
    const look = incident ? `${incident.grade}|${markerLook(incident)}` : '';
    if (incident && this.badge.dataset.look !== look)
      this.badge.replaceChildren(gradeBadge(incident.grade, markerLook(incident), 56));
    this.badge.dataset.look = look;
    setText(this.type, incident ? district.typeName(incident.type, code) : assignment.incidentId);
    setText(
      this.grade,
      [incident && t(`grade.${incident.grade}`), t(assignment.origin === 'JOINED' ? 'responder.joined' : 'responder.offeredBy', { who: assignment.assignedBy, age })]
        .filter(Boolean)
        .join(' · '),
    );
    setText(this.state, t(assignment.waits ? 'outbox.stateWaits' : 'outbox.stateIs', { state: t(`assignment.${assignment.state}`) }));
    const seconds = answerSeconds(assignment, clock.now());
    this.answer.hidden = seconds === null;
    this.answer.classList.toggle('soon', seconds !== null && seconds <= SOON_SECONDS);
    if (seconds !== null) setText(this.answer, t('responder.answerIn', { time: formatCountdown(seconds) }));
    setText(this.text, incident?.summary ?? '');
    setText(this.where, this.#whereText(incident));
    setText(this.others, others > 0 ? t('responder.others', { n: others }) : '');
    this.others.hidden = others <= 0;
    this.#renderWay(assignment, incident);
    this.#renderSteps(assignment);
    this.#renderButtons(assignment);
  }

  #renderWay(assignment, incident) {
    const me = this.phone.position.here.value ?? this.phone.me();
    const line = this.way.show(assignment, me, incident);
    this.map.show(me, incident, line);
  }

  #renderSteps(assignment) {
    const { language, district } = this.phone;
    const create = () => h('li', {}, h('span'), h('time', { class: 'step-time' }));
    reconcile(
      this.steps,
      assignmentSteps(assignment),
      (step) => step.state,
      create,
      (node, step) => {
        node.className = stepClasses(step);
        setText(node.children[0], language.t(`assignment.${step.state}`));
        setText(node.children[1], step.at ? formatClock(step.at, district.zone).slice(0, 5) : '');
      },
    );
  }

  #renderButtons(assignment) {
    const { t } = this.phone.language;
    const create = (step) => {
      const node = h('button', { type: 'button', testid: `responder-${step}` });
      node.addEventListener('click', () => (step in ASKED ? this.#ask(step) : this.#take(step)));
      return node;
    };
    const steps = responderActions(assignment.state);
    reconcile(
      this.buttons,
      steps,
      (step) => step,
      create,
      (node, step) => {
        node.className = step === steps[0] ? 'next-step' : 'other-step';
        setText(node, t(`responder.${step}`));
        node.disabled = this.#busy && !this.phone.offline.value;
      },
    );
    this.buttons.hidden = this.form.isOpen;
    this.report.show(assignment);
    this.form.render();
  }

  #ask(step) {
    if (!step) {
      this.form.close();
      return;
    }
    this.form.ask(step, {
      ...ASKED[step],
      onSay: (said) => this.#take(step, said),
      onClose: () => this.render(),
    });
    this.render();
  }

  async #take(step, said) {
    const id = this.#last.id;
    this.#busy = true;
    this.render();
    const { note, reason } = said ?? {};
    const taken = this.phone.act({ kind: 'step', step, note, reason, assignmentId: id, chain: id });
    this.#ask(null);
    await taken;
    this.#busy = false;
    this.render();
  }

  #share() {
    const { position } = this.phone;
    if (position.state.value === 'sharing') {
      position.allowedBefore = false;
      position.stop();
    } else {
      position.start();
    }
  }
}
