import type { Exclusions } from '../../internal/createExclusions.js'
import { fail } from '../../internal/fail.js'
import type { Answer } from './readAnswers.js'

/** Which of a respondent's answers count. */
export type Dedupe = 'latestPerRespondent' | 'all'

/**
 * The answers that count: of relational surveys the latest of each respondent, of transactional ones all.
 *
 * The two kinds of survey ask different questions: together they are an error. Answers of nobody known all count.
 */
export function latestAnswers(
  answers: readonly Answer[],
  dedupe: Dedupe | undefined,
  exclusions: Exclusions,
): readonly Answer[] {
  const mode = answers[0]?.mode
  const other = answers.find((answer) => answer.mode !== mode)
  if (other !== undefined) {
    fail('MIXED_SURVEYS', 'responses', 'relational and transactional answers are measured apart', 'both modes')
  }
  if ((dedupe ?? (mode === 'transactional' ? 'all' : 'latestPerRespondent')) === 'all') return answers
  const latest = new Map<string, Answer>()
  const unknown: Answer[] = []
  for (const answer of answers) {
    if (answer.respondent === '') {
      unknown.push(answer)
      continue
    }
    const present = latest.get(answer.respondent)
    if (present !== undefined) exclusions.add('superseded')
    if (present === undefined || isLater(answer, present)) latest.set(answer.respondent, answer)
  }
  return [...latest.values(), ...unknown]
}

function isLater(a: Answer, b: Answer): boolean {
  return a.at > b.at || (a.at === b.at && a.id > b.id)
}
