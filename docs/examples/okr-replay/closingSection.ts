import { type Grade, gradeKeyResult, type KeyResult, summariseGrades } from 'retention-okr/okr'
import { textTable } from '../textTable.js'
import type { QuarterReview, ReviewedItem } from './readReview.js'
import type { Pen } from './reviewSection.js'

/** The grades of the quarter as lines of text: by the target in force, and by the first one where it was moved. */
export function closingSection({ on, items }: QuarterReview, { messages, words, figures }: Pen): string[] {
  const graded = items.map((item) => ({ item, grade: gradeOf(item.keyResult, item.now.score, on) }))
  const { aspirational, committed } = summariseGrades(graded.map(({ grade }) => grade))
  const cells = (cell: (one: { item: ReviewedItem; grade: Grade }) => string): string[] => graded.map(cell)
  return [
    words.close,
    '='.repeat(words.close.length),
    ...textTable([
      { header: messages.term('keyResult'), cells: cells(({ item }) => item.keyResult.title) },
      { header: words.promise, cells: cells(({ grade }) => words.promised[grade.commitment] ?? grade.commitment) },
      { header: messages.term('status'), cells: cells(({ item }) => figures.status(item.now.status)) },
      {
        header: words.grade,
        cells: cells(({ grade }) => `${figures.score(grade.score)}  ${words.verdicts[grade.verdict]}`),
      },
      { header: messages.term('evidence'), cells: cells(({ item }) => evidenceOf(item)) },
    ]),
    '',
    ...graded.flatMap(({ item, grade }) => notes(item, grade)),
    `  ${words.promises(committed.met, committed.count)} ${words.aspirations(figures.score(aspirational.mean), aspirational.count)}`,
  ]

  function evidenceOf({ now: { evidence } }: ReviewedItem): string {
    return evidence === null ? '–' : messages.message({ code: `verdict.${evidence.verdict}`, params: {} })
  }

  function notes({ keyResult, eased }: ReviewedItem, grade: Grade): string[] {
    const reason = grade.verdict === 'missed' ? keyResult.closing?.missReason : undefined
    const original = eased === undefined ? undefined : gradeOf(eased.original, eased.now.score, on)
    return [
      ...(original === undefined
        ? []
        : [words.byOriginal(figures.score(original.score), words.verdicts[original.verdict])]),
      ...(reason === undefined ? [] : [words.because(reason)]),
    ].map((text) => `  ${keyResult.title}: ${text}`)
  }
}

function gradeOf({ commitment, closing }: KeyResult, score: ReviewedItem['now']['score'], asOf: string): Grade {
  return gradeKeyResult({ commitment, score, missReason: closing?.missReason }, { asOf })
}
