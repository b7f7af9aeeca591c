/** Tabs of the incident panel: a bar of buttons, a page each. */

import { h, setText } from '../element.js';

export class Tabs {
  #shown = null;

  /** @param names keys of the pages; `tab.{name}` is each one's title; `onTurn(name)` is told of what an officer chose */
  constructor(names, onTurn = () => {}) {
    this.names = names;
    this.onTurn = onTurn;
    this.pages = {};
    this.buttons = {};
    const bar = h('div', { class: 'tabs', role: 'tablist' });
    this.body = h('div', { class: 'tab-body' });
    for (const name of names) {
      this.buttons[name] = this.#button(name);
      this.pages[name] = h('div', {
        role: 'tabpanel',
        id: `page-${name}`,
        class: 'page',
        'aria-labelledby': `tab-${name}`,
      });
      bar.append(this.buttons[name]);
      this.body.append(this.pages[name]);
    }
    this.node = h('div', { class: 'tab-box' }, bar, this.body);
    this.show(names[0]);
  }

  #button(name) {
    const node = h('button', {
      type: 'button',
      role: 'tab',
      id: `tab-${name}`,
      class: 'tab',
      testid: `tab-${name}`,
      'aria-controls': `page-${name}`,
      on: { click: () => this.#turn(name), keydown: (event) => this.#key(event) },
    });
    node.append(h('span', { i18n: `tab.${name}` }), h('span', { class: 'tab-count' }));
    return node;
  }

  #turn(name) {
    this.show(name);
    this.onTurn(name);
  }

  show(name) {
    this.#shown = name;
    for (const other of this.names) {
      const shown = other === name;
      this.buttons[other].setAttribute('aria-selected', String(shown));
      this.buttons[other].tabIndex = shown ? 0 : -1;
      this.pages[other].hidden = !shown;
    }
    this.toTop();
  }

  toTop() {
    this.body.scrollTop = 0;
  }

  /** The number behind a title; nothing when there is none. */
  count(name, count) {
    setText(this.buttons[name].lastChild, count ? String(count) : '');
  }

  #key(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const { names } = this;
    const next = names[(names.indexOf(this.#shown) + step + names.length) % names.length];
    this.#turn(next);
    this.buttons[next].focus();
  }
}
