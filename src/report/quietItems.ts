import { clean } from '../internal/clean.js'
import type { SignalResult } from '../signals/model.js'
import type { Piece, Text } from './model.js'
import type { ReportContext } from './reportContext.js'
import { segmentText } from './segmentText.js'
import { seriesWords } from './seriesWords.js'

/** What was looked at without a finding: one item a detector and status, with the smallest change it would have seen. */
export function quietItems(results: readonly SignalResult[], context: ReportContext): Text[] {
  const groups = new Map<string, SignalResult[]>()
  for (const result of results) {
    if (result.findings.length > 0) continue
    const key = JSON.stringify([result.detector, result.status])
    groups.set(key, [...(groups.get(key) ?? []), result])
  }
  return [...groups.values()].map((group) => itemOf(group, context))
}

function itemOf(group: readonly SignalResult[], context: ReportContext): Text {
  const { words } = context
  const [first] = group
  const isLimited = group.some(({ detectable }) => detectable !== undefined && detectable !== null)
  return [
    words.word('detector', first?.detector ?? ''),
    { text: ' – ' },
    words.word('status', first?.status ?? ''),
    ...(isLimited ? [{ text: '; ' }, words.word('evidence', 'unseen')] : []),
    ...distinct(group.map((result) => quietPieces(result, context))).flatMap((pieces, index): Piece[] => [
      { text: index === 0 ? ': ' : '; ' },
      ...pieces,
    ]),
  ]
}

/** A metric, or what else was looked at, with its segment or the name of the split, and the limit of the look. */
function quietPieces(result: SignalResult, context: ReportContext): Piece[] {
  const { subject, segment, by, status, missing = [], detectable } = result
  const { words, review } = context
  const named = by === undefined ? segmentText(segment) : clean(by)
  const [least] = missing
  const limit =
    detectable === undefined || detectable === null
      ? words.word('evidence', 'noDetectable')
      : words.word('evidence', 'detectable', {
          ...seriesWords(review, subject, segment),
          value: detectable.value,
          effectUnit: detectable.unit,
        })
  return [
    ...subjectPieces(subject, context),
    ...(named === '' && by === undefined ? [] : [{ text: ' · ' }, { text: named, isUser: true }]),
    ...(least === undefined ? [] : [{ text: ' (' }, words.word('minimum', least.what, { ...least }), { text: ')' }]),
    ...(status === 'no_signal' ? [{ text: ' (' }, limit, { text: ')' }] : []),
  ]
}

/** A metric, or the two of a pair. */
function subjectPieces(subject: string, { words }: ReportContext): Piece[] {
  return subject
    .split('/')
    .flatMap((part, index): Piece[] => [...(index === 0 ? [] : [{ text: ' / ' }]), words.term(part)])
}

/** Each text once. */
function distinct(texts: readonly Piece[][]): Piece[][] {
  return [...new Map(texts.map((pieces) => [JSON.stringify(pieces), pieces])).values()]
}
