import type { Finding } from '../finding.js'
import { clean } from '../internal/clean.js'
import { glyphs, toneOf } from '../internal/toneOf.js'
import type { MessageParams, Messages } from '../locales/model.js'
import type { RetentionReview } from '../review/models/review.js'
import type { SignalResult } from '../signals/model.js'
import { createWords } from './createWords.js'
import { evidencePieces } from './evidencePieces.js'
import { keyResultsOf } from './keyResultsOf.js'
import type { Text } from './model.js'
import { namedText } from './namedText.js'
import { segmentText } from './segmentText.js'
import { seriesWords } from './seriesWords.js'
import { targetOf } from './targetOf.js'

/** Turns findings into words, with what a review knows about them. */
export interface FindingWriter {
  /** The sentence of a finding after its severity. */
  line: (finding: Finding) => Text
  /** The same, then what it rests on: since when, how many cases, how likely by chance, what limits the verdict. */
  lineWithEvidence: (finding: Finding, cautions: readonly string[]) => Text
  /** The sentence alone. */
  sentence: (finding: Finding) => Text
  /** What the detector looked at, a metric as a rule; of other findings their subject. */
  subjectOf: (finding: Finding) => string
}

/** Prepares the words of the findings of a review. */
export function createFindingWriter(
  review: RetentionReview,
  messages: Messages,
  nameOf: (id: string) => string,
): FindingWriter {
  const words = createWords(messages)
  const results = new Map<Finding, SignalResult>()
  for (const result of review.signals) for (const finding of result.findings) results.set(finding, result)
  const keyResults = new Map(keyResultsOf(review).map((one) => [one.keyResultId, one]))
  const objectives = new Map(review.objectives.map((one) => [one.objectiveId, one]))
  const sentence = (finding: Finding): Text => {
    const result = resultOf(finding, review, results)
    const keyResult = keyResults.get(finding.subject)
    const titled = keyResult ?? objectives.get(finding.subject)
    const params: MessageParams = {
      ...plain(result?.definition ?? {}),
      ...(result === undefined ? {} : { metric: clean(result.subject) }),
      ...finding.evidence,
      ...finding.params,
      subject: nameOf(finding.subject),
      ...(finding.since === undefined ? {} : { since: finding.since }),
      ...seriesWords(review, result?.subject, finding.segment),
      ...(titled === undefined ? {} : { title: words.title(titled.title) }),
      ...(keyResult === undefined ? {} : { unit: keyResult.unit ?? null, target: targetOf(keyResult) }),
      ...(finding.code.startsWith('data.') ? { total: totalOf(finding) } : {}),
    }
    return namedText({ code: finding.code, params }, messages)
  }
  const line = (finding: Finding): Text => {
    const tone = toneOf(
      finding.severity === 'info' && finding.code.includes('improvement') ? 'attained' : finding.severity,
    )
    const severity = words.word('severity', finding.severity)
    const segment = segmentText(finding.segment)
    return [
      { ...severity, text: `${glyphs[tone]} ${severity.text}`, tone },
      ...(segment === '' ? [] : [{ text: ' · ' }, { text: segment, isUser: true }]),
      { text: ': ' },
      ...sentence(finding),
    ]
  }
  return {
    sentence,
    line,
    lineWithEvidence: (finding, cautions) => [
      ...line(finding),
      ...evidencePieces(finding, cautions, { messages, words }),
    ],
    subjectOf: (finding) => resultOf(finding, review, results)?.subject ?? finding.subject,
  }
}

/** Stored reviews come back from JSON: there a finding of the headline is a copy of the one in the signals. */
function resultOf(
  finding: Finding,
  review: RetentionReview,
  results: ReadonlyMap<Finding, SignalResult>,
): SignalResult | undefined {
  const known = results.get(finding)
  if (known !== undefined) return known
  const isAlike = ({ code, subject, since }: Finding): boolean =>
    code === finding.code && subject === finding.subject && since === finding.since
  const alike = review.signals.filter(({ findings }) => findings.some(isAlike))
  if (alike.length === 0) return undefined
  const wanted = JSON.stringify(finding)
  return alike.find(({ findings }) => findings.some((one) => isAlike(one) && JSON.stringify(one) === wanted))
}

function plain(definition: object): MessageParams {
  return Object.fromEntries(
    Object.entries(definition).filter(([, value]) => typeof value === 'number' || typeof value === 'string'),
  )
}

function totalOf({ evidence }: Finding): number {
  return Object.values(evidence).reduce<number>((sum, count) => sum + (typeof count === 'number' ? count : 0), 0)
}
