/** What the tints of the coverage map mean, and of which skill they speak. */

import { h, setText } from '../element.js';
import { NOBODY, REACH_MINUTES } from '../reach.js';
import { formatClock } from '../time.js';

/** One key per class: a swatch and its minutes. */
export function reachKeys(desk) {
  const keys = Array.from({ length: NOBODY + 1 }, (_, reach) => {
    const text = h('span');
    const say = () => setText(text, reachWords(desk.language, reach));
    desk.language.follow(say);
    say();
    return h('span', { class: 'reach-key' }, h('span', { class: `reach-sign reach-${reach}`, 'aria-hidden': 'true' }), text);
  });
  return h('div', { class: 'reach-keys' }, ...keys);
}

/** `≤ 8 min`, `> 20 min`, nobody. */
export function reachWords(language, reach) {
  if (reach === NOBODY) return language.t('reach.nobody');
  const minutes = REACH_MINUTES[reach];
  return minutes ? language.t('reach.within', { n: minutes }) : language.t('reach.beyond', { n: REACH_MINUTES.at(-1) });
}

export function coverageLegend(desk) {
  const what = h('p', { class: 'quiet', testid: 'legend-coverage-skill' });
  const say = () => {
    const { language, district, cover } = desk;
    const skill = cover.skill.value;
    const time = formatClock(cover.coverage.value?.computedAt, district.zone);
    const name = skill && district.skillName(skill.id, language.code);
    setText(what, skill ? language.t('cover.legend', { skill: name, level: skill.level, time }) : '');
  };
  for (const subject of [desk.language, desk.cover.skill, desk.cover.coverage]) subject.follow(say);
  say();
  return [reachKeys(desk), what];
}
