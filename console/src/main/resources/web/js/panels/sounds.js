/** Sounds of what comes in, made by the browser itself; a switch, from which grade on, how loud, and a word when the browser blocks them. */

import { button, h, setText } from '../element.js';
import { remembered } from '../preferences.js';
import { GRADES, gradeBadge } from '../severity.js';
import { AGAIN_EVERY_MILLIS, hasGraveWaiting, newsGrade, SoundGate } from '../sounds.js';
import { TunePlayer } from '../tune-player.js';
import { Popover } from './popover.js';

const VOLUMES = ['25', '50', '75', '100'];

export class Sounds {
  #gate = new SoundGate();
  player = new TunePlayer();

  constructor(desk) {
    this.desk = desk;
    this.on = remembered('sound', 'on', ['on', 'off']);
    this.from = remembered('soundFrom', 'IV', GRADES);
    this.volume = remembered('soundVolume', '50', VOLUMES);
    this.opener = h('button', { type: 'button', class: 'tool tool-icon sound-button', testid: 'sounds' });
    this.blocked = button('sound.blocked', 'tool sound-blocked', () => this.#unlock(), { testid: 'sound-blocked', hidden: true });
    this.node = h('div', { class: 'sounds' }, this.blocked, new Popover(this.opener, this.#settings()).node);
    for (const subject of [this.on, this.from, desk.language]) subject.follow(() => this.#show());
    this.player.blocked.follow((blocked) => this.#showBlocked(blocked));
    desk.store.subscribe((state, before) => this.sound(newsGrade(state, before, desk.clock.now(), this.#isSilent)));
    desk.clock.everySecond(() => this.#again());
    for (const gesture of ['pointerdown', 'keydown']) addEventListener(gesture, () => this.#unlock(), { capture: true });
    this.#show();
  }

  #isSilent = (incident) => this.desk.shift.isSnoozed(incident.id);

  /** Mutes, or sounds again. */
  toggle() {
    this.on.set(this.on.value === 'on' ? 'off' : 'on');
    const { t } = this.desk.language;
    this.desk.toasts.show(t(this.on.value === 'on' ? 'sound.isOn' : 'sound.isOff'));
  }

  #settings() {
    const box = h('input', { type: 'checkbox', testid: 'sound-on' });
    box.addEventListener('change', () => this.on.set(box.checked ? 'on' : 'off'));
    this.on.follow((value) => (box.checked = value === 'on'));
    box.checked = this.on.value === 'on';
    const volume = h('select', { testid: 'sound-volume' }, ...VOLUMES.map((value) => h('option', { value }, `${value} %`)));
    volume.value = this.volume.value;
    volume.addEventListener('change', () => this.volume.set(volume.value));
    this.rows = GRADES.map((grade) => this.#gradeRow(grade));
    const choose = (node, text) => h('label', { class: 'sheet-choice' }, node, h('span', { i18n: text }));
    return h(
      'div',
      { class: 'sound-settings' },
      choose(box, 'sound.use'),
      h('label', { class: 'sheet-choice' }, h('span', { i18n: 'sound.volume' }), volume),
      h('h3', { i18n: 'sound.from' }),
      ...this.rows,
    );
  }

  #gradeRow(grade) {
    const radio = h('input', { type: 'radio', name: 'sound-from', value: grade, testid: `sound-from-${grade}` });
    radio.addEventListener('change', () => this.from.set(grade));
    radio.checked = this.from.value === grade;
    const label = h('label', { class: 'sheet-choice' }, radio, gradeBadge(grade, 'solid', 20), h('span', { i18n: `grade.${grade}` }));
    return h('div', { class: 'sound-row' }, label, button('sound.try', 'tool', () => this.play(grade)));
  }

  #show() {
    const { t } = this.desk.language;
    const on = this.on.value === 'on';
    setText(this.opener, on ? '♪' : '✕♪');
    this.opener.classList.toggle('off', !on);
    const text = t(on ? 'sound.isOn' : 'sound.isOff');
    this.opener.title = text;
    this.opener.setAttribute('aria-label', `${t('sound.title')}: ${text}`);
    if (!on) this.blocked.hidden = true;
  }

  /** Sounds this grade, unless muted or too soon. */
  sound(grade) {
    if (this.on.value === 'on' && this.#gate.passes(grade, performance.now(), this.from.value)) this.play(grade);
  }

  /** Whoever does not answer a grade I hears it again. */
  #again() {
    if (this.#gate.silentFor(performance.now()) < AGAIN_EVERY_MILLIS) return;
    const { incidents, snapshots } = this.desk.store.state;
    if (snapshots && hasGraveWaiting(incidents.values(), this.#isSilent)) this.sound('I');
  }

  #showBlocked(blocked) {
    this.blocked.hidden = !blocked;
    if (blocked) this.desk.language.apply(this.blocked);
  }

  #unlock() {
    if (this.on.value === 'on') this.player.unlock();
  }

  play(grade) {
    this.node.dataset.last = grade;
    this.player.play(grade, Number(this.volume.value) / 100);
  }
}
