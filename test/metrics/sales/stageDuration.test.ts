import { describe, expect, it } from 'vitest'
import { measureStageDuration } from '../../../src/index.js'

const day = 86_400_000
const options = {
  asOf: '2024-06-11',
  stages: ['demo', 'proposal', 'contract'],
  stage: 'proposal',
  endings: ['won', 'lost'],
}

function entries(...list: [stage: string, at: string, deal?: string][]) {
  return list.map(([stage, at, opportunityId = 'a']) => ({ opportunityId, stage, at }))
}

describe('the time in a stage', () => {
  it('is one stay when entered again before it was left', () => {
    const list = entries(['proposal', '2024-06-01'], ['proposal', '2024-06-03'], ['contract', '2024-06-06'])
    expect(measureStageDuration(list, options)).toMatchObject({ value: 5 * day, completed: 1, open: 0 })
  })

  it('at one instant follows the order of the stages', () => {
    const list = entries(['contract', '2024-06-01'], ['proposal', '2024-06-01'], ['won', '2024-06-02'])
    expect(measureStageDuration(list, options).value).toBe(0)
    expect(measureStageDuration([...list].reverse(), options).value).toBe(0)
  })

  it('ends with an ending, and starts again after it', () => {
    const list = entries(['proposal', '2024-06-01'], ['lost', '2024-06-03'], ['proposal', '2024-06-10'])
    expect(measureStageDuration(list, options)).toMatchObject({ value: 2 * day, completed: 1, open: 1 })
  })

  it('counts stays by entry, and leaves out other stages and the future inside the period', () => {
    const list = entries(
      ['proposal', '2024-05-01'],
      ['archived', '2024-06-02'],
      ['proposal', '2024-06-05', 'b'],
      ['won', '2024-06-12', 'b'],
    )
    const period = { start: '2024-06-01', end: '2024-07-01' }
    expect(measureStageDuration(list, { ...options, period })).toMatchObject({
      sampleSize: 1,
      open: 1,
      excluded: { future: 1, other_stage: 1 },
    })
  })

  it('can be business time', () => {
    const calendar = { timeZone: 'UTC', week: { monday: [{ open: '09:00', close: '17:00' }] } }
    const list = entries(['proposal', '2024-06-01'], ['won', '2024-06-08'])
    expect(measureStageDuration(list, { ...options, calendar }).value).toBe(8 * 3_600_000)
  })

  it.each([
    [{ stage: 'won' }, 'options.stage'],
    [{ stages: ['demo', 'demo'], stage: 'demo' }, 'options.stages[1]'],
    [{ endings: ['demo'] }, 'options.endings[0]'],
    [{ stages: 'demo' }, 'options.stages'],
    [{ limits: [-1] }, 'options.limits[0]'],
    [{ segmentBy: 'stage' }, 'options'],
  ])('with %o is an invalid option', (change, path) => {
    expect(() => measureStageDuration([], { ...options, ...change } as never)).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTION', details: expect.objectContaining({ path }) }),
    )
  })
})
