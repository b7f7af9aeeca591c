/** Signing in: name and password, then the authenticator's code; or at the organization's own provider. */

import { h } from '../element.js';
import { sentenceOf } from '../problem.js';
import { providerAnswerIn } from '../session.js';
import { field, Sheet } from './sheet.js';

export class SignInPanel {
  constructor(page) {
    this.page = page;
    this.name = field('signIn.name', { name: 'username', autocomplete: 'username', required: true, maxlength: '64', testid: 'sign-in-name' });
    this.password = field('signIn.password', {
      type: 'password',
      name: 'password',
      autocomplete: 'current-password',
      required: true,
      maxlength: '128',
      testid: 'sign-in-password',
    });
    this.code = field('signIn.code', {
      name: 'code',
      autocomplete: 'one-time-code',
      inputmode: 'numeric',
      maxlength: '32',
      testid: 'sign-in-code',
    });
    this.code.node.hidden = true;
    this.codeNote = h('p', { class: 'quiet', i18n: 'signIn.codeNote', hidden: true });
    this.submit = h('button', { class: 'primary wide', i18n: 'signIn.submit', testid: 'sign-in-submit' });
    const form = h('form', { class: 'gate-form' }, this.name.node, this.password.node, this.code.node, this.codeNote, this.submit);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#try();
    });
    this.provider = h('a', { class: 'secondary wide', href: '/api/v1/session/provider', i18n: 'signIn.provider', testid: 'sign-in-provider' });
    this.first = h('p', { class: 'quiet', i18n: 'signIn.first' });
    this.sheet = new Sheet(page, 'signIn', form, this.provider, this.first);
  }

  /** Done when somebody is signed in. */
  ask() {
    const { provider, first } = this.page.session.value;
    this.provider.hidden = !provider;
    this.first.hidden = !first;
    this.sheet.open();
    this.name.input.focus();
    const answer = providerAnswerIn(location.hash);
    if (answer) this.sheet.complain(this.page.language.t(`signIn.provider.${answer}`));
    return new Promise((done) => (this.done = done));
  }

  async #try() {
    const { t } = this.page.language;
    this.sheet.complain('');
    this.submit.disabled = true;
    try {
      const code = this.code.node.hidden ? undefined : this.code.input.value.trim();
      this.page.session.set(await this.page.api.signIn(this.name.input.value.trim(), this.password.input.value, code));
      this.sheet.close();
      this.done();
    } catch (problem) {
      const type = problem.type?.split(':').pop();
      if (type === 'second-factor-needed') this.#askForCode();
      else if (type === 'wrong-sign-in' || type === 'wrong-code') this.sheet.complain(t(`signIn.${type}`));
      else if (type === 'too-soon') this.sheet.complain(t('signIn.too-soon', { n: /\d+/.exec(problem.message)?.[0] ?? '' }));
      else this.sheet.complain(sentenceOf(problem, t));
      if (type === 'wrong-code') this.code.input.select();
    } finally {
      this.submit.disabled = false;
    }
  }

  #askForCode() {
    this.code.node.hidden = false;
    this.codeNote.hidden = false;
    this.code.input.value = '';
    this.code.input.focus();
  }
}
