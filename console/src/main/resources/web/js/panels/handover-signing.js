/** Handing over and taking over: who hands over with which remark, what waits for a signature, and what was handed over before. */

import { button, h, reconcile, setText } from '../element.js';
import { whoMay } from './who-may.js';

export class HandoverSigning {
  #handovers = [];
  #shown = null;

  /** @param sheet shows what stands now, or a handover that was kept */
  constructor(page, sheet) {
    this.page = page;
    this.sheet = sheet;
    this.list = h('ul', { class: 'handover-list', testid: 'handover-list' });
    this.none = h('p', { class: 'quiet', i18n: 'handover.none', hidden: true });
    this.notice = h('p', { class: 'handover-notice', role: 'status', testid: 'handover-notice', hidden: true });
    this.back = button('handover.back', 'tool', () => this.#open(null), { testid: 'handover-back', hidden: true });
    this.node = h('aside', { class: 'handover-side', label: 'handover.signing' });
    this.node.append(this.#name(), whoMay(page, 'signHandover'), this.#give(), h('h2', { i18n: 'handover.before' }), this.back, this.notice, this.none, this.list);
  }

  #name() {
    const name = h('strong', { testid: 'handover-name' }, this.page.actor);
    return h('p', { class: 'handover-field' }, h('span', { i18n: 'handover.name' }), name);
  }

  #give() {
    this.remark = h('textarea', { rows: '4', maxlength: '4000', hint: 'handover.remarkHint', testid: 'handover-remark' });
    this.hours = h(
      'select',
      { testid: 'handover-hours' },
      ...[8, 12, 24].map((n) => h('option', { value: n, i18n: `handover.hours.${n}` })),
    );
    this.hours.value = String(this.page.hours);
    this.hours.addEventListener('change', () => {
      this.page.hours = Number(this.hours.value);
      this.load();
    });
    const give = h('button', { class: 'primary', i18n: 'handover.give', testid: 'handover-give' });
    const form = h(
      'form',
      { class: 'handover-form', hidden: !this.page.may('handOver') },
      h('label', { class: 'handover-field' }, h('span', { i18n: 'handover.lookBack' }), this.hours),
      h('label', { class: 'handover-field' }, h('span', { i18n: 'handover.remark' }), this.remark),
      give,
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#handOver();
    });
    return form;
  }

  /** Opens the one that the address names, as from the console's banner. */
  openNamed() {
    const named = new URLSearchParams(location.search).get('read');
    return named ? this.#open(named) : null;
  }

  /** Asks again for what stands now, unless a kept handover is being read. */
  async load() {
    await this.page.attempt(async () => {
      const { handovers } = await this.page.api.shift();
      this.#handovers = handovers;
      if (!this.#shown) this.sheet.put(await this.page.api.handoverDraft(this.page.hours), true);
      this.show();
    });
  }

  show() {
    reconcile(
      this.list,
      this.#handovers,
      (handover) => handover.id,
      (handover) => this.#item(handover.id),
      (node, handover) => this.#update(node, handover),
    );
    this.none.hidden = this.#handovers.length > 0;
    this.back.hidden = !this.#shown;
    this.notice.hidden = !this.#shown;
    if (this.#shown) {
      const { actor, at, remark, intact } = this.#shown;
      const words = this.page.language.t('handover.reading', { who: actor, time: this.page.when(at), remark: remark ?? '' });
      setText(this.notice, intact ? words : `${words} ${this.page.language.t('handover.changed')}`);
      this.notice.classList.toggle('changed', !intact);
    }
  }

  #item(id) {
    const text = h('span', { class: 'handover-line' });
    const read = button('handover.read', 'tool', () => this.#open(id), { testid: 'handover-read' });
    const sign = button('handover.sign', 'primary', () => this.#sign(id), { testid: 'handover-sign' });
    return h('li', { testid: 'handover-item', data: { id } }, text, h('span', { class: 'handover-acts' }, read, sign));
  }

  #update(node, handover) {
    const { language, when } = this.page;
    const [text, acts] = node.children;
    const key = handover.signedBy ? 'handover.signed' : 'handover.waiting';
    const values = { who: handover.actor, time: when(handover.at), by: handover.signedBy ?? '', signed: when(handover.signedAt) };
    setText(text, language.t(key, values));
    node.classList.toggle('waiting', !handover.signedBy);
    acts.lastChild.hidden = Boolean(handover.signedBy) || !this.page.may('signHandover');
    language.apply(node);
  }

  async #handOver() {
    const { page } = this;
    await page.attempt(async () => {
      const made = await page.api.handOverShift(this.remark.value.trim(), page.hours);
      this.remark.value = '';
      page.toasts.show(page.language.t('handover.given', { id: made.id }));
    });
    await this.load();
  }

  async #sign(id) {
    const { page } = this;
    await page.attempt(async () => {
      await page.api.signHandover(id);
      page.toasts.show(page.language.t('handover.taken', { who: page.actor }));
    });
    await this.load();
  }

  async #open(id) {
    if (!id) {
      this.#shown = null;
      await this.load();
      return;
    }
    await this.page.attempt(async () => {
      this.#shown = await this.page.api.handover(id);
      this.sheet.put(this.#shown.content, false);
    });
    this.show();
  }
}
