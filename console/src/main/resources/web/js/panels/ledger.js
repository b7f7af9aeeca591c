/** How far reports are on their way, stage by stage, and what is wrong with the system itself. */

import { h, reconcile, setText } from '../element.js';
import { alarmText, ALL_STAGES, OWN_STAGES, stageState } from '../ledger.js';
import { formatClock } from '../time.js';

export class LedgerView {
  constructor(root, desk) {
    this.desk = desk;
    this.alarms = h('div', { class: 'ledger-alarms', role: 'status', testid: 'system-alarms' });
    this.own = h('div', { class: 'ledger-stages', testid: 'stages-own' });
    this.all = h('div', { class: 'ledger-stages', testid: 'stages-all' });
    root.append(
      this.alarms,
      h('h3', { i18n: 'ledger.all' }),
      this.all,
      h('h3', { i18n: 'ledger.own' }),
      this.own,
    );
  }

  show(health) {
    const { t } = this.desk.language;
    const stages = health?.stages ?? [];
    this.#stages(this.own, stages.filter((stage) => OWN_STAGES.includes(stage.name)));
    this.#stages(this.all, stages.filter((stage) => ALL_STAGES.includes(stage.name)));
    reconcile(
      this.alarms,
      health?.alarms ?? [],
      (alarm) => `${alarm.code} ${alarm.about ?? ''}`,
      () => h('div', { class: 'alarm-row' }, h('span'), h('span', { class: 'quiet' })),
      (node, alarm) => {
        setText(node.children[0], alarmText(alarm, t));
        const since = new Date(alarm.sinceMillis).toISOString();
        setText(node.children[1], t('ledger.since', { time: formatClock(since, this.desk.district.zone) }));
      },
    );
  }

  #stages(list, stages) {
    const { t } = this.desk.language;
    reconcile(
      list,
      stages,
      (stage) => stage.name,
      (stage) =>
        h(
          'div',
          { class: 'stage-row', testid: `stage-${stage.name}` },
          h('span', { class: 'part-dot', 'aria-hidden': 'true' }),
          h('span'),
          h('span', { class: 'stage-count' }),
          h('span', { class: 'quiet' }),
        ),
      (node, stage) => {
        const state = stageState(stage);
        node.classList.toggle('late', state === 'late');
        node.classList.toggle('unknown', state === 'unknown');
        setText(node.children[1], t(`stage.${stage.name}`));
        setText(node.children[2], stage.reports < 0 ? '–' : stage.reports.toLocaleString('en'));
        setText(node.children[3], state === 'unknown' ? t('ledger.unknown') : t('part.lag', { ms: stage.ageMillis }));
      },
    );
  }
}
