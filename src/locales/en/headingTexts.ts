import { family } from '../family.js'
import type { HeadingCode } from '../headingCodes.js'
import type { MessageText } from '../model.js'
import { numberOf, plainOf, textOf } from '../showParams.js'

/** English headings of the report. */
export const headingTexts: { readonly [C in HeadingCode]: MessageText } = {
  'heading.review': (p, f) => `Retention review, ${f.date(textOf(p, 'date'))}`,
  'heading.cycle': (p) => `Day ${textOf(p, 'day')} of ${textOf(p, 'days')}`,
  'heading.byChance': (p, f) => {
    const are = numberOf(p, 'alerts') === 1 ? 'is' : 'are'
    const close = (numberOf(p, 'alerts') ?? 0) <= (numberOf(p, 'expected') ?? 0) ? ': no more than chance explains' : ''
    return (
      `${plainOf(p, 'alerts', f)} of ${plainOf(p, 'tested', f)} customers looked at ${are} marked; about ` +
      `${plainOf(p, 'expected', f)} would be by chance alone${close}.`
    )
  },
  'heading.workListTotal': (p, f) =>
    `Of ${plainOf(p, 'customers', f)} customers who buy again and again, at risk: ${plainOf(p, 'atRisk', f)}; probably ` +
    `lost: ${plainOf(p, 'lost', f)}. The list is ordered by what is expected to be lost in the next ` +
    `${plainOf(p, 'days', f)} days.`,
  'heading.workListRhythm': (p, f) =>
    `${plainOf(p, 'atRisk', f)} of ${plainOf(p, 'customers', f)} customers who buy again and again have been silent for ` +
    `more than ${plainOf(p, 'factor', f)} times their own usual gap.`,
  ...family('heading', {
    headline: 'What to know first',
    changes: 'Since the last review',
    objectives: 'Objectives',
    keyResults: 'Key results',
    trajectories: 'Trajectories',
    figures: 'Figures',
    signals: 'Signals',
    contradictions: 'Contradictions',
    segments: 'Segments',
    controls: 'Over time, with control limits',
    netPromoterScore: 'Who recommends us',
    handoff: 'Lead hand-off and response',
    customers: 'Customers at risk',
    agenda: 'Agenda',
    blockers: 'Blockers',
    learnings: 'Learnings',
    adjustments: 'Adjustments',
    notes: 'Data quality and definitions',
    dataQuality: 'Data quality',
    gaps: 'What could not be computed',
    definitions: 'Definitions',
    nothing: 'Nothing stands out.',
    onlyWarnings: 'Nothing critical; the warnings are listed under the signals.',
    noData: 'There are no data yet.',
    noSignal: 'No detector found anything.',
    lint: 'Definitions of the objectives',
    moved: 'beyond chance',
    workList: 'Whom to call first',
    quiet: 'Looked at and quiet',
  }),
}
