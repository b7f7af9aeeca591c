/** Short messages at the foot of the page: what was done, with a way back where there is one, and what was refused. */

import { h } from '../element.js';

const SHOWN_MILLIS = 7_000;
const REFUSAL_SHOWN_MILLIS = 10_000;
const AT_MOST = 4;

export class Toasts {
  constructor(root, language) {
    this.root = root;
    this.language = language;
  }

  /** @param options `kind` `done` or `refused`, `action` `{key, run}` */
  show(text, { kind = 'done', action } = {}) {
    const node = h(
      'div',
      { class: `toast toast-${kind}`, testid: 'toast', role: kind === 'refused' ? 'alert' : 'status' },
      h('span', {}, text),
    );
    const close = () => node.remove();
    if (action) {
      const act = h(
        'button',
        { type: 'button', class: 'toast-action', testid: 'toast-action' },
        this.language.t(action.key),
      );
      act.addEventListener('click', () => {
        close();
        action.run();
      });
      node.append(act);
    }
    const dismiss = h('button', { type: 'button', class: 'toast-close' }, '✕');
    dismiss.setAttribute('aria-label', this.language.t('close'));
    dismiss.addEventListener('click', close);
    node.append(dismiss);
    this.root.append(node);
    while (this.root.children.length > AT_MOST) this.root.firstChild.remove();
    setTimeout(close, kind === 'refused' ? REFUSAL_SHOWN_MILLIS : SHOWN_MILLIS);
  }
}
