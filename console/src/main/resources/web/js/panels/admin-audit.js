/** The audit log, newest first, and whether it is whole. */

import { button, h, reconcile, setText } from '../element.js';

const PAGE = 100;

export class AdminAudit {
  #entries = [];

  constructor(page) {
    this.page = page;
    this.verdict = h('p', { role: 'status', testid: 'audit-verdict' });
    const verify = button('admin.verify', 'primary', () => page.attempt(() => this.#verify()), { testid: 'audit-verify' });
    this.body = h('tbody');
    const heads = ['when', 'who', 'what', 'about', 'refused'].map((key) => h('th', { scope: 'col', i18n: `admin.${key}` }));
    const table = h('table', { class: 'admin-table', testid: 'audit' }, h('thead', {}, h('tr', {}, ...heads)), this.body);
    this.older = button('admin.older', 'tool', () => page.attempt(() => this.#more()), { testid: 'audit-older' });
    this.node = h('section', {}, h('div', { class: 'audit-head' }, verify, this.verdict), table, this.older);
    page.language.follow(() => this.#render());
  }

  async load() {
    this.#entries = [];
    await this.#more();
  }

  async #more() {
    const { entries } = await this.page.api.audit(this.#entries.at(-1)?.sequence, PAGE);
    this.#entries.push(...entries);
    this.older.hidden = entries.length < PAGE;
    this.#render();
  }

  #render() {
    reconcile(
      this.body,
      this.#entries,
      (entry) => entry.sequence,
      () => h('tr', { testid: 'audit-row' }, h('td'), h('td'), h('td'), h('td', { class: 'about' }), h('td')),
      (row, entry) => this.#update(row, entry),
    );
    this.page.language.apply(this.node);
  }

  #update(row, entry) {
    const [when, who, what, about, refused] = row.children;
    setText(when, this.page.when(entry.at));
    setText(who, entry.actor ?? '');
    setText(what, this.#word('audit', entry.action === 'hand-over' && !entry.incidentId ? 'hand-over-shift' : entry.action));
    setText(about, [entry.incidentId, entry.personId, entry.assignmentId, entry.about, entry.note].filter(Boolean).join(' · '));
    setText(refused, this.#word('refusal', entry.refusal));
  }

  /** A code that has no word, as a newer gateway may have, is shown as it is. */
  #word(kind, code) {
    const key = `${kind}.${code}`;
    const word = code ? this.page.language.t(key) : '';
    return word === key ? code : word;
  }

  async #verify() {
    const { rows, intact, brokenAt } = await this.page.api.verifyAudit();
    const { t } = this.page.language;
    setText(this.verdict, intact ? t('admin.intact', { n: rows }) : t('admin.broken', { at: brokenAt }));
  }
}
