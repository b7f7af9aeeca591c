/** How well the parts and the feeds are, and what was refused. */

import { h, reconcile, setText } from '../element.js';
import { LedgerView } from './ledger.js';
import { ageSeconds, formatAge, formatWhen } from '../time.js';

const DEAD_LETTERS_SHOWN = 20;

export class FeedHealth {
  #open = false;

  constructor(root, desk) {
    this.desk = desk;
    this.parts = h('div', { class: 'health-parts' });
    this.feeds = h('div', { class: 'health-feeds', testid: 'feeds' });
    this.deadTitle = h('h3');
    this.dead = h('div', { class: 'health-dead', testid: 'dead-letters' });
    this.ledger = new LedgerView(root, desk);
    root.append(
      h('h3', { i18n: 'health.parts' }),
      this.parts,
      h('h3', { i18n: 'health.feeds' }),
      this.#head(),
      this.feeds,
    );
    root.append(this.deadTitle, this.dead);
    desk.store.subscribe((state, before) => {
      if (this.#open && state.health !== before.health) this.#render();
      if (this.#open && state.health?.deadLetters !== before.health?.deadLetters) this.#loadDead();
    });
    desk.language.follow(() => this.#open && this.open());
  }

  open() {
    this.#open = true;
    this.#render();
    this.#loadDead();
  }

  close() {
    this.#open = false;
  }

  #head() {
    const names = ['source', 'accepted', 'refused', 'last'];
    return h('div', { class: 'feed-row feed-head' }, ...names.map((name) => h('span', { i18n: `health.${name}` })));
  }

  #render() {
    const { t } = this.desk.language;
    const health = this.desk.store.state.health ?? { parts: [], feeds: [], deadLetters: 0 };
    this.ledger.show(health);
    const partRow = () =>
      h('div', { class: 'part-row' }, h('span', { class: 'part-dot' }), h('span'), h('span', { class: 'quiet' }));
    reconcile(
      this.parts,
      health.parts,
      (part) => part.name,
      partRow,
      (node, part) => {
        node.classList.toggle('down', !part.up);
        node.classList.toggle('late', part.up && part.lagMillis > 5000);
        setText(node.children[1], t(`part.${part.name}`));
        setText(node.children[2], part.up ? t('part.lag', { ms: part.lagMillis }) : t('part.down'));
      },
    );
    const cells = () => h('div', { class: 'feed-row' }, h('span'), h('span'), h('span'), h('span'));
    reconcile(
      this.feeds,
      health.feeds,
      (feed) => feed.source,
      cells,
      (node, feed) => this.#feed(node, feed),
    );
    setText(this.deadTitle, t('health.dead', { n: health.deadLetters }));
  }

  #feed(node, feed) {
    const age = feed.lastAtMillis ? ageSeconds(feed.lastAtMillis, this.desk.clock.now()) : null;
    const texts = [
      feed.source,
      feed.accepted.toLocaleString('en'),
      feed.refused.toLocaleString('en'),
      formatAge(age, this.desk.language.units()),
    ];
    texts.forEach((text, i) => setText(node.children[i], text));
    node.children[2].classList.toggle('has-dead', feed.refused > 0);
  }

  async #loadDead() {
    const { deadLetters } = this.desk.store.state.health ?? {};
    if (!deadLetters || !this.desk.may('listDeadLetters')) {
      this.dead.replaceChildren();
      return;
    }
    try {
      const answer = await this.desk.api.deadLetters(DEAD_LETTERS_SHOWN);
      const list = Array.isArray(answer) ? answer : (answer?.deadLetters ?? answer?.deadletters ?? []);
      this.dead.replaceChildren(...list.map((letter) => this.#letter(letter)));
    } catch {
      this.dead.replaceChildren();
    }
  }

  #letter(letter) {
    const when = formatWhen(letter.at, this.desk.district.zone, this.desk.clock.now());
    const about = [when, letter.source, letter.stage, letter.field].filter(Boolean).join(' · ');
    return h(
      'div',
      { class: 'dead-row' },
      h('div', {}, letter.detail || letter.reason),
      h('div', { class: 'quiet' }, about),
    );
  }
}
