/** What people did about an incident, the newest first, with who and when. */

import { csvFile, fileName, saveFile } from '../csv.js';
import { readDespite } from '../despite.js';
import { button, h, reconcile, setText } from '../element.js';
import { readReason, saidWhy } from '../reasons.js';
import { formatDateTime, formatWhen } from '../time.js';

/** What only time does; it is recorded under the officer who had set so. */
const AUTOMATIC = new Set(['time-out', 'offer-next', 'list-end', 'handover-overdue']);

const wireName = (action) =>
  String(action ?? '')
    .toLowerCase()
    .replaceAll('_', '-');

export class TimelinePanel {
  #entries = [];
  #incident = null;

  constructor(root, desk) {
    this.desk = desk;
    this.list = h('ol', { class: 'timeline', testid: 'timeline' });
    this.save = button('timeline.save', 'tool', () => this.#save(), { testid: 'timeline-save' });
    this.reading = h('p', { class: 'quiet', i18n: 'timeline.reading', role: 'status' });
    root.append(h('div', { class: 'timeline-tools' }, this.save), this.reading, this.list);
    desk.language.follow(() => this.#render());
  }

  open() {
    this.#entries = [];
    this.#incident = null;
    this.#render();
  }

  detail(detail) {
    this.#incident = detail.incident;
    this.#entries = detail.timeline ?? [];
    this.#render();
  }

  #render() {
    this.reading.hidden = Boolean(this.#incident);
    this.save.hidden = !this.#incident;
    const opening = this.#incident ? [{ at: this.#incident.openedAt, action: 'opened' }] : [];
    const entries = [...opening, ...this.#entries]
      .map((entry, i) => ({ ...entry, key: `${i}|${entry.at}|${entry.action}` }))
      .reverse();
    const create = () =>
      h(
        'li',
        { testid: 'timeline-entry' },
        h('time'),
        h('div', {}, h('span', { class: 'timeline-what' }), h('div', { class: 'quiet' })),
      );
    reconcile(
      this.list,
      entries,
      (entry) => entry.key,
      create,
      (node, entry) => this.#update(node, entry),
    );
  }

  /** Types are named in the language; of a split, which incidents it is between is enough. */
  #note(entry) {
    const { district, language } = this.desk;
    const action = wireName(entry.action);
    if (action === 'split') return entry.note?.split(': ').at(-1);
    if (['decline', 'leave', 'recall'].includes(action)) return this.#reason(entry.note);
    if (action === 'assign' || action === 'join-in') return this.#despite(entry.note);
    if (action === 'list-end') return language.t(`list.${entry.note}`);
    if (action === 'hand-over' || action === 'handover-overdue') return this.#handover(action, entry.note);
    if (action === 'regrade') return this.#grades(entry.note);
    if (action !== 'retype') return entry.note;
    const codes = (entry.note ?? '').split(' → ');
    return codes.map((code) => district.typeName(code, language.code)).join(' → ');
  }

  #grades(note) {
    const grades = (note ?? '').split(' → ').filter(Boolean);
    return grades.map((grade) => this.desk.language.t(`grade.${grade}`)).join(' → ');
  }

  #reason(note) {
    const { code, words } = readReason(note);
    return saidWhy({ reason: code, note: words }, this.desk.language.t);
  }

  /** What spoke against somebody who was sent all the same, and why they were. */
  #despite(note) {
    const { t } = this.desk.language;
    const { codes, words } = readDespite(note);
    const list = codes.map((code) => t(`despite.${code}`)).join(t('comma'));
    return [list && t('despite.kept', { list }), words].filter(Boolean).join(' · ');
  }

  /** The department is named in the language; when its time was over, who was told. */
  #handover(action, note) {
    const { district, language } = this.desk;
    const cut = action === 'hand-over' ? ': ' : ' · ';
    const [body, ...rest] = (note ?? '').split(cut);
    const said = action === 'hand-over' ? rest.join(cut) : language.t(`rung.${rest[0]}`);
    return [district.organizationName(body, language.code), said].filter(Boolean).join(' · ');
  }

  #who(entry, person) {
    if (AUTOMATIC.has(wireName(entry.action))) return this.desk.language.t('action.automatic', { who: entry.actor });
    return entry.actor !== person && entry.actor;
  }

  #what(entry) {
    const key = `action.${wireName(entry.action)}`;
    const person = entry.personId ? this.desk.personName(entry.personId) : '';
    const known = this.desk.language.t(key, { person });
    return known === key ? String(entry.action) : known;
  }

  /** As a file, the oldest first: local time, the instant, who, what, and what was said. */
  #save() {
    const { language, district } = this.desk;
    const head = ['at', 'instant', 'who', 'what', 'note'].map((column) => language.t(`timeline.${column}`));
    const opening = { at: this.#incident?.openedAt, action: 'opened' };
    const rows = [opening, ...this.#entries].map((entry) => [
      formatDateTime(entry.at, district.zone),
      entry.at,
      entry.actor,
      this.#what(entry),
      [this.#note(entry), entry.happenedAt && language.t('timeline.happened', { when: formatDateTime(entry.happenedAt, district.zone) })]
        .filter(Boolean)
        .join(' · '),
    ]);
    const now = formatDateTime(new Date(this.desk.clock.now()).toISOString(), district.zone);
    saveFile(fileName(this.#incident?.id ?? 'incident', now), csvFile([head, ...rows]));
  }

  /** What was told later than it was done says when it was done. */
  #late({ happenedAt }) {
    const { district, clock, language } = this.desk;
    return happenedAt && language.t('timeline.happened', { when: formatWhen(happenedAt, district.zone, clock.now()) });
  }

  #update(node, entry) {
    const { district, clock } = this.desk;
    const [time, body] = node.children;
    node.dataset.action = wireName(entry.action);
    setText(time, formatWhen(entry.at, district.zone, clock.now()));
    time.title = formatDateTime(entry.at, district.zone);
    const person = entry.personId ? this.desk.personName(entry.personId) : '';
    setText(body.children[0], this.#what(entry));
    setText(body.children[1], [this.#who(entry, person), this.#note(entry), this.#late(entry)].filter(Boolean).join(' · '));
  }
}
