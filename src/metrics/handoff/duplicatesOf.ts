import { createMissingTest, emailKey, fieldOf, normalText, phoneKey } from './fieldValues.js'
import type { DuplicateLead } from './models/figures.js'

/** What decides whether two leads are one person. */
export interface KeyRules {
  keys: readonly string[]
  maximumKeyHits: number
  missingTokens: readonly string[]
  path: string
}

/** A lead with its decoded instant. */
export interface CreatedLead {
  id: string
  createdAt: number
  fields: { readonly [name: string]: unknown }
}

/** Leads in order of creation -> those that share a key with an earlier one. */
export function duplicatesOf(leads: readonly CreatedLead[], rules: KeyRules): DuplicateLead[] {
  const isMissing = createMissingTest(rules.missingTokens, `${rules.path}.missingTokens`)
  const holders = new Map<string, { first: number; hits: number }>()
  const duplicates: DuplicateLead[] = []
  leads.forEach((lead, index) => {
    const shared: { key: string; first: number }[] = []
    for (const key of new Set(rules.keys)) {
      const value = fieldOf(lead.fields, key)
      const text = isMissing(value) ? null : keyText(key, value)
      if (text === null) continue
      const name = JSON.stringify([key, text])
      const holder = holders.get(name)
      if (holder === undefined) holders.set(name, { first: index, hits: 1 })
      else {
        if (holder.hits <= rules.maximumKeyHits) shared.push({ key, first: holder.first })
        holder.hits += 1
      }
    }
    if (shared.length === 0) return
    const earliest = Math.min(...shared.map(({ first }) => first))
    duplicates.push({
      leadId: lead.id,
      duplicateOf: leads[earliest]?.id ?? '',
      keys: shared.filter(({ first }) => first === earliest).map(({ key }) => key),
    })
  })
  return duplicates
}

/** The value of a key as it is compared; null when it is invalid. */
function keyText(key: string, value: unknown): string | null {
  if (key === 'email') return emailKey(value)
  return key === 'phone' ? phoneKey(value) : normalText(value)
}
