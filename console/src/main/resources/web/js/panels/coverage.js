/** How soon a skill is in each cell now: the choice of skill and level, the figures, and the cells worst off. */

import { h, reconcile, setText } from '../element.js';
import { formatTravel } from '../format.js';
import { coverageSummary, NOBODY, reachClass } from '../reach.js';
import { formatClock } from '../time.js';
import { reachWords } from './coverage-legend.js';

const WORST_SHOWN = 30;
const LEVELS = [1, 2, 3, 4, 5];

export class CoverageView {
  constructor(root, desk) {
    this.desk = desk;
    this.skill = h('select', { testid: 'cover-skill', label: 'cover.skill' });
    this.level = h('select', { testid: 'cover-level', label: 'cover.level' }, ...LEVELS.map((n) => h('option', { value: n }, String(n))));
    this.skill.addEventListener('change', () => this.#choose(this.#known(this.skill.value).level));
    this.level.addEventListener('change', () => this.#choose(Number(this.level.value)));
    const field = (key, input) => h('label', { class: 'cover-field' }, h('span', { i18n: key }), input);
    this.onMap = h('input', { type: 'checkbox', testid: 'cover-on-map' });
    this.onMap.addEventListener('change', () => desk.layers.coverage.set(this.onMap.checked));
    const box = h('label', { class: 'layer-row' }, this.onMap, h('span', { i18n: 'cover.onMap' }));
    this.summary = h('p', { class: 'cover-summary', role: 'status', testid: 'cover-summary' });
    this.classes = h('div', { class: 'cover-classes' });
    this.cells = h('tbody');
    const column = (key) => h('th', { scope: 'col', i18n: key });
    const head = h('thead', {}, h('tr', {}, column('cover.cell'), column('cover.soonest'), column('cover.who')));
    this.table = h('table', { class: 'numbers cover-table', testid: 'cover-cells' }, head, this.cells);
    const fields = h('div', { class: 'cover-fields' }, field('cover.skill', this.skill), field('cover.level', this.level));
    root.append(fields, box, this.summary, this.classes, h('h3', { i18n: 'cover.worst' }), this.table);
    for (const subject of [desk.cover.coverage, desk.cover.skill, desk.layers.coverage]) subject.follow(() => this.#render());
    desk.language.follow(() => this.#render());
  }

  /** Looking at the figures is looking at the map. */
  open() {
    this.desk.layers.coverage.set(true);
    this.#render();
  }

  #known(id) {
    return this.desk.cover.choices.find((choice) => choice.id === id);
  }

  #choose(level) {
    this.desk.cover.skill.set({ id: this.skill.value, level });
  }

  #render() {
    const { cover, layers, language, district } = this.desk;
    if (cover.tab.value !== 'coverage') return;
    const { t, code } = language;
    this.onMap.checked = layers.coverage.value;
    reconcile(
      this.skill,
      cover.choices,
      (choice) => choice.id,
      (choice) => h('option', { value: choice.id }),
      (node, choice) => setText(node, district.skillName(choice.id, code)),
    );
    if (cover.skill.value) {
      this.skill.value = cover.skill.value.id;
      this.level.value = String(cover.skill.value.level);
    }
    const answer = cover.coverage.value;
    this.table.hidden = !answer;
    if (!answer) {
      setText(this.summary, t(cover.skill.value ? 'candidates.loading' : 'cover.noSkills'));
      this.classes.replaceChildren();
      return;
    }
    const sum = coverageSummary(answer.cells);
    const median = sum.medianSeconds === null ? '–' : formatTravel(sum.medianSeconds, language.units());
    const time = formatClock(answer.computedAt, district.zone);
    setText(this.summary, t('cover.summary', { median, nobody: sum.nobody, all: answer.cells.length, time }));
    this.#classes(sum.counts);
    this.#worst(sum.worst.slice(0, WORST_SHOWN));
  }

  #classes(counts) {
    reconcile(
      this.classes,
      counts.map((count, reach) => ({ count, reach })),
      ({ reach }) => reach,
      ({ reach }) =>
        h('span', { class: 'reach-key' }, h('span', { class: `reach-sign reach-${reach}`, 'aria-hidden': 'true' }), h('span')),
      (node, { count, reach }) =>
        setText(node.lastChild, this.desk.language.t('cover.class', { time: reachWords(this.desk.language, reach), n: count })),
    );
  }

  #worst(cells) {
    const { language } = this.desk;
    reconcile(
      this.cells,
      cells,
      (cell) => cell.cellId,
      (cell) => {
        const show = h('button', { type: 'button', class: 'link', on: { click: () => this.#show(cell.cellId) } });
        return h('tr', { testid: 'cover-cell' }, h('th', { scope: 'row' }, show), h('td'), h('td'));
      },
      (row, cell) => {
        const [name, time, who] = row.children;
        setText(name.firstChild, this.desk.placeOfCell(cell.cellId) || cell.cellId);
        const nobody = reachClass(cell.seconds) === NOBODY;
        setText(time, nobody ? language.t('reach.nobody') : formatTravel(cell.seconds, language.units()));
        row.classList.toggle('nobody', nobody);
        setText(who, cell.personId ? this.desk.personName(cell.personId) : '–');
      },
    );
  }

  #show(cellId) {
    const ring = this.desk.district.cellById.get(cellId)?.ring;
    if (!ring) return;
    const mean = (i) => ring.reduce((sum, corner) => sum + corner[i], 0) / ring.length;
    this.desk.showOnMap(mean(0), mean(1), false);
  }
}
