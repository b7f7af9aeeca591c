/** What the reader is told when something was refused or went wrong, in the language of the page. */

/**
 * The gateway's own sentence, which is in the language the page asked in; ours where there is none: no answer, an answer
 * that is not the gateway's, a fault of the page.
 */
export function sentenceOf(problem, t) {
  if (problem.status === 0) return t('problem.unreachable');
  if (problem.status === undefined) return t('problem.unexpected');
  return problem.detail ?? t('problem.wordless', { status: problem.status });
}
