import { assertSpanOptions } from '../../records/assertSpanOptions.js'
import type { SpanOptions } from '../../records/options.js'
import { presetSpans } from './definitions.js'
import type { ChurnPreset } from './model.js'

/** How time is read as paid: the preset's way, in which explicit options win; undefined when neither is given. */
export function givenSpans({
  spans,
  preset,
}: {
  spans?: SpanOptions | undefined
  preset?: ChurnPreset | undefined
}): SpanOptions | undefined {
  // Checked before it is spread: a text would be spread into its letters.
  if (spans !== undefined) assertSpanOptions(spans)
  return spans === undefined && preset === undefined ? undefined : { ...presetSpans(preset), ...spans }
}
