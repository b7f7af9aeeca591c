/** Who could be sent, the soonest first, each with the reasons; holds still while the pointer is over it. */

import { h, reconcile, setText } from '../element.js';
import { formatAge, formatClock } from '../time.js';
import { nameIn } from '../format.js';
import { throttle } from '../pace.js';
import { remembered } from '../preferences.js';
import { secondsBehind } from '../team.js';
import { createCandidate, updateCandidate } from './candidate-row.js';
import { TeamCard } from './team-card.js';
import { whoMay } from './who-may.js';
import { WhyNot } from './why-not.js';

const LISTED = 8;
const REFRESH_EVERY_MILLIS = 2_500;
const CONFLICT_SHOWN_MILLIS = 12_000;
const BEHIND_SHOWN_SECONDS = 10;
/** How many are asked at most; 1 when only the one who is chosen. */
const TRIES = ['1', '3', '5', '10'];

export class CandidateList {
  #id = null;
  #answer = null;
  #failed = null;
  #held = false;
  #wanted = false;
  #sending = new Set();
  #conflicts = new Map();

  constructor(desk) {
    this.desk = desk;
    this.needs = h('div', { class: 'needs', testid: 'needs' });
    this.team = new TeamCard(desk);
    this.missing = h('p', { class: 'missing', testid: 'missing' });
    this.tries = remembered('tries', '1', TRIES);
    this.title = h('h3', { i18n: 'candidates.title' });
    this.computed = h('span', { class: 'quiet' });
    this.note = h('p', { class: 'empty', testid: 'candidates-note' });
    this.list = h('div', { class: 'candidates', testid: 'candidates' });
    this.passedTitle = h('summary');
    this.passed = h('div', { class: 'candidates passed' });
    this.passedBox = h('details', { class: 'passed-box', testid: 'passed-over' }, this.passedTitle, this.passed);
    this.node = h(
      'section',
      {},
      h('div', { class: 'needs-line' }, h('h3', { i18n: 'needs.title' }), this.needs),
      this.team.node,
      this.missing,
      h('div', { class: 'title-line' }, this.title, desk.may('assignPerson') && this.#triesLine(), this.computed),
      whoMay(desk, 'assignPerson'),
    );
    this.why = new WhyNot(desk);
    this.node.append(this.note, this.list, this.passedBox, this.why.node);
    this.list.addEventListener('pointerenter', () => (this.#held = true));
    this.list.addEventListener('pointerleave', () => {
      this.#held = false;
      if (this.#wanted) this.refresh();
    });
    this.refresh = throttle(() => this.load(), REFRESH_EVERY_MILLIS);
  }

  #triesLine() {
    this.choice = h(
      'select',
      { testid: 'tries', label: 'tries.label', tip: 'tries.label', on: { change: () => this.tries.set(this.choice.value) } },
      ...TRIES.map((n) => h('option', { value: n, i18n: `tries.${n}` })),
    );
    this.choice.value = this.tries.value;
    return h('span', { class: 'tries quiet' }, this.choice);
  }

  open(id) {
    this.#id = id;
    this.#answer = null;
    this.#failed = null;
    this.#conflicts.clear();
    this.#sending.clear();
    this.#wanted = false;
    this.why.reset(id);
    this.render();
  }

  /** Asks again when somebody's being free or not changed, or the incident's assignments, place or type did. */
  changed(state, before, assignmentsChanged) {
    if (!this.#id) return;
    const freed = state.people !== before.people && this.#availabilityDiffers(state, before);
    if (freed || assignmentsChanged || this.#incidentDiffers(state, before)) {
      this.render();
      this.refresh();
    }
  }

  #incidentDiffers(state, before) {
    const [now, then] = [state, before].map(({ incidents }) => incidents.get(this.#id));
    return now !== then && ['lat', 'lon', 'type'].some((fact) => now?.[fact] !== then?.[fact]);
  }

  #availabilityDiffers(state, before) {
    for (const [id, person] of state.people) {
      const earlier = before.people.get(id);
      if (earlier && (earlier.availability !== person.availability || earlier.onDuty !== person.onDuty)) return true;
    }
    return false;
  }

  async load(force = false) {
    const id = this.#id;
    if (!id || this.desk.isOver(id)) {
      this.render();
      return;
    }
    if (this.#held && this.#answer && !force) {
      this.#wanted = true;
      return;
    }
    this.#wanted = false;
    try {
      const answer = await this.desk.api.candidates(id, LISTED);
      if (id !== this.#id) return;
      this.#answer = answer;
      this.#failed = null;
    } catch (problem) {
      if (id !== this.#id) return;
      this.#failed = this.desk.sentence(problem);
    }
    this.render();
  }

  render() {
    const over = this.#id && this.desk.isOver(this.#id);
    this.node.hidden = Boolean(over);
    if (!this.#id || over) return;
    const { t } = this.desk.language;
    const answer = this.#answer;
    this.#renderNeeds(answer);
    this.team.render(answer);
    this.why.render();
    this.#renderMissing(answer);
    const rows = this.#rows(answer);
    const unlocated = answer?.located === false;
    this.note.hidden = Boolean(rows.length) && !unlocated && !this.#failed;
    this.why.node.hidden = !answer || unlocated;
    setText(this.note, this.#failed ?? t(noteOn(answer)));
    setText(this.computed, answer ? this.#computed(answer) : '');
    reconcile(
      this.list,
      rows,
      (row) => row.personId,
      () => createCandidate(this.desk, (personId) => this.#send(personId)),
      (node, row) => this.#update(node, row),
    );
    const passed = answer?.passedOver ?? [];
    this.passedBox.hidden = passed.length === 0;
    setText(this.passedTitle, t('passed.title', { n: passed.length + (answer?.passedOverMore ?? 0) }));
    reconcile(
      this.passed,
      passed,
      (row) => row.personId,
      () => createCandidate(this.desk, null),
      (node, row) => updateCandidate(node, row, this.desk),
    );
  }

  /** When it was worked out, and how old what it stands on was, when that is worth knowing. */
  #computed(answer) {
    const { t, units } = this.desk.language;
    const at = formatClock(answer.computedAt, this.desk.district.zone);
    const behind = secondsBehind(answer);
    return behind > BEHIND_SHOWN_SECONDS ? `${at} · ${t('candidates.behind', { age: formatAge(behind, units()) })}` : at;
  }

  /** Somebody who was lost to another officer stays where they were for a while, saying so. */
  #rows(answer) {
    const rows = [...(answer?.candidates ?? [])];
    for (const [personId, conflict] of this.#conflicts) {
      if (!rows.some((row) => row.personId === personId)) rows.splice(conflict.index, 0, conflict.row);
    }
    return rows;
  }

  #renderNeeds(answer) {
    const { t, code } = this.desk.language;
    const short = new Map((answer?.shortfalls ?? []).map((need) => [need.skillId, need]));
    const create = () =>
      h('span', { class: 'need' }, h('span', { class: 'need-skill' }), h('span', { class: 'need-count' }));
    reconcile(
      this.needs,
      answer?.needs ?? [],
      (need) => need.skillId,
      create,
      (node, need) => {
        const shortfall = short.get(need.skillId);
        node.classList.toggle('met', need.covered >= need.count);
        node.classList.toggle('short', Boolean(shortfall));
        setText(
          node.children[0],
          `${this.desk.district.skillName(need.skillId, code)} ${t('needs.level', { n: need.level })}`,
        );
        const counted = `${need.covered}/${need.count}`;
        setText(node.children[1], shortfall ? `${counted} · ${t('needs.short')}` : counted);
      },
    );
  }

  /** Of a team that is not whole, what is still missing. */
  #renderMissing(answer) {
    const { language, district } = this.desk;
    const needs = answer?.needs ?? [];
    const open = needs.filter((need) => need.covered < need.count);
    const begun = needs.some((need) => need.covered > 0);
    this.missing.hidden = !answer || (open.length > 0 && !begun);
    this.missing.classList.toggle('whole', open.length === 0);
    const list = open.map((need) => `${district.skillName(need.skillId, language.code)} ×${need.count - need.covered}`);
    setText(
      this.missing,
      open.length ? language.t('needs.missing', { list: list.join(language.t('comma')) }) : language.t('needs.whole'),
    );
  }

  #update(row, candidate) {
    updateCandidate(row, candidate, this.desk);
    const { language, store } = this.desk;
    const name = nameIn(language.code, candidate);
    this.#updateSend(row, candidate, name, store.state.people.get(candidate.personId));
  }

  #updateSend(row, candidate, name, person) {
    const { t } = this.desk.language;
    const { rank, send, conflict } = row.parts;
    const rows = this.#answer?.candidates ?? [];
    setText(rank, String(rows.findIndex((other) => other.personId === candidate.personId) + 1 || '–'));
    const lost = this.#conflicts.get(candidate.personId);
    const taken = person && person.availability !== 'FREE';
    row.classList.toggle('taken', Boolean(lost || taken));
    conflict.hidden = !lost;
    setText(conflict, lost?.text ?? '');
    send.hidden = !this.desk.may('assignPerson');
    send.disabled = Boolean(lost || taken || this.#sending.has(candidate.personId));
    setText(send, t(this.#sending.has(candidate.personId) ? 'send.sending' : taken && !lost ? 'send.taken' : 'send'));
    send.setAttribute('aria-label', t('send.label', { name }));
  }

  async #send(personId) {
    const id = this.#id;
    this.#sending.add(personId);
    this.render();
    try {
      const assignment = await this.desk.assign(id, personId, Number(this.tries.value));
      if (assignment) {
        const name = this.desk.personName(personId);
        const action = this.desk.may('advanceAssignment') && { key: 'assignment.undo', run: () => this.desk.undoSend(assignment.id) };
        this.desk.toasts.show(this.desk.language.t('toast.sent', { name }), { action });
      }
    } catch (problem) {
      this.#refused(personId, problem);
    }
    this.#sending.delete(personId);
    if (id !== this.#id) return;
    this.render();
    this.load(true);
  }

  #refused(personId, problem) {
    if (problem.status !== 409) {
      this.desk.fail(problem);
      return;
    }
    const rows = this.#answer?.candidates ?? [];
    const index = rows.findIndex((row) => row.personId === personId);
    if (index < 0) {
      this.desk.fail(problem);
      return;
    }
    this.#conflicts.set(personId, { index, row: rows[index], text: this.#conflictText(problem) });
    setTimeout(() => {
      this.#conflicts.delete(personId);
      this.render();
    }, CONFLICT_SHOWN_MILLIS);
  }

  #conflictText(problem) {
    const sentence = this.desk.sentence(problem);
    if (!problem.heldBy || sentence.includes(problem.heldBy)) return sentence;
    return `${sentence} ${this.desk.language.t('conflict.heldBy', { who: problem.heldBy })}`;
  }
}

/** Why the list is empty, or what to know about it. */
function noteOn(answer) {
  if (!answer) return 'candidates.loading';
  if (answer.located === false) return answer.candidates.length ? 'candidates.unlocated' : 'candidates.none';
  return answer.outside ? 'candidates.outside' : 'candidates.none';
}
