/** Whether a source is columns: told by its member `columns` alone. */
export function isColumns(source: unknown): source is { readonly columns: string } {
  try {
    return typeof source === 'object' && source !== null && 'columns' in source && typeof source.columns === 'string'
  } catch {
    // A revoked proxy answers no question.
    return false
  }
}
