import type { SignalResult } from '../../signals/model.js'
import type { Words } from '../createWords.js'
import { isOfCustomers } from '../isOfCustomers.js'
import type { Block, Piece, Section, Text } from '../model.js'
import type { ReportContext } from '../reportContext.js'
import { segmentText } from '../segmentText.js'

/** What the detectors found, with evidence and cautions; then what was looked at and is quiet. */
export function signalsSection(context: ReportContext): Section | null {
  const { review, heading, findings } = context
  const results = review.signals.filter((result) => !isOfCustomers(result))
  if (results.length === 0) return null
  const items = results.flatMap((result) =>
    result.findings
      .filter(({ code }) => code !== 'metrics.contradiction')
      .map((finding): Text => findings.lineWithEvidence(finding, result.cautions)),
  )
  const blocks: Block[] =
    items.length === 0 ? [{ kind: 'paragraph', text: [{ text: heading('noSignal') }] }] : [{ kind: 'list', items }]
  const quiet = quietItems(results, context)
  if (quiet.length > 0) {
    blocks.push({ kind: 'heading', text: [{ text: heading('quiet') }] }, { kind: 'list', items: quiet })
  }
  return { id: 'signals', title: heading('signals'), blocks }
}

/** One item a detector and status, with all it looked at. */
function quietItems(results: readonly SignalResult[], { words }: ReportContext): Text[] {
  const groups = new Map<string, SignalResult[]>()
  for (const result of results) {
    if (result.findings.length > 0) continue
    const key = JSON.stringify([result.detector, result.status])
    groups.set(key, [...(groups.get(key) ?? []), result])
  }
  return [...groups.values()].map((group): Text => {
    const [first] = group
    return [
      words.word('detector', first?.detector ?? ''),
      { text: ' – ' },
      words.word('status', first?.status ?? ''),
      ...distinct(group.map((result) => quietPieces(result, words))).flatMap((pieces, index): Piece[] => [
        { text: index === 0 ? ': ' : '; ' },
        ...pieces,
      ]),
    ]
  })
}

function quietPieces({ subject, segment, missing = [] }: SignalResult, words: Words): Piece[] {
  const named = segmentText(segment)
  const [least] = missing
  return [
    words.term(subject),
    ...(named === '' ? [] : [{ text: ' · ' }, { text: named, isUser: true }]),
    ...(least === undefined ? [] : [{ text: ' (' }, words.word('minimum', least.what, { ...least }), { text: ')' }]),
  ]
}

/** Each text once: a metric is looked at by several splits. */
function distinct(texts: readonly Piece[][]): Piece[][] {
  return [...new Map(texts.map((pieces) => [JSON.stringify(pieces), pieces])).values()]
}
