import type { FieldChannel } from './spec.js'

/** What a screen reader says of a mark: its field `alt`. */
export const altChannel: FieldChannel = { field: 'alt', type: 'nominal' }
