import { assertCount, assertPlain } from '../internal/guards.js'
import type { NpsAnswers } from './model.js'

/** Counts of promoters, passives and detractors. */
export function assertNpsAnswers(value: unknown, path: string): asserts value is NpsAnswers {
  assertPlain(value, path)
  assertCount(value['promoters'], `${path}.promoters`)
  assertCount(value['passives'], `${path}.passives`)
  assertCount(value['detractors'], `${path}.detractors`)
}
