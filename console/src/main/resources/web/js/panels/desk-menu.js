/** What else an officer may want, in a menu: the table, commands, keys, the handover, who is on, cover, messages, phones, the wall. */

import { h, setText } from '../element.js';
import { announcedHandover } from '../shift.js';
import { Popover } from './popover.js';

export class DeskMenu {
  constructor(desk) {
    const opener = h('button', { type: 'button', class: 'tool', testid: 'desk-menu', i18n: 'menu.open' });
    const entry = (name, key, run) => {
      const text = h('span', { i18n: `menu.${name}` });
      const button = h('button', { type: 'button', class: 'menu-entry', testid: `menu-${name}` }, text, h('kbd', {}, key));
      button.addEventListener('click', () => {
        this.popover.toggle(false);
        desk.whole.then(run);
      });
      return button;
    };
    const entries = [
      entry('table', 'T', () => desk.table.open()),
      entry('command', ':', () => desk.commandBar.open()),
      entry('roster', '', () => desk.table.open('people')),
      entry('cover', 'C', () => desk.cover.tab.set('coverage')),
      entry('notices', '', () => desk.notices.open()),
      entry('absences', '', () => desk.absences.open()),
      desk.may('listDevices') && entry('devices', '', () => desk.devices.open()),
      desk.may('draftHandover') && entry('handover', 'H', () => desk.shift.openHandover()),
      entry('wall', '', () => open('/?kiosk', '_blank', 'noopener')),
      entry('keys', '?', () => desk.shortcuts.open()),
    ];
    this.popover = new Popover(opener, h('div', { class: 'desk-menu' }, ...entries.filter(Boolean)), {
      onOpen: () => entries[0].focus(),
    });
    this.node = this.popover.node;
    // what waits for a signature is seen on the closed menu too
    this.waiting = h('span', { class: 'menu-waiting', hidden: true, testid: 'menu-waiting' });
    opener.after(this.waiting);
    desk.shift.standing.follow(() => this.#showWaiting(desk));
    this.#showWaiting(desk);
  }

  #showWaiting({ shift, officer, may }) {
    const found = may('signHandover') ? announcedHandover(shift.standing.value, officer.value) : null;
    this.waiting.hidden = !found || found.own;
    setText(this.waiting, found ? String(found.more + 1) : '');
  }
}
