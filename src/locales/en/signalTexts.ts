import type { Formatters, MessageParams, MessageText } from '../model.js'
import {
  capital,
  differenceOf,
  figureOf,
  numberOf,
  oneIn,
  plainOf,
  shareOf,
  showP,
  showValue,
  textOf,
} from '../showParams.js'
import type { SignalCode } from '../signalCodes.js'
import { periodOf } from './periodOf.js'
import { termOf } from './termOf.js'

/** English sentences of what detectors found. */
export const signalTexts: { readonly [C in SignalCode]: MessageText } = {
  'trend.sustained_decline': drift,
  'trend.sustained_improvement': drift,
  'dissatisfaction.spike': (p, f) =>
    `${metric(p)}: ${plainOf(p, 'count', f)} where ${plainOf(p, 'expected', f)} were expected (${times(p, f)}).`,
  'nps.fall': (p, f) => `NPS fell from ${plainOf(p, 'from', f)} to ${plainOf(p, 'to', f)} (${change(p, f)}).`,
  'nps.rise': (p, f) => `NPS rose from ${plainOf(p, 'from', f)} to ${plainOf(p, 'to', f)} (${change(p, f)}).`,
  'segments.at_risk': (p, f) =>
    `${segment(p)}: ${shareOf(p, 'rate', f)} against ${shareOf(p, 'restRate', f)} in the rest${effect(p, f)}; ` +
    `its shrunk estimate is ${shareOf(p, 'shrunkRate', f)}.`,
  'retention.acquisition_imbalance': (p, f) =>
    `Churn rose from ${shareOf(p, 'firstFrom', f)} to ${shareOf(p, 'firstTo', f)} a period while acquisition held ` +
    `up (${plainOf(p, 'secondEffect', f)} times what it was): acquisition hides the leak.`,
  'retention.base_shrinking': (p, f) =>
    numberOf(p, 'effect') === undefined
      ? 'Customers are lost and none is won.'
      : `${plainOf(p, 'effect', f)} customers lost for each one won.`,
  'retention.new_cohorts_leave_sooner': (p, f) =>
    `Those who joined recently leave ${plainOf(p, 'effect', f)} times as often as expected.`,
  'metrics.contradiction': contradiction,
  'sales.close_rate_fall': (p, f) =>
    `Close rate fell from ${shareOf(p, 'baselineRate', f)} to ${shareOf(p, 'rate', f)} at steady volume.`,
  'sales.close_rate_dilution': (p, f) => `Close rate fell while volume rose (${plainOf(p, 'volumeRatio', f)} times).`,
  'sales.close_rate_slowdown': () => 'Close rate and volume both fell.',
  'sales.close_rate_mix_shift': () => 'The fall comes from a change of mix.',
  'sales.silence_rise': (p, f) =>
    `Unresponsive prospects rose from ${shareOf(p, 'baselineRate', f)} to ${shareOf(p, 'rate', f)}.`,
  'sales.repeated_objection': (p, f) =>
    `Repeated objection: ${textOf(p, 'subject')} (${shareOf(p, 'share', f)} of mentions).`,
  'sales.rising_objection': (p, f) =>
    `Objection on the rise: ${textOf(p, 'subject')}, ${shareOf(p, 'baselineRate', f)} to ${shareOf(p, 'rate', f)}.`,
  'sales.unresolved_objection': (p) =>
    `Same objection in several stages of deal ${textOf(p, 'subject')}: ${textOf(p, 'theme')}.`,
  'commitments.promise_conflict': (p, f) =>
    `Teams promise different things in ${shareOf(p, 'rate', f)} of comparable cases.`,
  'commitments.late': (p, f) =>
    `${shareOf(p, 'rate', f)} of commitments kept on time, target ${shareOf(p, 'onTimeTarget', f)}.`,
  'handoff.slow_response': (p, f) =>
    `${team(p)}: ${shareOf(p, 'attainment', f)} answered in time, target ${shareOf(p, 'target', f)}.`,
  'handoff.accepted_untouched': (p, f) => `${shareOf(p, 'rate', f)} of accepted leads left untouched.`,
  'handoff.unowned_leads': (p, f) =>
    `${plainOf(p, 'unowned', f)} of ${plainOf(p, 'open', f)} open leads without an owner.`,
  'handoff.bouncing_leads': (p, f) => `${shareOf(p, 'rate', f)} of leads change owner.`,
  'customer.purchase_fall': (p, f) => fall(p, f, 'purchase', 'purchases'),
  'customer.interaction_fall': (p, f) => fall(p, f, 'interaction', 'interactions'),
  'customer.complaints_rise': (p, f) =>
    `${many(p, 'seen', 'complaint or return', 'complaints or returns', f)} where ${plainOf(p, 'expected', f)} were expected.`,
  'customer.recommendation_silence': (p, f) =>
    `No recommendation for ${many(p, 'elapsedDays', 'day', 'days', f)}; usually one every ${plainOf(p, 'usualGap', f)}.`,
  'customer.promoter_lost': (p, f) =>
    `Answered ${plainOf(p, 'score', f)} after ${plainOf(p, 'previousScore', f)}: no longer a promoter.`,
  'customer.competitor_mention': (p, f) => `Compared us with others on ${many(p, 'count', 'day', 'days', f)}.`,
  'competitors.mentions_rise': (p, f) =>
    `${plainOf(p, 'count', f)} conversations name a competitor where ${plainOf(p, 'expected', f)} were expected.`,
  'customers.slipping': (p, f) =>
    `Of ${plainOf(p, 'eligible', f)} customers who buy again, at risk: ${plainOf(p, 'atRisk', f)}; probably lost: ` +
    `${plainOf(p, 'probablyLost', f)}. They have been silent for longer than they usually are.`,
}

