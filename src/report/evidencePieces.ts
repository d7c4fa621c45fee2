import type { Finding } from '../finding.js'
import type { MessageParams, Messages } from '../locales/model.js'
import type { Words } from './createWords.js'
import type { Piece } from './model.js'

/** What a finding rests on: since when, how many cases, how likely by chance, and what limits the verdict. */
export function evidencePieces(
  finding: Finding,
  cautions: readonly string[],
  { messages, words }: { messages: Messages; words: Words },
): Piece[] {
  const pieces = [
    ...partsOf(finding, messages).map((text): Piece => ({ text })),
    ...cautions.map((caution) => words.word('caution', caution)),
  ]
  if (pieces.length === 0) return []
  return [...pieces.flatMap((piece, index) => [{ text: index === 0 ? ' (' : '; ' }, piece]), { text: ')' }]
}

function partsOf({ code, since, evidence }: Finding, messages: Messages): string[] {
  // A trend and a contradiction say it by themselves.
  if (code.startsWith('trend.') || code === 'metrics.contradiction') return []
  const say = (part: string, params: MessageParams): string => messages.message({ code: `evidence.${part}`, params })
  const { sampleSize, pValue } = evidence
  return [
    ...(typeof since === 'string' ? [say('since', { since })] : []),
    ...(typeof sampleSize === 'number' && sampleSize > 1 ? [say('sampleSize', { sampleSize })] : []),
    ...(typeof pValue === 'number' ? [say('chance', { pValue })] : []),
  ]
}
