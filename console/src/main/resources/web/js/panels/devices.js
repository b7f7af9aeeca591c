/** Whose phone tells its position: registering one for a person, what to type into it, and revoking it. */

import { button, h, reconcile, setText } from '../element.js';
import { matches } from '../attention.js';
import { nameIn } from '../format.js';
import { isOnlyHere, needsSecret, phoneSettings, PROGRAMS } from '../phones.js';
import { Picker } from './picker.js';

export class DevicesPanel {
  #personId = null;
  #devices = [];

  constructor(desk) {
    this.desk = desk;
    this.dialog = h('dialog', { class: 'measures devices', testid: 'devices', label: 'phones.title' });
    const close = h('button', { type: 'button', class: 'icon-button', label: 'close', testid: 'devices-close' }, '✕');
    close.addEventListener('click', () => this.dialog.close());
    const head = h('header', { class: 'measures-head' }, h('h2', { i18n: 'phones.title' }), h('span', { class: 'spring' }), close);
    this.picker = new Picker(desk, {
      hint: 'phones.whose',
      testid: 'device-person',
      find: (query) => this.#people(query),
      onPick: (item) => this.#choose(item.id),
    });
    this.change = button('phones.choose', 'secondary', () => this.picker.open(), { testid: 'device-choose' });
    this.person = h('strong', { testid: 'device-of' });
    this.list = h('ul', { class: 'device-list', testid: 'device-list' });
    this.none = h('p', { class: 'empty', i18n: 'phones.none' });
    this.chosen = h('section', { hidden: true }, h('h3', { i18n: 'phones.known' }), this.list, this.none, this.#form(), this.#made());
    const who = h('div', { class: 'device-who' }, this.person, this.change);
    const what = h('p', { class: 'quiet', i18n: 'phones.what' });
    this.dialog.append(head, h('div', { class: 'measures-body' }, what, who, this.picker.node, this.chosen));
    this.dialog.addEventListener('click', (event) => event.target === this.dialog && this.dialog.close());
    this.dialog.addEventListener('close', () => this.#forget());
    document.body.append(this.dialog);
    desk.language.follow(() => this.dialog.open && this.#render());
  }

  #form() {
    const option = (program) => h('option', { value: program, i18n: `phones.program.${program}` });
    this.program = h('select', { testid: 'device-program' }, ...PROGRAMS.map(option));
    this.label = h('input', { maxlength: '100', hint: 'phones.labelHint', label: 'phones.label', testid: 'device-label', autocomplete: 'off' });
    this.gcj02 = h('input', { type: 'checkbox', testid: 'device-gcj02' });
    this.register = h('button', { class: 'primary', i18n: 'phones.register', testid: 'device-register' });
    const form = h(
      'form',
      { class: 'device-form' },
      h('label', { class: 'cover-field' }, h('span', { i18n: 'phones.program' }), this.program),
      h('label', { class: 'cover-field' }, h('span', { i18n: 'phones.label' }), this.label),
      h('label', { class: 'layer-row' }, this.gcj02, h('span', { i18n: 'phones.gcj02' })),
      this.register,
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#register();
    });
    return form;
  }

  /** Told once: whoever closes the sheet cannot read it again. */
  #made() {
    this.settings = h('dl', { class: 'device-settings', testid: 'device-settings' });
    this.warning = h('p', { class: 'device-warning', i18n: 'phones.onlyHere', hidden: !isOnlyHere(location.hostname) });
    this.madeBox = h(
      'section',
      { class: 'device-made', role: 'status', hidden: true, testid: 'device-made' },
      h('h3', { i18n: 'phones.type' }),
      this.settings,
      this.warning,
      h('p', { class: 'quiet', i18n: 'phones.once' }),
    );
    return this.madeBox;
  }

  open(personId = null) {
    this.desk.language.apply(this.dialog);
    this.dialog.showModal();
    if (personId) this.#choose(personId);
    else this.picker.open();
  }

