/** Something that opens below a button and closes on Escape or a click elsewhere. */

import { h } from '../element.js';

export class Popover {
  /** @param options `onOpen()`, `onClose()` */
  constructor(opener, content, { onOpen, onClose } = {}) {
    this.box = h('div', { class: 'popover', hidden: true }, content);
    this.node = h('div', { class: 'popover-anchor' }, opener, this.box);
    this.opener = opener;
    this.onOpen = onOpen;
    this.onClose = onClose;
    opener.setAttribute('aria-haspopup', 'dialog');
    opener.setAttribute('aria-expanded', 'false');
    opener.addEventListener('click', () => this.toggle());
    document.addEventListener('pointerdown', (event) => {
      if (!this.box.hidden && !this.node.contains(event.target)) this.toggle(false);
    });
    this.node.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || this.box.hidden) return;
      event.stopPropagation();
      this.toggle(false);
      opener.focus();
    });
  }

  toggle(open = this.box.hidden) {
    this.box.hidden = !open;
    this.opener.setAttribute('aria-expanded', String(open));
    if (open) this.onOpen?.();
    else this.onClose?.();
  }
}
