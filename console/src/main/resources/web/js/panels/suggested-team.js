/** The team that the joint plan suggests for the incident that is open. */

import { h, setText } from '../element.js';
import { suggestionFor, sumUp } from '../plan.js';
import { createTeam, updateTeam } from './planned-team.js';

export class SuggestedTeam {
  #id = null;
  #sending = false;
  #refused = [];

  constructor(desk) {
    this.desk = desk;
    this.team = createTeam(desk, (suggestion) => this.#send(suggestion));
    this.title = h('h3', { i18n: 'plan.suggested' });
    this.node = h('section', { class: 'suggested-team', testid: 'suggested-team', hidden: true }, this.title, this.team);
    desk.plan.follow(() => this.render());
    desk.language.follow(() => this.render());
  }

  open(id) {
    this.#id = id;
    this.#refused = [];
    this.render();
    this.desk.plan.watch(this);
  }

  close() {
    this.#id = null;
    this.desk.plan.leave(this);
  }

  render() {
    const suggestion = this.#id && !this.desk.isOver(this.#id) ? suggestionFor(this.desk.plan.value, this.#id) : null;
    this.node.hidden = !suggestion;
    if (!suggestion) return;
    setText(this.title, this.desk.language.t('plan.suggested'));
    updateTeam(this.team, suggestion, this.desk, { sending: this.#sending, refused: this.#refused });
  }

  async #send(suggestion) {
    this.#sending = true;
    this.render();
    const answer = await this.desk.sendTeam(suggestion);
    this.#sending = false;
    this.#refused = answer?.refused ?? [];
    const { sent } = sumUp(answer ? [answer] : []);
    if (sent) this.desk.toasts.show(this.desk.language.t('plan.sent', { n: sent, incidents: 1 }));
    await this.desk.plan.ask();
    this.render();
  }
}
