import type { ChartCode, ChartTerm } from '../chartCodes.js'
import { family } from '../family.js'
import type { Formatters, MessageParams, MessageText } from '../model.js'
import { capital, figureOf, numberOf, plainOf, shareOf, textOf } from '../showParams.js'
import { termOf } from './termOf.js'

/** English terms of charts. */
export const chartTerms: { readonly [C in ChartTerm]: string } = {
  age: 'Age',
  asOf: 'As of',
  atRisk: 'At risk',
  checkIn: 'Check-in',
  churn: 'Churn rate',
  churnLimit: 'Limit of churn',
  cohort: 'Cohort',
  contradictory: 'contradiction',
  cumulative: 'Running share',
  days: 'days',
  detractors: 'detractors',
  end: 'End',
  estimate: 'Estimate',
  estimated: 'estimated',
  events: 'Events',
  everybody: 'Everybody',
  from: 'From',
  group: 'Group',
  hours: 'hours',
  limit: 'Limit',
  lower: 'Lower limit',
  mean: 'Mean',
  measured: 'measured',
  months: 'months',
  nps: 'NPS',
  npsLimit: 'Limit of the NPS',
  part: 'Part',
  passives: 'passives',
  phase: 'Phase',
  promoters: 'promoters',
  rate: 'Rate',
  reference: 'Reference',
  score: 'Score',
  series: 'Series',
  share: 'Share',
  size: 'Size',
  subject: 'Subject',
  survival: 'Share remaining',
  time: 'time',
  to: 'To',
  upper: 'Upper limit',
  variation: 'Variation',
  verdict: 'Verdict',
  weeks: 'weeks',
}

