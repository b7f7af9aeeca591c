/** What a team and its paths say, as text: pure, so that it is tested without a page. */

import { formatTravel, nameIn } from './format.js';

/** A path as alternating nodes and links: `[{ node }, { link, forward }, …]`, each in words. */
export function pathSteps(path, code) {
  const word = (thing) => (code === 'zh' ? thing.zh : thing.en) || '';
  return path.nodes.flatMap((node, index) => {
    const link = path.links[index];
    const step = { kind: 'node', label: node.label, text: word(node) || node.id };
    if (!link) return [step];
    const said = word(link);
    return [step, { kind: 'link', type: link.type, forward: link.forward, text: said ? `${link.type} ${said}` : link.type }];
  });
}

/** The same in one line, as somebody would write it down. */
export function pathLine(path, code) {
  return pathSteps(path, code)
    .map((step) => {
      if (step.kind === 'node') return `(${step.text})`;
      return step.forward ? `-[${step.text}]->` : `<-[${step.text}]-`;
    })
    .join('');
}

/** What is missing: how many of which skill. */
export function missing(team, district, language) {
  return (team.shortfalls ?? []).map((need) =>
    language.t('team.missing', {
      n: need.count - need.covered,
      skill: district.skillName(need.skillId, language.code),
    }),
  );
}

/** One line of the team: what they are there for, how soon, whether only as a stand-in, and who comes next. */
export function memberLine(member, district, language) {
  const { t, code } = language;
  const skills = member.covers.map((id) => district.skillName(id, code)).join(t('comma.list'));
  const parts = [skills, formatTravel(member.travelSeconds, language.units())];
  if (member.standsIn) parts.push(t('team.standsIn'));
  if (member.equipmentId) parts.push(district.equipmentName(member.equipmentId, code));
  if (member.backfill) {
    const time = formatTravel(member.backfill.travelSeconds, language.units());
    parts.push(t('team.backfill', { name: nameIn(code, member.backfill), time }));
  }
  return parts.filter(Boolean).join(' · ');
}

/** What sending them leaves thin, a sentence for each skill. */
export function leavesLines(leaves, district, language) {
  const { t, code } = language;
  return (leaves ?? []).map((left) =>
    t(left.leftOnDuty ? 'team.leaves' : 'team.leavesNobody', {
      skill: district.skillName(left.skillId, code),
      cells: left.cellsAfter - left.cellsBefore,
      minutes: Math.round(left.limitSeconds / 60),
      left: left.leftOnDuty,
      before: formatTravel(left.meanSecondsBefore, language.units()),
      after: formatTravel(left.meanSecondsAfter, language.units()),
    }),
  );
}

/** How old what an answer stands on was when it was worked out, in whole seconds; 0 when that is not said. */
export function secondsBehind({ computedAt, projectionAsOf }) {
  const millis = Date.parse(computedAt ?? '') - Date.parse(projectionAsOf ?? '');
  return Number.isNaN(millis) ? 0 : Math.max(0, Math.floor(millis / 1_000));
}
