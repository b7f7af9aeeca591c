/** What waits to be sent, and what was refused because somebody was faster: said in words, until it is read. */

import { h, reconcile, setText } from '../element.js';
import { formatClock } from '../time.js';

export class PhoneOutbox {
  constructor(root, phone) {
    this.phone = phone;
    this.title = h('h2', {});
    this.list = h('ul', { class: 'outbox-list' });
    this.node = h('section', { class: 'outbox', testid: 'outbox', hidden: true, 'aria-live': 'polite' }, this.title, this.list);
    root.append(this.node);
    phone.outbox.items.follow(() => this.render());
    phone.language.follow(() => this.render());
    phone.personId.follow(() => this.render());
    this.render();
  }

  render() {
    const { language, outbox, personId } = this.phone;
    const items = outbox.items.value.filter((item) => item.personId === personId.value);
    const waiting = items.filter((item) => !item.refused).length;
    this.node.hidden = items.length === 0;
    setText(this.title, waiting ? language.t('outbox.waiting', { n: waiting }) : language.t('outbox.overtaken'));
    reconcile(
      this.list,
      items,
      (item) => item.seq,
      () => this.#row(),
      (row, item) => this.#update(row, item),
    );
  }

  #row() {
    const read = h('button', { type: 'button', class: 'secondary', testid: 'outbox-read' });
    const row = h('li', { testid: 'outbox-item' }, h('div', {}, h('strong'), h('div', { class: 'quiet' })), read);
    read.addEventListener('click', () => this.phone.outbox.dismiss(Number(row.dataset.key)));
    return row;
  }

  #update(row, item) {
    const { language, district } = this.phone;
    const [what, why] = row.firstChild.children;
    const name = item.kind === 'step' ? language.t(`responder.${item.step}`) : language.t(`outbox.${item.kind}`);
    setText(what, `${name} · ${formatClock(item.happenedAt, district.zone).slice(0, 5)}`);
    setText(why, item.refused ? language.t('outbox.refused', { why: item.refused }) : item.text ?? item.note ?? '');
    row.dataset.kind = item.kind;
    row.classList.toggle('refused', Boolean(item.refused));
    row.lastChild.hidden = !item.refused;
    setText(row.lastChild, language.t('outbox.read'));
  }
}
