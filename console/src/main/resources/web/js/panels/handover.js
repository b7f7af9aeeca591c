/** Another department: handing an incident over, and what becomes of it there, with the department's own clock. */

import { isOpen } from '../attention.js';
import { formatCountdown } from '../due.js';
import { button, h, reconcile, setText } from '../element.js';
import { handedOver, handoverClock, handoverSteps, reasonFor, TARGETS } from '../handover.js';
import { nameIn } from '../format.js';
import { formatWhen } from '../time.js';
import { Picker } from './picker.js';
import { ReasonForm } from './reason-form.js';

export class HandoverPanel {
  #incident = null;

  constructor(desk) {
    this.desk = desk;
    this.what = h('strong', { class: 'due-what', testid: 'handover-state' });
    this.clock = h('span', { class: 'due-who', testid: 'handover-clock' });
    this.said = h('div', { class: 'quiet', testid: 'handover-said' });
    this.steps = h('div', { class: 'handover-steps' });
    this.form = new ReasonForm(desk.language, 'handover');
    this.box = h('div', { class: 'handover', testid: 'handover', hidden: true });
    this.box.append(h('div', { class: 'handover-line' }, this.what, this.clock), this.said, this.steps);
    this.target = h('select', { testid: 'handover-target', label: 'handover.target' });
    this.target.append(...TARGETS.map(([name, minutes]) => this.#option(name, minutes)));
    this.more = h('label', { class: 'tries quiet', hidden: true }, h('span', { i18n: 'handover.putOffBy' }), this.#hours());
    this.picker = this.#departments();
    this.node = h('div', { class: 'handover-box' }, this.box, this.more, this.form.node, this.picker.node);
  }

  #option(name, minutes) {
    return h('option', { value: minutes ?? '', i18n: `handover.target.${name}` });
  }

  #hours() {
    this.extension = h('select', { testid: 'handover-more' });
    this.extension.append(...TARGETS.filter(([, minutes]) => minutes).map(([name, m]) => this.#option(name, m)));
    return this.extension;
  }

  #departments() {
    const target = h('label', { class: 'tries quiet' }, h('span', { i18n: 'handover.target' }), this.target);
    this.reason = h('input', { maxlength: '500', hint: 'handover.reason', label: 'handover.reason' });
    this.reason.dataset.testid = 'handover-reason';
    return new Picker(this.desk, {
      hint: 'handover.search',
      testid: 'handover-picker',
      extra: [h('div', { class: 'handover-how' }, target, this.reason)],
      find: (query) => this.#found(query),
      onPick: (item) => this.#handOver(item.id),
    });
  }

  #found(query) {
    const { district, language } = this.desk;
    const wanted = query.toLowerCase();
    return district.organizations
      .map((body) => ({ id: body.id, text: nameIn(language.code, body), note: language.t(`body.${body.kind}`) }))
      .filter(({ id, text }) => `${id} ${text}`.toLowerCase().includes(wanted));
  }

  /** Another incident is shown. */
  open() {
    this.form.close();
    this.more.hidden = true;
    this.picker.close();
  }

  /** Asks which department; again closes that. */
  ask() {
    if (this.picker.isOpen) this.picker.close();
    else this.picker.open();
  }

  show(incident) {
    this.#incident = incident;
    const { handover } = incident;
    this.box.hidden = !handover;
    this.form.render();
    if (handedOver(incident) || !isOpen(incident)) this.picker.close();
    if (!handover) return;
    const { language, district, clock } = this.desk;
    const body = district.organizationName(handover.organizationId, language.code);
    this.box.dataset.state = handover.state;
    setText(this.what, `${language.t(`handover.${handover.state}`)} · ${body}`);
    this.#renderClock(handover, handedOver(incident));
    setText(this.said, this.#saying(handover, clock.now()));
    this.#renderSteps(isOpen(incident) && this.desk.may('advanceHandover') ? handoverSteps(handover) : []);
  }

  #renderClock(handover, running) {
    const { language, clock } = this.desk;
    const { seconds, overdue } = handoverClock(handover, clock.now());
    this.box.classList.toggle('overdue', running && overdue);
    const time = formatCountdown(seconds);
    const told = handover.rung ? language.t('handover.told', { who: language.t(`rung.${handover.rung}`) }) : '';
    const left = running ? language.t(overdue ? 'handover.over' : 'handover.left', { time }) : '';
    setText(this.clock, [left, told].filter(Boolean).join(' · '));
  }

  #saying(handover, now) {
    const { language, district } = this.desk;
    const who = handover.endedBy ?? handover.acceptedBy ?? handover.handedBy;
    const at = formatWhen(handover.endedAt ?? handover.acceptedAt ?? handover.handedAt, district.zone, now);
    const times = [
      handover.extensions && language.t('handover.extended', { n: handover.extensions }),
      handover.urged && language.t('handover.urged', { n: handover.urged }),
    ];
    return [`${who} ${at}`, handover.reason, ...times].filter(Boolean).join(' · ');
  }

  #renderSteps(steps) {
    this.steps.hidden = steps.length === 0;
    reconcile(
      this.steps,
      steps,
      (step) => step,
      (step) => button(`handover.step.${step}`, 'recall', () => this.#step(step), { testid: `handover-${step}` }),
      (node, step) => setText(node, this.desk.language.t(`handover.step.${step}`)),
    );
  }

  #step(step) {
    const said = reasonFor(step);
    if (!said) {
      this.#take(step, {});
      return;
    }
    this.more.hidden = step !== 'extend';
    this.form.ask('words', {
      hint: said === 'free' ? 'handover.note' : 'handover.reason',
      confirm: `handover.step.${step}`,
      needed: said === 'needed',
      onSay: ({ note }) => {
        const minutes = step === 'extend' ? Number(this.extension.value) : null;
        this.form.close();
        this.#take(step, { reason: note, minutes });
      },
      onClose: () => (this.more.hidden = true),
    });
  }

  #take(step, said) {
    this.desk.attempt(async () => {
      const incident = await this.desk.api.handoverStep(this.#incident.id, step, said);
      this.desk.store.dispatch({ kind: 'answer', incidents: [incident] });
    });
  }

  #handOver(organizationId) {
    const minutes = Number(this.target.value) || null;
    const reason = this.reason.value.trim();
    this.desk.attempt(async () => {
      const incident = await this.desk.api.handOver(this.#incident.id, organizationId, minutes, reason);
      this.desk.store.dispatch({ kind: 'answer', incidents: [incident] });
      this.reason.value = '';
    });
  }
}
