/** Exact sum of two plain decimal texts, with the decimals of the longer one. */
export function addDecimalTexts(a: string, b: string): string {
  const scale = Math.max(decimalsOf(a), decimalsOf(b))
  const sum = scaled(a, scale) + scaled(b, scale)
  const digits = String(sum < 0n ? -sum : sum).padStart(scale + 1, '0')
  const sign = sum < 0n ? '-' : ''
  return scale === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}

function decimalsOf(text: string): number {
  const point = text.indexOf('.')
  return point < 0 ? 0 : text.length - point - 1
}

function scaled(text: string, scale: number): bigint {
  return BigInt(text.replace('.', '') + '0'.repeat(scale - decimalsOf(text)))
}
