/** What the keys do, what the command line takes, and whether single keys do anything at all. */

import { commandsFor } from '../command-line.js';
import { button, h } from '../element.js';

/** Single keys, in the order in which they are shown; each has its words under `key.<name>`; the last is the operation it needs. */
export const KEYS = [
  ['/', 'search'],
  ['G', 'list'],
  ['A', 'acknowledge', 'acknowledgeIncident'],
  ['1–4', 'grade', 'regradeIncident'],
  [':', 'command'],
  ['T', 'table'],
  ['O', 'open'],
  ['D', 'area'],
  ['C', 'cover'],
  ['M', 'mute'],
  ['H', 'handover', 'draftHandover'],
  ['L', 'language'],
  ['?', 'help'],
  ['Esc', 'leave'],
];

/** Those that do something for whoever may use these operations. */
export const keysFor = (may) => KEYS.filter(([, , operation]) => !operation || may(operation));

const EXAMPLES = {
  D: 'D.张三.I-1042',
  A: 'A.I-1042',
  R: 'R.张三',
  N: 'N.I-1042.…',
  Z: 'Z.I-1042.30.…',
  U: 'U.I-1042.II',
  C: 'C.I-1042.…',
  F: 'F.…',
  G: 'G.…',
  T: 'T',
  H: 'H',
};

export class Shortcuts {
  /** @param desk `singleKeys` is the remembered choice `on` or `off` */
  constructor(desk) {
    this.desk = desk;
    this.dialog = h('dialog', { class: 'sheet shortcuts', label: 'keys.title', testid: 'shortcuts' });
    const close = button('close', 'secondary', () => this.dialog.close(), { testid: 'shortcuts-close' });
    const head = h('div', { class: 'sheet-head' }, h('h2', { i18n: 'keys.title' }), h('span', { class: 'spring' }), close);
    const keys = keysFor(desk.may).map(([key, name]) => this.#line(key, `key.${name}`));
    const commands = commandsFor(desk.may).map((letter) => this.#line(EXAMPLES[letter], `command.${letter}`));
    const columns = h(
      'div',
      { class: 'shortcut-columns' },
      h('section', {}, h('h3', { i18n: 'keys.single' }), h('dl', {}, ...keys.flat()), this.#choice()),
      h('section', {}, h('h3', { i18n: 'keys.commands' }), h('dl', {}, ...commands.flat()), h('p', { class: 'quiet', i18n: 'command.why' })),
    );
    this.dialog.append(head, columns);
    document.body.append(this.dialog);
  }

  #line(key, words) {
    return [h('dt', {}, h('kbd', {}, key)), h('dd', { i18n: words })];
  }

  #choice() {
    const { singleKeys } = this.desk;
    const box = h('input', { type: 'checkbox', testid: 'single-keys' });
    const text = h('span', { i18n: 'keys.use' });
    box.addEventListener('change', () => singleKeys.set(box.checked ? 'on' : 'off'));
    const show = () => (box.checked = singleKeys.value === 'on');
    singleKeys.follow(show);
    show();
    return h('label', { class: 'sheet-choice' }, box, text);
  }

  open() {
    this.desk.language.apply(this.dialog);
    if (!this.dialog.open) this.dialog.showModal();
  }
}

