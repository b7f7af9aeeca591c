/** Tells the next officer that a shift was handed over and waits for their signature, until it is signed. */

import { button, h, setText } from '../element.js';
import { announcedHandover } from '../shift.js';

export class HandoverBanner {
  #shown = null;

  /** @param after the element below which it stands */
  constructor(after, desk) {
    this.desk = desk;
    this.text = h('span', { role: 'status', testid: 'handover-waiting-text' });
    this.read = button('handover.readAndSign', 'secondary', () => desk.shift.openHandover(this.#shown.id), { testid: 'handover-waiting-read' });
    this.node = h('div', { class: 'banner banner-handover', hidden: true, testid: 'handover-waiting' }, this.text, this.read);
    after.after(this.node);
    desk.shift.standing.follow(() => this.#show());
    desk.language.follow(() => this.#show());
    this.#show();
  }

  #show() {
    const { shift, officer, language, may, when } = this.desk;
    const found = may('signHandover') ? announcedHandover(shift.standing.value, officer.value) : null;
    this.node.hidden = !found;
    this.#shown = found?.handover ?? null;
    if (!found) {
      setText(this.text, '');
      return;
    }
    const { handover, own, more } = found;
    this.node.dataset.id = handover.id;
    this.node.classList.toggle('own', own);
    const said = language.t(own ? 'handover.announceOwn' : 'handover.announce', { who: handover.actor, time: when(handover.at) });
    setText(this.text, more ? `${said} ${language.t('handover.announceMore', { n: more })}` : said);
    setText(this.read, language.t(own ? 'handover.read' : 'handover.readAndSign'));
  }
}