  #people(query) {
    const { store, district, language } = this.desk;
    return [...store.state.people.values()]
      .filter((person) => !query || matches(`${person.id} ${person.nameZh} ${person.nameEn}`, query))
      .map((person) => ({
        id: person.id,
        text: nameIn(language.code, person),
        note: district.organizationName(person.organizationId, language.code),
      }));
  }

  async #choose(personId) {
    this.#forget();
    this.#personId = personId;
    this.#render();
    this.change.focus();
    await this.#load();
  }

  async #load() {
    const asked = this.#personId;
    await this.desk.attempt(async () => {
      const { devices } = await this.desk.api.devices(asked);
      if (asked !== this.#personId) return;
      this.#devices = devices;
      this.#render();
    });
  }

  async #register() {
    const program = this.program.value;
    const label = this.label.value.trim();
    this.register.disabled = true;
    await this.desk.attempt(async () => {
      const wanted = { withSecret: needsSecret(program), gcj02: this.gcj02.checked, ...(label && { label }) };
      const made = await this.desk.api.registerDevice(this.#personId, wanted);
      this.label.value = '';
      this.#show(phoneSettings(program, location.origin, made));
      await this.#load();
    });
    this.register.disabled = false;
  }

  #show(settings) {
    const rows = settings.map(({ key, value }) => {
      const copy = button('phones.copy', 'tool', () => this.#copy(value));
      return [h('dt', { i18n: key }), h('dd', {}, h('code', { data: { setting: key } }, value), copy)];
    });
    this.settings.replaceChildren(...rows.flat());
    this.madeBox.hidden = false;
    this.desk.language.apply(this.madeBox);
    this.madeBox.scrollIntoView({ block: 'nearest' });
  }

  async #copy(value) {
    const { toasts, language } = this.desk;
    try {
      await navigator.clipboard.writeText(value);
      toasts.show(language.t('phones.copied'));
    } catch {
      toasts.show(language.t('phones.copyRefused'), { kind: 'refused' });
    }
  }

  /** Nothing secret stays on the page. */
  #forget() {
    this.#personId = null;
    this.#devices = [];
    this.madeBox.hidden = true;
    this.settings.replaceChildren();
    this.chosen.hidden = true;
    setText(this.person, '');
    this.picker.close();
  }

  #render() {
    this.chosen.hidden = !this.#personId;
    if (!this.#personId) return;
    setText(this.person, this.desk.personName(this.#personId));
    reconcile(
      this.list,
      this.#devices,
      (device) => device.id,
      (device) => this.#create(device),
      (node, device) => this.#update(node, device),
    );
    this.none.hidden = this.#devices.length > 0;
  }

  #create(device) {
    const text = h('div', {}, h('b'), h('p', { class: 'quiet' }));
    const revoke = button('phones.revoke', 'secondary', () => this.#revoke(device.id), { testid: 'device-revoke' });
    const node = h('li', { testid: 'device-row', data: { id: device.id } }, text, revoke);
    this.desk.language.apply(node);
    return node;
  }

  #update(node, device) {
    const { t } = this.desk.language;
    const [text, revoke] = node.children;
    setText(text.firstChild, device.label || device.id);
    const marks = [device.withSecret && t('phones.withSecret'), device.gcj02 && 'GCJ-02'].filter(Boolean).join(' · ');
    const since = t('phones.since', { who: device.registeredBy, time: this.desk.when(device.registeredAt) });
    const until = device.revokedAt ? t('phones.revoked', { who: device.revokedBy, time: this.desk.when(device.revokedAt) }) : '';
    setText(text.lastChild, [since, marks, until].filter(Boolean).join(' · '));
    node.classList.toggle('revoked', Boolean(device.revokedAt));
    revoke.hidden = Boolean(device.revokedAt);
  }

  async #revoke(deviceId) {
    await this.desk.attempt(async () => {
      await this.desk.api.revokeDevice(deviceId);
      await this.#load();
    });
  }
}
