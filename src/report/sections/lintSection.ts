import type { Section } from '../model.js'
import type { ReportContext } from '../reportContext.js'

/** What is wrong with the definitions of the objectives. */
export function lintSection({ review, heading, findings }: ReportContext): Section | null {
  const { lint = [] } = review
  if (lint.length === 0) return null
  return { id: 'lint', title: heading('lint'), blocks: [{ kind: 'list', items: lint.map(findings.line) }] }
}
