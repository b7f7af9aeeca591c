/** What hangs on one person, or on nobody, in the hours to come; and certificates that run out. */

import { certificatesByNeed } from '../cover.js';
import { h, reconcile, setText } from '../element.js';
import { formatWhen } from '../time.js';

const HOURS = [8, 12, 24, 72];
const DAYS = [14, 30, 90];

export class WeakPointsView {
  #answer = null;
  #asked = 0;

  constructor(root, desk) {
    this.desk = desk;
    this.hours = this.#choice(HOURS, 'weak.hours', 'weak-hours', 12);
    this.days = this.#choice(DAYS, 'weak.days', 'weak-days', 30);
    this.gapsTitle = h('h3');
    this.gaps = h('ul', { class: 'weak-list', testid: 'weak-gaps' });
    this.certificatesTitle = h('h3');
    this.certificates = h('ul', { class: 'weak-list', testid: 'weak-certificates' });
    root.append(
      h('div', { class: 'cover-fields' }, this.hours.label),
      this.gapsTitle,
      this.gaps,
      h('div', { class: 'cover-fields' }, this.days.label),
      this.certificatesTitle,
      this.certificates,
    );
    desk.language.follow(() => this.#render());
  }

  #choice(values, key, testid, chosen) {
    const input = h('select', { testid }, ...values.map((n) => h('option', { value: n, i18n: `${key}.${n}` })));
    input.value = String(chosen);
    input.addEventListener('change', () => this.#load());
    return { input, label: h('label', { class: 'cover-field' }, h('span', { i18n: key }), input) };
  }

  open() {
    this.#render();
    this.#load();
  }

  async #load() {
    const asked = ++this.#asked;
    await this.desk.attempt(async () => {
      const answer = await this.desk.api.weakPoints(this.hours.input.value, this.days.input.value);
      if (asked !== this.#asked) return;
      this.#answer = answer;
      this.#render();
    });
  }

  #render() {
    const { t } = this.desk.language;
    const { gaps = [], certificates = [] } = this.#answer ?? {};
    const loading = !this.#answer;
    setText(this.gapsTitle, loading ? t('candidates.loading') : t('weak.gaps', { n: gaps.length }));
    setText(this.certificatesTitle, loading ? '' : t('weak.certificates', { n: certificates.length }));
    const item = (testid) => () => h('li', { testid }, h('b'), h('span', { class: 'quiet' }));
    reconcile(this.gaps, gaps, (gap) => `${gap.skillId}|${gap.level}|${gap.from}`, item('weak-gap'), (node, gap) => this.#gap(node, gap));
    reconcile(
      this.certificates,
      certificatesByNeed(certificates),
      (one) => `${one.personId}|${one.skillId}`,
      item('weak-certificate'),
      (node, one) => this.#certificate(node, one),
    );
  }

  #gap(node, gap) {
    const { language, district, clock } = this.desk;
    const when = (instant) => formatWhen(instant, district.zone, clock.now()).slice(0, -3);
    const skill = district.skillName(gap.skillId, language.code);
    node.classList.toggle('bad', gap.personIds.length === 0);
    setText(node.firstChild, language.t('weak.skill', { skill, level: gap.level }));
    const who = gap.personIds.map((id) => this.desk.personName(id)).join(language.t('comma.list'));
    const key = who ? 'weak.onlyOne' : 'weak.nobody';
    setText(node.lastChild, language.t(key, { who, from: when(gap.from), until: when(gap.until) }));
  }

  #certificate(node, one) {
    const { language, district } = this.desk;
    const skill = district.skillName(one.skillId, language.code);
    node.classList.toggle('bad', one.daysLeft < 0);
    setText(node.firstChild, `${this.desk.personName(one.personId)} · ${skill}`);
    const key = one.daysLeft < 0 ? 'weak.expired' : 'weak.expires';
    setText(node.lastChild, language.t(key, { until: one.until, n: one.daysLeft, others: one.othersLeft }));
  }
}
