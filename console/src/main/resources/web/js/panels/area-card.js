/** Who and what is in the drawn area: counts, free people by skill, and lists to copy or to see as a table. */

import { DomEvent } from 'leaflet';
import { contains, squareKilometers, whatIsIn } from '../area.js';
import { button, h, reconcile, setText } from '../element.js';
import { nameIn } from '../format.js';
import { paced } from '../pace.js';
import { GRADES, gradeBadge } from '../severity.js';
import { NoticeForm } from './notice-form.js';

const REFRESH_EVERY_MILLIS = 1_000;
const SKILLS_SHOWN = 8;

export class AreaCard {
  /** @param onClear the officer is done with the area */
  constructor(desk, onClear) {
    this.desk = desk;
    this.title = h('h3', { tabindex: '-1' });
    const close = h('button', { type: 'button', class: 'icon-button', label: 'area.clear', testid: 'area-clear' }, '✕');
    close.addEventListener('click', onClear);
    this.grades = h('div', { class: 'area-grades' });
    this.lines = h('dl', { class: 'area-lines' });
    this.skills = h('ul', { class: 'area-skills', label: 'area.skills' });
    this.notice = new NoticeForm(desk);
    const tools = h(
      'div',
      { class: 'area-tools' },
      this.notice.open,
      button('area.copy', 'tool', () => this.#copy(), { testid: 'area-copy' }),
      button('area.people', 'tool', () => this.#table('people'), { testid: 'area-people' }),
      button('area.incidents', 'tool', () => this.#table('incidents'), { testid: 'area-incidents' }),
    );
    const head = h('div', { class: 'area-head' }, this.title, close);
    this.node = h('section', { class: 'area-card', label: 'area.label', testid: 'area-card', hidden: true });
    this.node.append(head, this.grades, this.lines, h('h4', { i18n: 'area.skills' }), this.skills, tools, this.notice.form);
    DomEvent.disableClickPropagation(this.node);
    DomEvent.disableScrollPropagation(this.node);
    const refresh = paced(() => this.show(), REFRESH_EVERY_MILLIS);
    desk.store.subscribe(() => desk.area.value && refresh());
    desk.language.follow(() => this.show());
  }

  focus() {
    this.title.focus();
  }

  show() {
    const { area, store, district, language } = this.desk;
    this.node.hidden = !area.value;
    if (!area.value) return;
    const { t, code } = language;
    const found = whatIsIn(area.value, store.state, district);
    this.found = found;
    language.apply(this.node);
    setText(this.title, t('area.title', { size: squareKilometers(area.value).toFixed(2) }));
    this.notice.show(found.people.length);
    this.#showGrades(found);
    const lines = [
      ['incidents', found.incidents.length],
      ['alerts', found.alerts.length],
      ['people', t('area.peopleCount', { n: found.people.length, free: found.free, bound: found.bound })],
      ['places', found.places.length],
    ];
    this.lines.replaceChildren(
      ...lines.flatMap(([name, text]) => [
        h('dt', {}, t(`area.of.${name}`)),
        h('dd', { testid: `area-count-${name}` }, String(text)),
      ]),
    );
    const skills = [...found.skills].slice(0, SKILLS_SHOWN);
    reconcile(
      this.skills,
      skills,
      ([skill]) => skill,
      () => h('li', {}),
      (node, [skill, count]) => setText(node, `${district.skillName(skill, code)} ${count}`),
    );
  }

  #showGrades({ grades }) {
    const shown = GRADES.filter((grade) => grades.get(grade));
    reconcile(
      this.grades,
      shown,
      (grade) => grade,
      (grade) => h('span', { class: 'count', tip: `grade.${grade}` }, gradeBadge(grade, 'solid', 18), h('span')),
      (node, grade) => setText(node.lastChild, String(grades.get(grade))),
    );
  }

  /** Names, ids, departments and skills of the people, a line each, to paste into whatever calls them together. */
  async #copy() {
    const { language, district, toasts } = this.desk;
    const { code, t } = language;
    const lines = this.found.people.map((person) =>
      [
        nameIn(code, person),
        person.id,
        district.organizationName(person.organizationId, code),
        (person.skills ?? []).map((skill) => district.skillName(skill, code)).join(t('comma')),
      ].join('\t'),
    );
    try {
      await navigator.clipboard.writeText(lines.join('\n'));
      toasts.show(t('area.copied', { n: lines.length }));
    } catch {
      toasts.show(t('area.copyRefused'), { kind: 'refused' });
    }
  }

  #table(table) {
    const shape = this.desk.area.value;
    this.desk.whole.then(() => this.desk.table.open(table, '', (row) => contains(shape, row.lat, row.lon)));
  }
}
