import { glyphs, toneOf } from '../internal/toneOf.js'
import type { Words } from './createWords.js'
import type { Piece } from './model.js'

/** A status with its glyph and colour. */
export function statusPiece(status: string, words: Words): Piece {
  const tone = toneOf(status)
  const word = words.word('status', status)
  return { ...word, text: `${glyphs[tone]} ${word.text}`, tone }
}
