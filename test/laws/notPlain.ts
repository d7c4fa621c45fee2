/** Where a value is not plain JSON as a result must be: no member undefined, no number that JSON loses, no instance. */
export function notPlain(value: unknown, path = 'result'): string | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined
  if (typeof value === 'number') {
    return Number.isFinite(value) && !Object.is(value, -0)
      ? undefined
      : `${path} is ${Object.is(value, -0) ? '-0' : value}`
  }
  if (typeof value !== 'object') return `${path} is ${typeof value}`
  if (Array.isArray(value)) {
    if (Object.keys(value).length !== value.length) return `${path} has holes or members`
    return firstOf(value.map((item, index) => [item, `${path}[${index}]`]))
  }
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null)
    return `${path} is an instance of ${prototype?.constructor.name}`
  if (Object.getOwnPropertySymbols(value).length > 0) return `${path} has a symbol`
  return firstOf(Object.entries(value).map(([key, member]) => [member, `${path}.${key}`]))
}

function firstOf(members: readonly (readonly [value: unknown, path: string])[]): string | undefined {
  for (const [value, path] of members) {
    const why = notPlain(value, path)
    if (why !== undefined) return why
  }
  return undefined
}
