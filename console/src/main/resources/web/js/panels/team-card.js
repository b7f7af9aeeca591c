/** The team that is there soonest for what is open, what it lacks, and what sending it leaves thin. */

import { h, reconcile, setText } from '../element.js';
import { formatTravel, nameIn } from '../format.js';
import { suggestionFor } from '../plan.js';
import { leavesLines, memberLine, missing } from '../team.js';

export class TeamCard {
  #answer = null;

  constructor(desk) {
    this.desk = desk;
    this.head = h('div', { class: 'team-head' });
    this.short = h('div', { class: 'team-short', role: 'status', testid: 'team-short' });
    this.members = h('ul', { class: 'team-members' });
    this.leaves = h('ul', { class: 'team-leaves', testid: 'team-leaves' });
    this.others = h('div', { class: 'quiet' });
    this.node = h(
      'div',
      { class: 'team', testid: 'team', hidden: true },
      this.head,
      this.members,
      this.short,
      this.leaves,
      this.others,
    );
    // the plan may come after the answer, and takes back what this card would say
    desk.plan.follow(() => this.render(this.#answer));
  }

  render(answer) {
    this.#answer = answer;
    const { language, district } = this.desk;
    const team = answer?.team;
    this.node.hidden = !team || (team.members.length === 0 && team.complete);
    if (this.node.hidden) return;
    const joint = suggestionFor(this.desk.plan.value, answer.incidentId);
    const alone = Boolean(joint?.people.length);
    const planned = new Set((joint?.people ?? []).map((place) => place.personId));
    const same = alone && team.members.length === planned.size && team.members.every(({ personId }) => planned.has(personId));
    // what the plan says already is not said again, only what sending them leaves thin
    this.head.hidden = same;
    setText(this.head, alone ? this.#alone(team) : this.#headline(team));
    this.head.title = this.head.textContent;
    this.members.hidden = alone;
    this.node.classList.toggle('partial', !team.complete);
    this.node.classList.toggle('alone', alone);
    reconcile(
      this.members,
      team.members,
      (member) => member.personId,
      () => h('li', {}, h('b'), h('span', { class: 'quiet' })),
      (node, member) => {
        setText(node.children[0], nameIn(language.code, member));
        setText(node.children[1], memberLine(member, district, language));
      },
    );
    const short = missing(team, district, language);
    this.short.hidden = alone || short.length === 0;
    setText(this.short, short.length ? language.t('team.short', { what: short.join(language.t('comma.list')) }) : '');
    this.#list(this.leaves, leavesLines(answer.leaves, district, language));
    this.node.hidden = same && this.leaves.hidden;
    setText(this.others, alone ? '' : this.#others(answer.otherTeams ?? []));
  }

  #headline(team) {
    const { t } = this.desk.language;
    if (!team.members.length) return t('team.nobody');
    const time = formatTravel(team.readySeconds, this.desk.language.units());
    return t(team.complete ? 'team.complete' : 'team.partial', { n: team.members.length, time });
  }

  /** The joint plan keeps somebody for a worse incident, and its team stands above: who would go were there no other. */
  #alone(team) {
    const { t, code } = this.desk.language;
    if (!team.members.length) return t('team.nobody');
    const who = team.members.map((member) => nameIn(code, member)).join(t('comma.list'));
    return t('team.alone', { who, time: formatTravel(team.readySeconds, this.desk.language.units()) });
  }

  /** Other ways to make up the team that would be whole as well. */
  #others(teams) {
    const { t } = this.desk.language;
    return teams
      .filter((team) => team.complete)
      .map((team) => {
        const time = formatTravel(team.readySeconds, this.desk.language.units());
        return t('team.other', { n: team.members.length, time });
      })
      .join(' ');
  }

  #list(node, lines) {
    node.hidden = lines.length === 0;
    reconcile(
      node,
      lines.map((text) => ({ text })),
      (line) => line.text,
      () => h('li'),
      (item, line) => setText(item, line.text),
    );
  }
}
