/** Setting a password and a second factor; afterwards the recovery codes, which are shown this once. */

import { button, h, setText, svg } from '../element.js';
import { sentenceOf } from '../problem.js';
import { field, Sheet } from './sheet.js';

const FIRST = 'first-officer';

export class SetUpPanel {
  /** @param settings `mayWait` whether it may be put off; `change` whether there is a password already */
  constructor(page, { mayWait = false, change = false } = {}) {
    this.page = page;
    this.change = change;
    this.name = field('setUp.name', {
      autocomplete: 'username',
      maxlength: '64',
      pattern: '[^\\s\\/]{1,64}',
      tip: 'admin.nameHint',
      testid: 'set-up-name',
    });
    this.name.node.hidden = page.session.value.name !== FIRST;
    const secret = { type: 'password', required: true, maxlength: '128' };
    this.current = field('setUp.current', { ...secret, autocomplete: 'current-password', testid: 'set-up-current' });
    this.current.node.hidden = !change;
    this.current.input.required = change;
    this.password = field('setUp.password', { ...secret, minlength: '12', autocomplete: 'new-password', testid: 'set-up-password' });
    this.again = field('setUp.again', { ...secret, autocomplete: 'new-password', testid: 'set-up-again' });
    this.code = field('setUp.code', {
      required: true,
      inputmode: 'numeric',
      autocomplete: 'one-time-code',
      maxlength: '6',
      testid: 'set-up-code',
    });
    this.qr = h('div', { class: 'qr', role: 'img', label: 'setUp.qr' });
    this.secret = h('code', { class: 'secret', testid: 'set-up-secret' });
    const factor = h('div', { class: 'factor' }, this.qr, h('div', {}, h('p', { i18n: 'setUp.scan' }), this.secret));
    const submit = h('button', { class: 'primary wide', i18n: 'setUp.submit', testid: 'set-up-submit' });
    this.form = h(
      'form',
      { class: 'gate-form' },
      h('p', { class: 'quiet', i18n: 'setUp.why' }),
      this.name.node,
      this.current.node,
      this.password.node,
      this.again.node,
      factor,
      this.code.node,
      submit,
    );
    if (mayWait || change) this.form.append(button('setUp.later', 'secondary wide', () => this.#finish(), { testid: 'set-up-later' }));
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#save();
    });
    this.sheet = new Sheet(page, 'setUp', this.form);
  }

  /** Done when it is set, or put off. */
  async ask() {
    // it may be put off before the secret is there
    const answered = new Promise((done) => (this.done = done));
    this.sheet.open();
    [this.name, this.current, this.password].find(({ node }) => !node.hidden).input.focus();
    try {
      this.#show(await this.page.api.beginSecondFactor());
    } catch (problem) {
      this.sheet.complain(sentenceOf(problem, this.page.language.t));
    }
    return answered;
  }

  #show({ secret, qrSize, qrPath }) {
    const box = `-3 -3 ${qrSize + 6} ${qrSize + 6}`;
    this.qr.replaceChildren(svg('svg', { viewBox: box, width: 184, height: 184, 'aria-hidden': 'true' }, svg('path', { d: qrPath })));
    setText(this.secret, secret.match(/.{1,4}/g).join(' '));
  }

  async #save() {
    const { t } = this.page.language;
    if (this.password.input.value !== this.again.input.value) {
      this.sheet.complain(t('setUp.differ'));
      return;
    }
    this.sheet.complain('');
    try {
      const { recoveryCodes } = await this.page.api.setUpAccount({
        password: this.password.input.value,
        code: this.code.input.value.trim(),
        ...(this.change && { current: this.current.input.value }),
        ...(!this.name.node.hidden && this.name.input.value.trim() && { name: this.name.input.value.trim() }),
      });
      await this.page.session.load();
      this.#showCodes(recoveryCodes);
    } catch (problem) {
      const type = problem.type?.split(':').pop();
      const known = ['weak-password', 'wrong-code', 'wrong-password', 'name-taken'];
      this.sheet.complain(known.includes(type) ? t(`setUp.${type}`) : sentenceOf(problem, t));
    }
  }

  #showCodes(codes) {
    const list = h('ul', { class: 'codes', testid: 'recovery-codes' }, ...codes.map((code) => h('li', {}, code)));
    const done = button('setUp.kept', 'primary wide', () => this.#finish(), { testid: 'set-up-done' });
    const codesPart = h('div', { class: 'gate-form' }, h('p', { i18n: 'setUp.codes' }), list, done);
    this.form.replaceWith(codesPart);
    this.page.language.apply(codesPart);
    done.focus();
  }

  #finish() {
    this.sheet.close();
    this.done();
  }
}
