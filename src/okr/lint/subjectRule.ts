import type { Evidence, LintContext, LintLimits, LintRule } from './lintModel.js'

/** What a rule over subjects of one kind is made of. */
export interface SubjectRuleParts<S> {
  code: string
  /** The subjects that it looks at. */
  subjectsOf: (context: LintContext) => readonly S[]
  idOf: (subject: S) => string
  /** Evidence against a subject; null when there is none. */
  fires: (subject: S, context: LintContext) => Evidence | null
  limits: readonly (keyof LintLimits)[]
}

/** A rule that says of each subject by itself whether it fires. */
export function subjectRule<S>({ code, subjectsOf, idOf, fires, limits }: SubjectRuleParts<S>): LintRule {
  return {
    code,
    limits,
    look: (context) =>
      subjectsOf(context).map((subject) => {
        const evidence = fires(subject, context)
        return evidence === null ? null : { subject: idOf(subject), evidence }
      }),
  }
}
