/** What people did about an incident, the newest first, with who and when. */

import { h, reconcile, setText } from '../element.js';
import { formatDateTime, formatWhen } from '../time.js';

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
    root.append(this.list);
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
    if (action !== 'retype') return entry.note;
    const codes = (entry.note ?? '').split(' → ');
    return codes.map((code) => district.typeName(code, language.code)).join(' → ');
  }

  #update(node, entry) {
    const { language, district, clock } = this.desk;
    const [time, body] = node.children;
    node.dataset.action = wireName(entry.action);
    setText(time, formatWhen(entry.at, district.zone, clock.now()));
    time.title = formatDateTime(entry.at, district.zone);
    const key = `action.${wireName(entry.action)}`;
    const person = entry.personId ? this.desk.personName(entry.personId) : '';
    const known = language.t(key, { person });
    setText(body.children[0], known === key ? String(entry.action) : known);
    setText(body.children[1], [entry.actor !== person && entry.actor, this.#note(entry)].filter(Boolean).join(' · '));
  }
}
