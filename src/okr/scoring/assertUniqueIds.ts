import { fail } from '../../internal/fail.js'
import { assertArray, assertPlain } from '../../internal/guards.js'
import { assertText } from '../assertText.js'

/** Ids of a list, each once. */
export function assertUniqueIds(items: readonly { readonly id: string }[], path: string): void {
  assertArray(items, path)
  const seen = new Set<string>()
  items.forEach((item, index) => {
    assertPlain(item, `${path}[${index}]`)
    const { id } = item
    assertText(id, `${path}[${index}].id`)
    if (seen.has(id)) fail('DUPLICATE_ID', `${path}[${index}].id`, 'must be unique', 'an id given twice')
    seen.add(id)
  })
}
