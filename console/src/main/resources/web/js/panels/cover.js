/** Cover: how soon a skill is where, what hangs on one person, what if more happened, which roads are closed, what vehicles do. */

import { h } from '../element.js';
import { countNotAvailable } from '../equipment.js';
import { ClosedRoadsList } from './closed-roads.js';
import { CoverageView } from './coverage.js';
import { EquipmentList } from './equipment.js';
import { Tabs } from './incident-tabs.js';
import { WeakPointsView } from './weak-points.js';
import { WhatIfView } from './what-if.js';

export class CoverPanel {
  constructor(root, desk) {
    this.root = root;
    this.desk = desk;
    this.title = h('h2', { tabindex: '-1', i18n: 'cover.title' });
    const close = h('button', { type: 'button', class: 'icon-button', label: 'close', testid: 'cover-close' }, '✕');
    close.addEventListener('click', () => desk.cover.tab.set(null));
    const heading = h('div', { class: 'cover-heading' }, this.title, close);
    this.tabs = new Tabs(['coverage', 'weak', 'whatif', 'roads', 'equipment'], (name) => this.#turned(name));
    root.append(h('header', { class: 'incident-head' }, heading), this.tabs.node);
    const { pages } = this.tabs;
    this.views = {
      coverage: new CoverageView(pages.coverage, desk),
      weak: new WeakPointsView(pages.weak, desk),
      whatif: new WhatIfView(pages.whatif, desk),
      roads: new ClosedRoadsList(pages.roads, desk),
      equipment: new EquipmentList(pages.equipment, desk),
    };
    desk.cover.tab.follow((tab, before) => this.#open(tab, before));
    desk.cover.closures.follow((closures) => this.tabs.count('roads', closures.length));
    desk.cover.equipment.follow((units) => this.tabs.count('equipment', countNotAvailable(units)));
    desk.language.apply(root);
  }

  #open(tab, before) {
    const { cover } = this.desk;
    this.root.hidden = !tab;
    if (tab !== 'whatif') cover.supposed.set(null);
    if (tab !== 'roads') cover.chosenRoads.set([]);
    if (!tab) return;
    this.tabs.show(tab);
    this.views[tab].open();
    if (!before) this.title.focus();
  }

  #turned(name) {
    if (this.desk.cover.tab.value) this.desk.cover.tab.set(name);
  }
}
