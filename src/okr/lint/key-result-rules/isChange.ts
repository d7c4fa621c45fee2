import type { LintedKeyResult } from '../lintModel.js'

/** Whether a number is to get from a baseline to a target. */
export function isChange({ keyResult }: LintedKeyResult): boolean {
  return keyResult.kind === 'change'
}
