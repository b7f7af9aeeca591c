/** What an incident waits for, and who is told when it does not happen: running down, or over and by how much. */

import { isOpen } from '../attention.js';
import { dueState, formatCountdown } from '../due.js';
import { h, setAttribute, setText } from '../element.js';

/** `签收 0:42`, `签收 超时 1:20`. */
export function dueText(due, { t }) {
  const time = formatCountdown(due.seconds);
  return t(due.overdue ? 'due.over' : 'due.left', { stage: t(`due.${due.stage}`), time });
}

/** Who was told already and who is told next, as one sentence. */
export function nextTold(due, { t }) {
  const parts = [];
  if (due.told > 0) parts.push(t('due.told', { who: t(`rung.${due.rung}`), n: due.told }));
  if (due.nextSeconds !== null) {
    const who = t(due.nextRung === null ? 'rung.above' : `rung.${due.nextRung}`);
    const key = due.nextSeconds > 0 ? 'due.next' : 'due.nextNow';
    parts.push(t(key, { who, time: formatCountdown(due.nextSeconds) }));
  }
  return parts.join(' · ');
}

/** The edition as it names itself; what is set here and in no norm is said in the language. */
export function normText(norm, { t }) {
  return norm === 'local setting' ? t('norm.local') : (norm ?? '');
}

export class DueLine {
  constructor(desk) {
    this.desk = desk;
    this.what = h('strong', { class: 'due-what' });
    this.who = h('span', { class: 'due-who' });
    this.norm = h('span', { class: 'due-norm', tabindex: '0', i18n: 'due.basis', testid: 'due-norm' });
    this.node = h('div', { class: 'due-line', testid: 'due', hidden: true }, this.what, this.who, this.norm);
  }

  show(incident) {
    const { language, clock } = this.desk;
    const due = incident && isOpen(incident) ? dueState(incident.due, clock.now(), incident.grade) : null;
    this.node.hidden = !due;
    if (!due) return;
    this.node.classList.toggle('overdue', due.overdue);
    this.node.classList.toggle('soon', due.soon);
    this.node.dataset.stage = due.stage;
    setText(this.what, dueText(due, language));
    setText(this.who, nextTold(due, language));
    this.norm.hidden = !incident.due.norm;
    const norm = language.t('due.norm', { norm: normText(incident.due.norm, language) });
    setAttribute(this.norm, 'title', norm);
    setAttribute(this.norm, 'aria-label', norm);
  }
}
