/** A typed array that grows. */
export type Growable = Float64Array | Int32Array | Uint32Array | Uint8Array

/** The array if it has room for a position, else one of twice the length, or more, that begins with it. */
export function grown<A extends Growable>(values: A, position: number): A {
  if (position < values.length) return values
  const larger = new (values.constructor as new (length: number) => A)(Math.max(position + 1, values.length * 2))
  larger.set(values)
  return larger
}
