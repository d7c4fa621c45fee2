/** ISO 8601 interval of two UTC instants. */
export function periodName(start: number, end: number): string {
  return `${new Date(start).toISOString()}/${new Date(end).toISOString()}`
}
