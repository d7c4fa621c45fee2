import type { DropoutModel, ParetoModel, PurchaseModel } from './models/models.js'
import { paretoMoments } from './paretoMoments.js'
import type { Behaviour } from './purchaseLaw.js'

/**
 * The silence after which the probability of still being a customer is q, in the unit of the model; null where it never
 * falls so far.
 */
export function alarmSilence(model: PurchaseModel, behaviour: Behaviour, q: number): number | null {
  return model.name === 'pareto-nbd' ? byBisection(model, behaviour, q) : inClosedForm(model, behaviour, q)
}

function inClosedForm({ name, parameters }: DropoutModel, { x, tx }: Behaviour, q: number): number | null {
  const { r, alpha, a, b } = parameters
  const chances = name === 'mbg-nbd' ? x + 1 : x
  if (chances === 0) return null
  const logOdds = Math.log((1 - q) / q) + Math.log(b + chances - 1) - Math.log(a)
  const silence = (alpha + tx) * Math.expm1(Math.max(0, logOdds) / (r + x))
  return Number.isFinite(silence) ? silence : null
}

const doublings = 1000
const halvings = 200

function byBisection({ parameters }: ParetoModel, { x, tx }: Behaviour, q: number): number | null {
  const wanted = Math.log((1 - q) / q)
  const isAlarm = (silence: number): boolean =>
    paretoMoments(parameters, { x, tx, age: tx + silence }).logOddsGone >= wanted
  let high = parameters.beta + tx
  for (let step = 0; !isAlarm(high); step += 1) {
    if (step === doublings || !Number.isFinite(high)) return null
    high *= 2
  }
  let low = 0
  for (let step = 0; step < halvings && high - low > Number.EPSILON * high; step += 1) {
    const middle = (low + high) / 2
    if (isAlarm(middle)) high = middle
    else low = middle
  }
  return high
}
