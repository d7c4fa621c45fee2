import { fail } from '../../internal/fail.js'
import { assertOneOf } from '../../internal/guards.js'
import type { Dedupe } from './latestAnswers.js'

/** Which of a respondent's answers count: as asked, or as the tally of the answers has fixed it. */
export function dedupeOf(
  definition: Readonly<Record<string, unknown>>,
  dedupe: Dedupe | undefined,
): Dedupe | undefined {
  if (dedupe !== undefined) assertOneOf(dedupe, ['latestPerRespondent', 'all'], 'options.dedupe')
  const fixed = definition['dedupe'] as Dedupe | undefined
  if (fixed !== undefined && dedupe !== undefined && fixed !== dedupe) {
    fail('TALLY_MISMATCH', 'options.dedupe', 'must be that of the tally', dedupe)
  }
  return dedupe ?? fixed
}
