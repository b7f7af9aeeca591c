/** Warnings ahead of incidents: shown above the list while there are any. */

import { h, reconcile, setText } from '../element.js';
import { gradeRank } from '../attention.js';
import { gradeBadge } from '../severity.js';
import { ageSeconds, formatAge } from '../time.js';

export class AlertsPanel {
  constructor(root, desk) {
    this.desk = desk;
    this.root = root;
    this.title = h('summary');
    this.list = h('div', { class: 'alert-rows' });
    this.box = h('details', { class: 'alerts', open: true, testid: 'alerts' }, this.title, this.list);
    root.append(this.box);
    desk.store.subscribe((state, before) => state.alerts !== before.alerts && this.render());
    desk.language.follow(() => this.render());
    this.render();
  }

  render() {
    const alerts = [...this.desk.store.state.alerts.values()];
    alerts.sort((a, b) => gradeRank(a.level) - gradeRank(b.level) || (a.raisedAt < b.raisedAt ? 1 : -1));
    this.root.hidden = alerts.length === 0;
    setText(this.title, this.desk.language.t('alert.many', { n: alerts.length }));
    reconcile(
      this.list,
      alerts,
      (alert) => alert.id,
      () => this.#row(),
      (node, alert) => this.#update(node, alert),
    );
  }

  #row() {
    const row = h('button', { type: 'button', class: 'alert-row', testid: 'alert-row' });
    row.append(
      h('span', { class: 'row-badge' }),
      h('span', { class: 'alert-topic' }),
      h('span', { class: 'alert-why' }),
      h('span', { class: 'row-age' }),
    );
    row.addEventListener('click', () => this.desk.showOnMap(Number(row.dataset.lat), Number(row.dataset.lon)));
    return row;
  }

  #update(row, alert) {
    const { language, district, clock } = this.desk;
    const [badge, topic, why, age] = row.children;
    row.dataset.id = alert.id;
    row.dataset.lat = alert.lat;
    row.dataset.lon = alert.lon;
    if (badge.dataset.level !== alert.level) {
      badge.dataset.level = alert.level;
      badge.replaceChildren(gradeBadge(alert.level, 'alert', 24));
    }
    const place = this.desk.placeOfCell(alert.cellId);
    setText(topic, [district.typeName(alert.topic, language.code), place].filter(Boolean).join(' · '));
    setText(why, language.code === 'zh' ? alert.reasonZh : alert.reasonEn);
    row.title = why.textContent;
    setText(age, formatAge(ageSeconds(alert.raisedAt, clock.now()), language.units()));
  }
}
