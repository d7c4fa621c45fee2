import { forEachNode } from './forEachNode.js'

const width = 0.5
const negligible = 1e-17
const panelsAtMost = 4000

/** The integral over all `t` from 0 of a function that dies away, with `t = scale * expm1(w)`, panel by panel in w. */
export function integrateTail(integrand: (t: number) => number, scale: number): number {
  let sum = 0
  for (let panel = 0; panel < panelsAtMost; panel += 1) {
    let added = 0
    forEachNode(panel * width, (panel + 1) * width, (w, weight) => {
      added += weight * integrand(scale * Math.expm1(w)) * scale * Math.exp(w)
    })
    sum += added
    if (added <= negligible * sum) break
  }
  return sum
}
