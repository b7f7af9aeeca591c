/** Messages that stand: what they say, and who has confirmed them. */

import { h, reconcile, setText } from '../element.js';
import { whoMay } from './who-may.js';
import { confirmed, receiptsByNeed, standing } from '../notices.js';

export class NoticesPanel {
  constructor(desk) {
    this.desk = desk;
    this.dialog = h('dialog', { class: 'measures notices', testid: 'notices', label: 'notice.title' });
    const close = h('button', { type: 'button', class: 'icon-button', label: 'close', testid: 'notices-close' }, '✕');
    close.addEventListener('click', () => this.dialog.close());
    const head = h('header', { class: 'measures-head' }, h('h2', { i18n: 'notice.title' }), h('span', { class: 'spring' }), close);
    this.list = h('ul', { class: 'notice-list' });
    this.none = h('p', { class: 'empty', i18n: 'notice.none' });
    const draw = h('button', { type: 'button', class: 'secondary', i18n: 'notice.draw', testid: 'notices-draw', hidden: !desk.may('sendNotice') });
    draw.addEventListener('click', () => {
      this.dialog.close();
      desk.map.area.start();
    });
    this.dialog.append(head, h('div', { class: 'measures-body' }, this.none, this.list, whoMay(desk, 'sendNotice'), h('div', {}, draw)));
    this.dialog.addEventListener('click', (event) => event.target === this.dialog && this.dialog.close());
    document.body.append(this.dialog);
    desk.store.subscribe((state, before) => state.notices !== before.notices && this.#render());
    desk.language.follow(() => this.#render());
  }

  open() {
    this.dialog.showModal();
    this.#render();
  }

  #render() {
    if (!this.dialog.open) return;
    const { store, clock, language } = this.desk;
    const notices = standing(store.state.notices, clock.now());
    this.none.hidden = notices.length > 0;
    reconcile(
      this.list,
      notices,
      (notice) => notice.id,
      (notice) => this.#create(notice),
      (node, notice) => this.#update(node, notice),
    );
    language.apply(this.dialog);
  }

  #create(notice) {
    const receipts = h('ul', { class: 'notice-receipts' });
    const count = h('strong', { class: 'notice-count', testid: 'notice-confirmed' });
    const head = h('div', { class: 'notice-head' }, h('span', { class: 'quiet' }), count);
    return h('li', { testid: 'notice-row', data: { id: notice.id } }, head, h('p', { class: 'notice-text' }), receipts);
  }

  #update(node, notice) {
    const { t } = this.desk.language;
    const [head, text, receipts] = node.children;
    const done = confirmed(notice);
    setText(head.firstChild, t('notice.by', { who: notice.actor, time: this.desk.when(notice.at) }));
    setText(head.lastChild, t('notice.confirmed', { done, n: notice.receipts.length }));
    head.lastChild.classList.toggle('all', done === notice.receipts.length);
    setText(text, notice.text);
    reconcile(
      receipts,
      receiptsByNeed(notice),
      (receipt) => receipt.personId,
      (receipt) => h('li', { testid: 'notice-receipt', data: { person: receipt.personId } }),
      (line, receipt) => {
        const name = this.desk.personName(receipt.personId);
        const when = receipt.confirmedAt ? this.desk.when(receipt.confirmedAt) : t('notice.unread');
        setText(line, `${receipt.confirmedAt ? '✓' : '○'} ${name} · ${when}`);
        line.classList.toggle('confirmed', Boolean(receipt.confirmedAt));
      },
    );
  }
}
