/** What the floor has to say to everybody around here: heard, read, confirmed; with or without network. */

import { button, h, reconcile, setText } from '../element.js';
import { unread } from '../notices.js';
import { formatClock } from '../time.js';

/** Heard from a pocket, and told apart from an offer, which has the tune of its incident. */
const TUNE = 'II';
const LOUD = 1;

export class MyNotices {
  #heard = new Set();

  constructor(root, phone, live) {
    this.phone = phone;
    this.live = live;
    this.node = h('section', { class: 'my-notices', testid: 'my-notices', hidden: true, label: 'notice.mine' });
    root.append(this.node);
    phone.store.subscribe((state, before) => state.notices !== before.notices && this.render());
    phone.outbox.items.follow(() => this.render());
    phone.personId.follow(() => this.render());
    phone.language.follow(() => this.render());
    phone.clock.everySecond(() => this.node.hidden || this.render());
    this.render();
  }

  render() {
    const { store, personId, outbox, clock, language } = this.phone;
    const mine = unread(store.state.notices, personId.value, outbox.items.value, clock.now());
    this.node.hidden = mine.length === 0;
    reconcile(
      this.node,
      mine,
      (notice) => notice.id,
      (notice) => this.#create(notice),
      (node, notice) => this.#update(node, notice),
    );
    language.apply(this.node);
    this.#sound(mine);
  }

  #create(notice) {
    const confirm = button('notice.confirm', 'next-step', () => this.#confirm(notice.id), { testid: 'notice-confirm' });
    const head = h('div', { class: 'quiet' });
    return h('article', { class: 'my-notice', testid: 'my-notice', data: { id: notice.id } }, head, h('p', {}), confirm);
  }

  #update(node, notice) {
    const { language, district } = this.phone;
    const time = formatClock(notice.at, district.zone).slice(0, 5);
    setText(node.children[0], language.t('notice.by', { who: notice.actor, time }));
    setText(node.children[1], notice.text);
  }

  #confirm(noticeId) {
    return this.phone.act({ kind: 'notice', noticeId });
  }

  #sound(mine) {
    const news = mine.filter((notice) => !this.#heard.has(notice.id));
    for (const notice of news) this.#heard.add(notice.id);
    if (!news.length) return;
    this.live.textContent = news.map((notice) => notice.text).join(' ');
    navigator.vibrate?.([200, 100, 200]);
    this.phone.tunes.play(TUNE, LOUD);
  }
}
