/** How grave an incident is: what an officer set, what its reports say, and when it has become graver. */

import { gradeRank } from './attention.js';

const saidOf = (incident) => incident.reportedGrade ?? incident.grade;

/**
 * The grade an incident has become urgent to by what its reports say, its own or those of one joined to it; null when it
 * has not. An officer who has set a grade hears of it as well.
 */
export function graverNews(known, incident) {
  if (!known) return null;
  const said = saidOf(incident);
  const isUrgent = gradeRank(said) <= gradeRank('II');
  const rose = gradeRank(said) < gradeRank(saidOf(known));
  return isUrgent && rose && gradeRank(said) < gradeRank(known.grade) ? said : null;
}

/**
 * The words beside a grade: who set it and what the reports say, and what joined incident is graver. `joinedType` is its
 * name; empty when the grade is simply what the incident's own reports say.
 */
export function gradeSaid(incident, joinedType, t) {
  const { reportedGrade, graverJoinedId } = incident;
  const joined = graverJoinedId && t('grade.joined', { id: graverJoinedId, type: joinedType ?? '' });
  if (!reportedGrade) return joined || '';
  const said = t('grade.byHand', { grade: reportedGrade });
  return joined ? `${said} · ${joined}` : said;
}
