import type { FieldSpec } from '../fieldSpec.js'

// What fields of many models hold, each by the name of its kind.
export const id: FieldSpec = { kind: 'id' }
export const requiredId: FieldSpec = { kind: 'id', required: true }
export const text: FieldSpec = { kind: 'text' }
export const requiredText: FieldSpec = { kind: 'text', required: true }
export const instant: FieldSpec = { kind: 'instant' }
export const requiredInstant: FieldSpec = { kind: 'instant', required: true }
export const dayOrInstant: FieldSpec = { kind: 'dayOrInstant' }
export const amount: FieldSpec = { kind: 'amount' }
export const requiredAmount: FieldSpec = { kind: 'amount', required: true }
export const currency: FieldSpec = { kind: 'currency' }
export const requiredCurrency: FieldSpec = { kind: 'currency', required: true }
export const count: FieldSpec = { kind: 'count' }
export const boolean: FieldSpec = { kind: 'boolean' }
