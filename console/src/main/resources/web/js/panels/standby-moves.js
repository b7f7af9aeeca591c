/** Whom to move where cover is thin: a click notes that they were told; everybody sees by whom and when. */

import { button, h, reconcile, setText } from '../element.js';
import { formatTravel } from '../format.js';

export class StandbyMoves {
  constructor(desk) {
    this.desk = desk;
    this.moves = h('ul', { class: 'plan-moves', testid: 'plan-moves' });
    this.none = h('p', { class: 'empty', i18n: 'plan.noMoves' });
    this.told = h('ul', { class: 'plan-moves plan-told', testid: 'plan-told' });
    this.node = h('section', {}, h('h3', { i18n: 'plan.moves' }), this.moves, this.none, this.told);
  }

  /** @param live the plan, null before the first */
  render(live) {
    const moves = live?.moves ?? [];
    const told = live?.told ?? [];
    reconcile(
      this.moves,
      moves,
      (move) => move.personId,
      () => this.#create(),
      (node, move) => this.#update(node, move),
    );
    this.none.hidden = moves.length > 0;
    reconcile(
      this.told,
      told,
      (order) => order.personId,
      (order) => h('li', { testid: 'plan-told-row', data: { person: order.personId } }),
      (node, order) => setText(node, this.#toldText(order)),
    );
  }

  #create() {
    const tell = button('plan.tell', 'secondary', () => this.#tell(node), { testid: 'plan-tell', hidden: !this.desk.may('tellStandby') });
    const node = h('li', { testid: 'plan-move' }, h('span'), tell);
    this.desk.language.apply(node);
    return node;
  }

  #update(node, move) {
    const { t, units } = this.desk.language;
    node.move = move;
    node.dataset.person = move.personId;
    const [text, tell] = node.children;
    const values = {
      name: this.desk.personName(move.personId),
      place: this.desk.placeOfCell(move.cellId),
      drive: formatTravel(move.driveSeconds, units()),
      saved: formatTravel(move.savedSeconds, units()),
    };
    setText(text, t('plan.move', values));
    tell.setAttribute('aria-label', t('plan.tellWho', values));
  }

  #toldText({ personId, cellId, by, at }) {
    const values = { name: this.desk.personName(personId), place: this.desk.placeOfCell(cellId) };
    return this.desk.language.t('plan.told', { ...values, who: by, time: this.desk.when(at) });
  }

  async #tell(node) {
    const { personId, cellId } = node.move;
    const [, tell] = node.children;
    tell.disabled = true;
    await this.desk.attempt(async () => {
      await this.desk.api.tellStandby(personId, cellId);
      await this.desk.plan.ask();
    });
    tell.disabled = false;
  }
}
