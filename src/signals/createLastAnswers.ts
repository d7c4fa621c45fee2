import { grown } from '../internal/grown.js'

/** An answer of a customer. */
export interface Answer {
  /** Whole number from 0 to 10. */
  score: number
  /** Number of its day. */
  day: number
  /** When it was given. */
  instant: number
}

/** The last two answers of each customer. */
export interface LastAnswers {
  /** Takes an answer. */
  add: (customer: number, answer: Answer) => void
  /** Calls a function for every customer with two answers; says how many there are. */
  forEachTwice: (visit: (customer: number, last: Answer, previousScore: number) => void) => number
}

/**
 * Keeps the last two answers of each customer.
 *
 * Of one instant the lower score is the later, and the same score is the same answer.
 */
export function createLastAnswers(): LastAnswers {
  let lasts = columns()
  let previous = columns()
  let customers = 0
  const put = (into: AnswerColumns, customer: number, { score, day, instant }: Answer) => {
    into.scores[customer] = score + 1
    into.days[customer] = day
    into.instants[customer] = instant
  }
  return {
    add: (customer, answer) => {
      lasts = grownTo(lasts, customer)
      previous = grownTo(previous, customer)
      customers = Math.max(customers, customer + 1)
      const last = answerAt(lasts, customer)
      if (last === null || isLater(answer, last)) {
        if (last !== null) put(previous, customer, last)
        put(lasts, customer, answer)
        return
      }
      const before = answerAt(previous, customer)
      if (isLater(last, answer) && (before === null || isLater(answer, before))) put(previous, customer, answer)
    },
    forEachTwice: (visit) => {
      let twice = 0
      for (let customer = 0; customer < customers; customer += 1) {
        const last = answerAt(lasts, customer)
        const before = answerAt(previous, customer)
        if (last === null || before === null) continue
        twice += 1
        visit(customer, last, before.score)
      }
      return twice
    },
  }
}

/** Answers, one place a customer. */
interface AnswerColumns {
  /** The scores and one more: 0 is no answer. */
  scores: Uint8Array
  days: Int32Array
  instants: Float64Array
}

function columns(): AnswerColumns {
  return { scores: new Uint8Array(1024), days: new Int32Array(1024), instants: new Float64Array(1024) }
}

function grownTo({ scores, days, instants }: AnswerColumns, customer: number): AnswerColumns {
  return { scores: grown(scores, customer), days: grown(days, customer), instants: grown(instants, customer) }
}

function answerAt({ scores, days, instants }: AnswerColumns, customer: number): Answer | null {
  const score = scores[customer] ?? 0
  if (score === 0) return null
  return { score: score - 1, day: days[customer] as number, instant: instants[customer] as number }
}

function isLater(a: Answer, b: Answer): boolean {
  return a.instant > b.instant || (a.instant === b.instant && a.score < b.score)
}
