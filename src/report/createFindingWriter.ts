import { dayNumber } from '../calendar/dayNumber.js'
import type { Finding } from '../finding.js'
import { clean } from '../internal/clean.js'
import { glyphs, toneOf } from '../internal/toneOf.js'
import type { MessageParams, Messages } from '../locales/model.js'
import type { KeyResultReview, RetentionReview } from '../review/model.js'
import type { MetricSeries, SignalResult } from '../signals/model.js'
import { createWords, type Words } from './createWords.js'
import type { Piece, Text } from './model.js'

/** Turns findings into words, with what a review knows about them. */
export interface FindingWriter {
  /** The sentence of a finding after its severity. */
  line: (finding: Finding) => Text
  /** The sentence alone. */
  sentence: (finding: Finding) => Piece
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
  const keyResults = new Map(
    review.objectives.flatMap((objective) => objective.keyResults).map((one) => [one.keyResultId, one]),
  )
  const sentence = (finding: Finding): Piece => {
    const result = resultOf(finding, review, results)
    const series = review.series.find(({ metric, segment }) => {
      return metric === result?.subject && JSON.stringify(segment) === JSON.stringify(finding.segment)
    })
    const params: MessageParams = {
      ...plain(result?.definition ?? {}),
      ...(result === undefined ? {} : { metric: result.subject }),
      ...finding.evidence,
      ...finding.params,
      subject: nameOf(finding.subject),
      ...(finding.since === undefined ? {} : { since: finding.since }),
      ...(series === undefined ? {} : { unit: series.unit ?? null, period: periodOf(series) }),
      ...keyResultParams(keyResults.get(finding.subject), words),
      ...(finding.code.startsWith('data.') ? { total: totalOf(finding) } : {}),
    }
    const text = messages.message({ code: finding.code, params })
    // A sentence about metrics of ours holds our words only; any other may hold a name.
    const isOurs = finding.subject.split('/').every((code) => messages.term(code) !== code)
    return finding.subject === result?.subject && isOurs && text !== finding.code ? { text } : { text, isUser: true }
  }
  return {
    sentence,
    line: (finding) => {
      const tone = toneOf(
        finding.severity === 'info' && finding.code.includes('improvement') ? 'attained' : finding.severity,
      )
      const severity = words.word('severity', finding.severity)
      const segment = Object.entries(finding.segment ?? {}).flatMap(([name, value]): Piece[] => [
        { text: ' · ' },
        { text: `${clean(name)} ${clean(value)}`, isUser: true },
      ])
      return [
        { ...severity, text: `${glyphs[tone]} ${severity.text}`, tone },
        ...segment,
        { text: ': ' },
        sentence(finding),
      ]
    },
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
  const wanted = JSON.stringify(finding)
  return review.signals.find(({ findings }) => findings.some((one) => JSON.stringify(one) === wanted))
}

function plain(definition: object): MessageParams {
  return Object.fromEntries(
    Object.entries(definition).filter(([, value]) => typeof value === 'number' || typeof value === 'string'),
  )
}

function keyResultParams(keyResult: KeyResultReview | undefined, words: Words): MessageParams {
  return keyResult === undefined ? {} : { title: words.title(keyResult.title), unit: keyResult.unit ?? null }
}

function totalOf({ evidence }: Finding): number {
  return Object.values(evidence).reduce<number>((sum, count) => sum + (typeof count === 'number' ? count : 0), 0)
}

function periodOf({ periods }: MetricSeries): string {
  const [first] = periods
  if (first === undefined) return 'period'
  const days = dayNumber(first.end) - dayNumber(first.start)
  if (days === 7) return 'week'
  if (days >= 28 && days <= 31) return 'month'
  return days >= 89 && days <= 92 ? 'quarter' : 'period'
}
