import type { ErrorCode } from '../../errors.js'
import { fail } from '../../internal/fail.js'
import { assertOneOf, assertPlain } from '../../internal/guards.js'
import { markColumns } from '../../tally/markColumns.js'
import type { Feed } from '../../tally/readSource.js'
import type { ResponseColumns } from '../models/columns.js'
import type { SurveyResponse } from '../models/survey.js'
import { createCodes } from './createCodes.js'
import { createFrame } from './createFrame.js'
import { createGrowing } from './createGrowing.js'
import type { EncodeOptions } from './encodeOptions.js'
import { maximumCustomers, nobody } from './limits.js'
import { responseRows } from './responseRows.js'
import { isAmount } from './scaledAmount.js'
import { textAt } from './textAt.js'
import { tieOrder } from './tieOrder.js'

/** The questions there are. */
export const questions = ['nps', 'csat', 'ces', 'enps'] as const

/** Answers one by one, columns after the last. */
export function responseFeed(
  options: EncodeOptions,
  has: (field: string) => boolean,
  areArrays: boolean,
): Feed<SurveyResponse, ResponseColumns> {
  const frame = createFrame<SurveyResponse>(options)
  const respondents = createCodes('responses', 'customers', maximumCustomers)
  const respondent = createGrowing((length) => new Uint32Array(length))
  const at = createGrowing((length) => new Float64Array(length))
  const score = createGrowing((length) => new Float64Array(length))
  const weight = createGrowing((length) => new Float64Array(length))
  const [ids, twins]: [string[], number[]] = [[], []]
  const survey = createSurvey()
  let length = 0
  let index = 0
  let isWeighted = false
  const path = (): string => `responses[${index}]`
  const answeredAtPath = (): string => `${path()}.answeredAt`

  return { add, finish }

  function add(response: SurveyResponse, given: number): void {
    index = given
    const id = has('id') ? textAt(response.id, path, 'id') : undefined
    survey.agree(response, has, path)
    const key = textAt(response.respondentId ?? response.customerId ?? '', path, 'respondentId')
    at.set(length, frame.readAt(response.answeredAt, answeredAtPath))
    respondent.set(length, key === '' ? nobody : respondents.codeOf(key))
    score.set(length, scoreOf(response, areArrays, path))
    const own = weightOf(response.weight, path)
    weight.set(length, own)
    frame.setSegment(length, response)
    const twin = frame.twinOf(id, length)
    if (twin === undefined) {
      if (id !== undefined) ids[length] = id
      if (own !== 1) isWeighted = true
      length += 1
    } else if (isSame(twin, length)) twins.push(twin)
    else fail('CONFLICTING_RECORDS', `${path()}.id`, 'one id has one content', 'two contents')
  }

  function isSame(first: number, second: number): boolean {
    return (
      [respondent, at, score, weight].every((column) => Object.is(column.get(first), column.get(second))) &&
      frame.isSameSegment(first, second)
    )
  }

  function finish(): ResponseColumns {
    const instants = at.done(length)
    const { segment, ...base } = frame.base(length, instants, { duplicate: twins.length })
    const keys = respondents.texts()
    const codes = respondent.done(length)
    const places = ids.length === 0 ? undefined : tieOrder(codes, instants, { ids, respondents: keys.length })
    const columns: ResponseColumns = {
      columns: 'responses',
      ...base,
      ...(segment === undefined ? {} : { segment: moved(segment, places) }),
      respondents: keys,
      respondent: codes,
      at: instants,
      score: moved(score.done(length), places),
      ...(isWeighted ? { weight: moved(weight.done(length), places) } : {}),
      ...survey.members(),
    }
    const moves = twins.map((row) => places?.[row] ?? row)
    return markColumns(columns, {
      rows: () => responseRows(columns, moves),
      twins: moves,
      hasDays: frame.hasDays(),
      unplaced: {},
    })
  }
}

function moved<A extends Float64Array | Uint16Array>(values: A, places: Uint32Array | undefined): A {
  if (places === undefined) return values
  const result = values.slice() as A
  values.forEach((value, row) => {
    result[places[row] ?? row] = value
  })
  return result
}

/** A blank answer is null in a record, and nothing at all in an array. */
function scoreOf({ score }: SurveyResponse, areArrays: boolean, path: () => string): number {
  if (score === null || (score === undefined && areArrays)) return Number.NaN
  if (typeof score === 'number' && Number.isFinite(score)) return score + 0
  return fail('SCORE_OUT_OF_SCALE', `${path()}.score`, 'must be a number or null', score)
}

function weightOf(weight: unknown, path: () => string): number {
  if (weight === undefined || weight === null) return 1
  if (!isAmount(weight)) fail('INVALID_WEIGHT', `${path()}.weight`, 'must be a number or decimal text', weight)
  const value = Number(weight) + 0
  return value >= 0 ? value : fail('INVALID_WEIGHT', `${path()}.weight`, 'must not be negative', value)
}

/** What all answers of one set of columns have in common: the question, what it is about, the scale. */
function createSurvey() {
  let first: { kind: string; mode: string; scale: { min: number; max: number } | undefined } | undefined
  return {
    agree: (response: SurveyResponse, has: (field: string) => boolean, path: () => string): void => {
      const kind = has('kind') ? response.kind : 'nps'
      const { mode = 'relational', scale } = response
      // Most answers are of the first one's: texts for errors are composed only where they are not.
      if (first !== undefined && kind === first.kind && mode === first.mode && scale === undefined && !first.scale)
        return
      assertOneOf(kind, questions, `${path()}.kind`, 'INVALID_INPUT')
      assertOneOf(mode, ['relational', 'transactional'], `${path()}.mode`, 'INVALID_INPUT')
      if (scale !== undefined) assertPlain(scale, `${path()}.scale`)
      first ??= { kind, mode, scale }
      const differs = (field: string, code: ErrorCode): never =>
        fail(code, `${path()}.${field}`, `columns hold answers of one ${field}`, 'another one')
      if (kind !== first.kind) differs('kind', 'MIXED_SURVEYS')
      if (mode !== first.mode) differs('mode', 'MIXED_SURVEYS')
      if (scale?.min !== first.scale?.min || scale?.max !== first.scale?.max) differs('scale', 'INVALID_SCALE')
    },
    members: (): Pick<ResponseColumns, 'kind' | 'mode' | 'scale'> => ({
      ...(first === undefined || first.kind === 'nps' ? {} : { kind: first.kind as 'csat' | 'ces' | 'enps' }),
      ...(first?.mode === 'transactional' ? { mode: 'transactional' } : {}),
      ...(first?.scale === undefined ? {} : { scale: { min: first.scale.min, max: first.scale.max } }),
    }),
  }
}
