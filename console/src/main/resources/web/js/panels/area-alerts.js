/** Alerts that concern the whole area, as chips over the map: they have no cell to be drawn in. */

import { DomEvent } from 'leaflet';
import { alertList, isAreaWide, isSnoozed } from '../alerts.js';
import { h, reconcile, setText } from '../element.js';
import { gradeBadge } from '../severity.js';

/** The map stays calm; the rest is in the list. */
const SHOWN_AT_MOST = 3;

export class AreaAlerts {
  constructor(desk) {
    this.desk = desk;
    this.chips = h('div', { class: 'area-alerts', testid: 'area-alerts' });
    this.more = h('button', { type: 'button', class: 'area-more', testid: 'area-alerts-more', hidden: true });
    this.more.addEventListener('click', () => desk.alerts.focus());
    this.node = h('div', { class: 'area-box' }, this.chips, this.more);
    DomEvent.disableClickPropagation(this.node);
    desk.store.subscribe((state, before) => {
      if (state.alerts !== before.alerts || state.alertDecisions !== before.alertDecisions) this.render();
    });
    for (const subject of [desk.language, desk.alertSelection, desk.layers.alerts]) subject.follow(() => this.render());
    this.render();
  }

  render() {
    const { store, clock, layers } = this.desk;
    const { alerts, alertDecisions } = store.state;
    const wide = layers.alerts.value ? [...alerts.values()].filter(isAreaWide) : [];
    const { list } = alertList(wide, alertDecisions, clock.now());
    reconcile(
      this.chips,
      list.slice(0, SHOWN_AT_MOST),
      (alert) => alert.id,
      () => this.#chip(),
      (node, alert) => this.#update(node, alert, isSnoozed(alertDecisions.get(alert.id), clock.now())),
    );
    const rest = list.length - SHOWN_AT_MOST;
    this.more.hidden = rest <= 0;
    setText(this.more, rest > 0 ? this.desk.language.t('alert.moreWide', { n: rest }) : '');
  }

  #chip() {
    const chip = h('button', { type: 'button', class: 'area-alert', testid: 'area-alert' }, h('span'), h('span'));
    chip.addEventListener('click', () => this.desk.chooseAlert(chip.dataset.id));
    return chip;
  }

  #update(chip, alert, snoozed) {
    const { t } = this.desk.language;
    chip.dataset.id = alert.id;
    chip.dataset.level = alert.level;
    chip.classList.toggle('snoozed', snoozed);
    chip.setAttribute('aria-pressed', String(this.desk.alertSelection.value === alert.id));
    chip.children[0].replaceChildren(gradeBadge(alert.level, snoozed ? 'faded' : 'alert', 20));
    const word = t(snoozed ? 'snooze.word' : `levelWord.${alert.level}`);
    setText(chip.children[1], `${word} · ${t('alert.wholeArea')} · ${this.desk.alertTitle(alert)}`);
  }
}
