/** Silencing an alert: for how long and why; it speaks again by itself, or at once when the officer says so. */

import { isSnoozed, SNOOZE_MINUTES, snoozeProblem } from '../alerts.js';
import { button, h, setText } from '../element.js';
import { formatWhen } from '../time.js';
import { whoMay } from './who-may.js';

export class Snooze {
  #alert = null;
  #minutes = SNOOZE_MINUTES[0];

  constructor(desk) {
    this.desk = desk;
    this.text = h('p', { class: 'snoozed-text' });
    const undo = button('snooze.end', 'secondary', () => this.desk.unsnooze(this.#alert.id), { testid: 'unsnooze', hidden: !desk.may('unsnoozeAlert') });
    this.standing = h('div', { class: 'snoozed', testid: 'snoozed', hidden: true }, this.text, undo);
    this.node = h('section', { class: 'snooze' }, this.standing, whoMay(desk, 'snoozeAlert'), this.#form());
  }

  #form() {
    this.presets = SNOOZE_MINUTES.map((minutes) =>
      h('button', {
        type: 'button',
        class: 'chip',
        testid: `snooze-${minutes}`,
        i18n: `snooze.${minutes}`,
        data: { minutes },
        on: { click: () => this.#choose(minutes) },
      }),
    );
    this.reason = h('input', {
      maxlength: '300',
      hint: 'snooze.reason',
      label: 'snooze.reason',
      testid: 'snooze-reason',
      'aria-describedby': 'snooze-problem',
      on: { input: () => this.#complain(false) },
    });
    this.problem = h('p', { class: 'problem', id: 'snooze-problem', role: 'alert' });
    const chips = h('div', { class: 'chips', role: 'group', label: 'snooze.title' }, ...this.presets);
    const act = h('button', { class: 'primary', i18n: 'snooze.act', testid: 'snooze' });
    const row = h('div', { class: 'snooze-row' }, this.reason, act);
    const title = h('h3', { i18n: 'snooze.title' });
    const hint = h('p', { class: 'quiet snooze-hint', i18n: 'snooze.hint' });
    this.form = h('form', { class: 'snooze-form' }, title, chips, row, this.problem, hint);
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#snooze();
    });
    this.#choose(this.#minutes);
    return this.form;
  }

  #choose(minutes) {
    this.#minutes = minutes;
    for (const chip of this.presets)
      chip.setAttribute('aria-pressed', String(Number(chip.dataset.minutes) === minutes));
  }

  #complain(asking) {
    const problem = asking ? snoozeProblem(this.#minutes, this.reason.value) : null;
    setText(this.problem, problem ? this.desk.language.t(`snooze.problem.${problem}`) : '');
    return problem;
  }

  async #snooze() {
    if (this.#complain(true)) {
      this.reason.focus();
      return;
    }
    await this.desk.snooze(this.#alert.id, this.#minutes, this.reason.value.trim());
    this.reason.value = '';
  }

  /** Another alert is shown. */
  open() {
    this.reason.value = '';
    this.#complain(false);
  }

  show(alert, decision) {
    this.#alert = alert;
    const { clock, language, district } = this.desk;
    const snoozed = isSnoozed(decision, clock.now());
    this.standing.hidden = !snoozed;
    this.form.hidden = snoozed || Boolean(alert.clearedAt) || !this.desk.may('snoozeAlert');
    if (!snoozed) return;
    const time = formatWhen(decision.snoozedUntil, district.zone, clock.now()).slice(0, -3);
    setText(this.text, language.t('snooze.by', { time, who: decision.actor ?? '', reason: decision.reason ?? '' }));
  }
}