function metric(p: MessageParams): string {
  const code = textOf(p, 'metric')
  return capital(termOf(code === '–' ? textOf(p, 'subject') : code))
}

/** A segment under its metric and the name of its split, where they are known. */
function segment(p: MessageParams): string {
  const named = typeof p['by'] === 'string' ? `${p['by']} ${textOf(p, 'subject')}` : textOf(p, 'subject')
  return typeof p['metric'] === 'string' ? `${metric(p)}, ${named}` : named
}

function drift(p: MessageParams, f: Formatters): string {
  const verb = p['direction'] === 'down' ? 'is falling' : 'is rising'
  const pace = p['effectUnit'] === 'per-period' ? ` ${periodOf(textOf(p, 'period'))}` : ''
  const points = p['unit'] === 'ratio' || p['unit'] === 'points' ? ' points' : ''
  const since = typeof p['since'] === 'string' ? ` since about ${f.date(p['since'])}` : ''
  return (
    `${metric(p)} ${verb}: ${differenceOf(p, 'effect', f)}${points}${pace} (${interval(p, f)}), ` +
    `from ${figureOf(p, 'from', f)} to ${figureOf(p, 'to', f)}${since}; ${certainty(p, f)}.`
  )
}

function interval(p: MessageParams, f: Formatters): string {
  const level = f.percent(numberOf(p, 'level') ?? 0.95, 0)
  return `${level} CI ${differenceOf(p, 'lower', f)} to ${differenceOf(p, 'upper', f)}`
}

function certainty(p: MessageParams, f: Formatters): string {
  const n = plainOf(p, 'sampleSize', f)
  const value = numberOf(p, 'pValue')
  if (value === undefined) return `its average has passed the limit of ${plainOf(p, 'limit', f)} (${n} periods)`
  if (value < 0.001) return `a stable series would show this in fewer than 1 of ${f.number(1000)} cases (${n} periods)`
  return `a stable series would show this in 1 of ${f.number(oneIn(value))} cases (p = ${showP(value, f)}, ${n} periods)`
}

function times(p: MessageParams, f: Formatters): string {
  return `${plainOf(p, 'effect', f)} times, CI ${plainOf(p, 'lower', f)} to ${plainOf(p, 'upper', f)}`
}

function change(p: MessageParams, f: Formatters): string {
  return `${differenceOf(p, 'effect', f)} points, CI ${differenceOf(p, 'lower', f)} to ${differenceOf(p, 'upper', f)}`
}

function contradiction(p: MessageParams, f: Formatters): string {
  const [first = '', second = ''] = textOf(p, 'subject').split('/')
  if (numberOf(p, 'firstValue') === undefined) {
    return `${capital(termOf(first))} and ${termOf(second)} run apart. Check first who answers the survey.`
  }
  return (
    `${capital(termOf(first))} ${half(p, 'first', first, f)}, yet ${termOf(second)} ${half(p, 'second', second, f)}. ` +
    'Check first who answers the survey.'
  )
}

function half(p: MessageParams, prefix: string, code: string, f: Formatters): string {
  const unit = code.includes('promoter') ? 'points' : 'ratio'
  const show = (name: string): string => showValue(numberOf(p, `${prefix}${name}`), unit, f)
  return `is ${show('Value')} (CI ${show('Lower')} to ${show('Upper')}, threshold ${show('Threshold')})`
}

function fall(p: MessageParams, f: Formatters, one: string, other: string): string {
  if (p['pattern'] === 'slowdown') {
    return `${many(p, 'seen', one, other, f)} where ${plainOf(p, 'expected', f)} were expected.`
  }
  return `No ${one} for ${many(p, 'elapsedDays', 'day', 'days', f)}; usually one every ${plainOf(p, 'usualGap', f)}.`
}

function many(p: MessageParams, name: string, one: string, other: string, f: Formatters): string {
  return `${plainOf(p, name, f)} ${numberOf(p, name) === 1 ? one : other}`
}

function effect(p: MessageParams, f: Formatters): string {
  const ratio = { ...p, unit: 'ratio' }
  if (numberOf(p, 'effect') === undefined || p['effectUnit'] !== 'ratio') return ''
  return ` (${differenceOf(ratio, 'effect', f)} points, CI ${differenceOf(ratio, 'lower', f)} to ${differenceOf(ratio, 'upper', f)})`
}

function team(p: MessageParams): string {
  return p['subject'] === 'all' ? 'All teams' : textOf(p, 'subject')
}
