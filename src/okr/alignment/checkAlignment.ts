import type { Finding } from '../../finding.js'
import { assertArray, assertKnownOptions, assertPlain } from '../../internal/guards.js'
import type { ObjectiveDraft } from '../models/draft.js'
import { assertUniqueIds } from '../scoring/assertUniqueIds.js'
import { alignmentChecks } from './alignmentChecks.js'

/** The findings on the links between objectives alone, by rule, then by input. */
export function checkAlignment(
  data: { readonly objectives: readonly ObjectiveDraft[] },
  options: { readonly additiveRollUp?: boolean | undefined } = {},
): Finding[] {
  assertPlain(data, 'data')
  assertKnownOptions(options, ['additiveRollUp'])
  assertUniqueIds(data.objectives, 'objectives')
  data.objectives.forEach(({ parentIds, keyResults }, index) => {
    if (parentIds !== undefined) assertArray(parentIds, `objectives[${index}].parentIds`)
    if (keyResults !== undefined) assertUniqueIds(keyResults, `objectives[${index}].keyResults`)
  })
  return Object.entries(alignmentChecks).flatMap(([code, { severity, find }]) =>
    find(data.objectives, options.additiveRollUp === true).map(({ subject, evidence }) => ({
      code,
      severity,
      subject,
      evidence,
      method: 'rule',
      params: {},
    })),
  )
}
