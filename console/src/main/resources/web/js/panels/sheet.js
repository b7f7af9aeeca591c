/** A dialog over the whole page that cannot be put aside: something has to be done first. */

import { h } from '../element.js';

export class Sheet {
  /** @param name of the dialog in tests and, with `.title`, of its heading in the dictionaries */
  constructor(page, name, ...content) {
    this.page = page;
    const other = h('button', { type: 'button', class: 'tool', testid: 'gate-language' });
    other.addEventListener('click', () => page.language.set(page.language.code === 'zh' ? 'en' : 'zh'));
    const say = () => {
      other.textContent = page.language.code === 'zh' ? 'English' : '中文';
      other.lang = page.language.code === 'zh' ? 'en' : 'zh-Hans';
      page.language.apply(this.node);
    };
    const head = h(
      'header',
      { class: 'gate-head' },
      h('span', { class: 'logo', 'aria-hidden': 'true' }),
      h('strong', { i18n: 'brand' }),
      h('span', { class: 'spring' }),
      other,
    );
    this.title = h('h2', { i18n: `${name}.title`, id: `${name}-title` });
    this.problem = h('p', { class: 'gate-problem', role: 'alert', testid: `${name}-problem` });
    this.node = h(
      'dialog',
      { class: 'gate', testid: name, 'aria-labelledby': `${name}-title` },
      head,
      this.title,
      ...content,
      this.problem,
    );
    this.node.addEventListener('cancel', (event) => event.preventDefault());
    this.unfollow = page.language.follow(say);
    this.say = say;
  }

  open() {
    document.body.append(this.node);
    this.say();
    this.node.showModal();
  }

  close() {
    this.unfollow();
    this.node.close();
    this.node.remove();
  }

  complain(text) {
    this.problem.textContent = text;
  }
}

/** A labelled field. */
export function field(key, properties) {
  const input = h('input', properties);
  return { input, node: h('label', { class: 'gate-field' }, h('span', { i18n: key }), input) };
}