/** English headings, words and sentences of charts; */
export const chartTexts: { readonly [C in ChartCode]: MessageText } = {
  ...family('heading', {
    confidence: 'Confidence',
    checkIns: 'Check-ins',
    cohorts: 'Retention by cohort',
    survival: 'How long customers stay',
    handoffReasons: 'Reasons, the most frequent first',
    responseTimes: 'Response times',
  }),
  ...family('chart', {
    common: 'common cause',
    special: 'special cause',
    improvement: 'special cause, improvement',
    concern: 'special cause, concern',
    neutral: 'special cause',
    'assurance.pass': 'meets the target',
    'assurance.fail': 'misses the target',
    'assurance.inconsistent': 'sometimes meets the target',
    'assurance.none': 'no target',
    'verdict.risk': 'worse than the rest',
    'verdict.none': 'no difference shown',
    'verdict.safer': 'better than the rest',
  }),
  'chart.truncated': (p, f) => `The first ${plainOf(p, 'shown', f)} of ${plainOf(p, 'total', f)} are shown.`,
  'chart.keyResults': (p, f) => `${many(p, 'keyResults', 'key result', f)}: ${f.list(tones(p, f))}.`,
  'chart.trajectory': (p, f) => {
    const value =
      numberOf(p, 'value') === undefined ? 'no value yet' : `${figureOf(p, 'value', f)} on ${day(p, 'date', f)}`
    return `${textOf(p, 'keyResult')}: ${value}, target ${figureOf(p, 'target', f)}.`
  },
  'chart.confidence': (p, f) =>
    `Confidence in ${many(p, 'keyResults', 'key result', f)}: ${shareOf(p, 'lowest', f)} to ${shareOf(p, 'highest', f)}; ` +
    `${plainOf(p, 'low', f)} below ${shareOf(p, 'limit', f)}.`,
  'chart.checkIns': (p, f) =>
    `${many(p, 'checkIns', 'check-in', f)} of ${many(p, 'keyResults', 'key result', f)}, ${plainOf(p, 'missing', f)} missing.`,
  'chart.signals': (p, f) =>
    `${many(p, 'findings', 'finding', f)}: ${plainOf(p, 'critical', f)} critical, ${plainOf(p, 'warning', f)} warning, ` +
    `${plainOf(p, 'info', f)} for information${since(p, '; the oldest since about', f)}.`,
  'chart.cohorts': (p, f) => {
    const rate =
      numberOf(p, 'rate') === undefined ? '' : `: ${shareOf(p, 'rate', f)} remain at age ${plainOf(p, 'age', f)}`
    return `${many(p, 'cohorts', 'cohort', f)}${rate}.`
  },
  'chart.netPromoterScore': (p, f) => {
    const range = numberOf(p, 'lower') === undefined ? '' : `${plainOf(p, 'lower', f)} to ${plainOf(p, 'upper', f)}, `
    const groups = (numberOf(p, 'groups') ?? 1) > 1 ? `; ${many(p, 'groups', 'group', f)}` : ''
    return `NPS ${plainOf(p, 'score', f)} (${range}n = ${plainOf(p, 'sampleSize', f)})${groups}.`
  },
  'chart.control': (p, f) =>
    `${capital(termOf(textOf(p, 'metric')))}: ${many(p, 'points', 'reading', f)}, mean ${figureOf(p, 'mean', f)}, ` +
    `limits ${figureOf(p, 'lower', f)} to ${figureOf(p, 'upper', f)}, ${plainOf(p, 'outside', f)} beyond them; ` +
    `${p['variation'] === 'special' ? 'special' : 'common'} cause${since(p, ' since about', f)}.`,
  'chart.survival': (p, f) => {
    const unit = chartTerms[timeUnitOf(p)]
    const median = numberOf(p, 'median') === undefined ? '' : `; half have left by ${plainOf(p, 'median', f)} ${unit}`
    return (
      `${many(p, 'curves', 'curve', f)}. ${textOf(p, 'name')}: ${shareOf(p, 'survival', f)} remain after ` +
      `${plainOf(p, 'time', f)} ${unit}${median} (n = ${plainOf(p, 'sampleSize', f)}).`
    )
  },
  'chart.segments': (p, f) =>
    `${capital(termOf(textOf(p, 'metric')))} in ${many(p, 'segments', 'segment', f)}: ${plainOf(p, 'risk', f)} worse and ` +
    `${plainOf(p, 'safer', f)} better than the rest.`,
  'chart.handoffReasons': (p, f) =>
    `${many(p, 'total', 'case', f)}, ${many(p, 'reasons', 'reason', f)}; ${shareOf(p, 'share', f)} are ${textOf(p, 'first')}.`,
  'chart.responseTimes': (p, f) => {
    const limit =
      numberOf(p, 'limit') === undefined ? '' : `; ${shareOf(p, 'share', f)} within ${duration(p, 'limit', f)}`
    const median = numberOf(p, 'median') === undefined ? '' : `; median ${duration(p, 'median', f)}`
    return `${plainOf(p, 'completed', f)} answered, ${plainOf(p, 'open', f)} waiting${limit}${median}.`
  },
  'chart.contradictions': (p, f) =>
    `NPS and churn tell opposite stories in ${plainOf(p, 'contradictory', f)} of ${many(p, 'segments', 'segment', f)}.`,
}

function timeUnitOf(p: MessageParams): 'days' | 'weeks' | 'months' {
  return p['unit'] === 'weeks' || p['unit'] === 'months' ? p['unit'] : 'days'
}

function many(p: MessageParams, name: string, word: string, f: Formatters): string {
  return `${plainOf(p, name, f)} ${numberOf(p, name) === 1 ? word : `${word}s`}`
}

function tones(p: MessageParams, f: Formatters): string[] {
  const words: [name: string, words: string][] = [
    ['good', 'on track'],
    ['warning', 'at risk'],
    ['bad', 'off track'],
    ['neutral', 'without a verdict'],
  ]
  return words.filter(([name]) => numberOf(p, name) !== 0).map(([name, text]) => `${plainOf(p, name, f)} ${text}`)
}

function day(p: MessageParams, name: string, f: Formatters): string {
  const value = p[name]
  return typeof value === 'string' ? f.date(value) : '–'
}

function since(p: MessageParams, words: string, f: Formatters): string {
  return typeof p['since'] === 'string' ? `${words} ${f.date(p['since'])}` : ''
}

function duration(p: MessageParams, name: string, f: Formatters): string {
  return f.duration(numberOf(p, name) ?? 0)
}
