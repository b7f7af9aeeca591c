/** Alerts that concern the whole area, as chips over the map: they have no cell to be drawn in. */

import { DomEvent } from 'leaflet';
import { alertList, isAreaWide, isSnoozed } from '../alerts.js';
import { h, reconcile, setText } from '../element.js';
import { gradeBadge } from '../severity.js';

export class AreaAlerts {
  constructor(desk) {
    this.desk = desk;
    this.node = h('div', { class: 'area-alerts', testid: 'area-alerts' });
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
      this.node,
      list,
      (alert) => alert.id,
      () => this.#chip(),
      (node, alert) => this.#update(node, alert, isSnoozed(alertDecisions.get(alert.id), clock.now())),
    );
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
