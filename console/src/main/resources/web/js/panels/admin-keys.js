/** Keys that programs come with. */

import { button, h, reconcile, setText } from '../element.js';
import { ROLES } from '../roles.js';
import { Choice } from './role-choice.js';
import { field } from './sheet.js';

export class AdminKeys {
  #keys = [];

  constructor(page) {
    this.page = page;
    this.told = h('div', { class: 'told-once', role: 'status', testid: 'key-told', hidden: true }, h('span'), h('code'));
    this.body = h('tbody');
    const heads = ['name', 'roles', 'source', 'state', 'acts'].map((key) => h('th', { scope: 'col', i18n: `admin.${key}` }));
    const table = h('table', { class: 'admin-table', testid: 'keys' }, h('thead', {}, h('tr', {}, ...heads)), this.body);
    this.node = h('section', {}, this.told, this.#form(), table);
    page.language.follow(() => this.#render());
  }

  #form() {
    this.name = field('admin.name', {
      required: true,
      maxlength: '64',
      pattern: '[^\\s\\/]{1,64}',
      hint: 'admin.nameHint',
      tip: 'admin.nameHint',
      testid: 'key-name',
    });
    this.source = field('admin.source', { maxlength: '64', pattern: '[a-z0-9._\\-]{1,64}', testid: 'key-source' });
    this.roles = new Choice('admin.roles', ROLES.map((role) => ({ id: role, i18n: `role.${role}` })), 'key-roles');
    this.roles.value = ['feed'];
    const may = [
      { id: 'signed', i18n: 'admin.signed' },
      { id: 'actsForOthers', i18n: 'admin.others' },
    ];
    this.may = new Choice('admin.may', may, 'key-may');
    const submit = h('button', { class: 'primary', i18n: 'admin.create', testid: 'key-save' });
    const row = h('div', { class: 'admin-row' }, this.name.node, this.source.node);
    const acts = h('div', { class: 'admin-acts' }, submit);
    const form = h('form', { class: 'admin-form' }, h('h2', { i18n: 'admin.newKey' }), row, this.roles.node, this.may.node, acts);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.page.attempt(() => this.#create());
    });
    return form;
  }

  async load() {
    this.#keys = (await this.page.api.apiKeys()).keys;
    this.#render();
  }

  async #create() {
    const { key, secret } = await this.page.api.createApiKey({
      name: this.name.input.value.trim(),
      roles: this.roles.value,
      source: this.source.input.value.trim() || null,
      signed: this.may.value.includes('signed'),
      actsForOthers: this.may.value.includes('actsForOthers'),
    });
    const [words, code] = this.told.children;
    setText(words, this.page.language.t(key.signed ? 'admin.toldSigning' : 'admin.toldKey', { name: key.name, id: key.id }));
    setText(code, secret);
    this.told.hidden = false;
    this.name.input.value = '';
    await this.load();
  }

  #render() {
    reconcile(
      this.body,
      this.#keys,
      (key) => key.id,
      (key) => this.#row(key.id),
      (row, key) => this.#update(row, key),
    );
    this.page.language.apply(this.node);
  }

  #row(id) {
    const revoke = async () => {
      await this.page.api.revokeApiKey(id);
      await this.load();
    };
    const act = button('admin.revoke', 'tool', () => this.page.attempt(revoke), { testid: 'key-revoke' });
    return h('tr', { testid: 'key-row' }, h('td'), h('td'), h('td'), h('td'), h('td', {}, act));
  }

  #update(row, key) {
    const { language } = this.page;
    const [name, roles, source, state, acts] = row.children;
    row.dataset.name = key.name;
    row.classList.toggle('off', Boolean(key.revokedAt));
    setText(name, `${key.name} · ${key.id}`);
    setText(roles, key.roles.map((role) => language.t(`role.${role}`)).join(language.t('comma')));
    setText(source, key.source ?? '');
    setText(state, language.t(key.revokedAt ? 'admin.revoked' : 'admin.valid'));
    acts.firstChild.hidden = Boolean(key.revokedAt);
  }
}
