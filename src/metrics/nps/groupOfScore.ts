import { usualScale } from './answerScale.js'
import type { NpsScale } from './model.js'

/** The group of a score: its side of the two bounds. */
export function groupOfScore(score: number, scale: NpsScale | 'coerce'): 'promoters' | 'passives' | 'detractors' {
  const { minimumPromoter, minimumPassive } = scale === 'coerce' ? usualScale : scale
  if (score >= minimumPromoter) return 'promoters'
  return score >= minimumPassive ? 'passives' : 'detractors'
}
