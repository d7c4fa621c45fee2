import { altChannel } from './altChannel.js'
import type { DrawnUnit } from './drawnUnit.js'
import type { ChartContext } from './readContext.js'
import type { LayerSpec } from './spec.js'
import { valueChannel } from './valueChannel.js'

/** A line at the target, over the whole time. */
export function targetLayer(
  target: number,
  unit: DrawnUnit,
  color: string,
  { messages }: Pick<ChartContext, 'messages'>,
): LayerSpec {
  return {
    data: { values: [{ target, alt: `${messages.term('target')}: ${unit.words(target, messages)}` }] },
    mark: { type: 'rule', color },
    encoding: { y: valueChannel('target', unit, messages), description: altChannel },
  }
}
