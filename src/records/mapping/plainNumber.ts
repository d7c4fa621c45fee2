/** A finite number as plain digits, without an exponent. */
export function plainNumber(value: number): string {
  const text = String(value + 0)
  const at = text.indexOf('e')
  if (at < 0) return text
  const sign = text.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = text.slice(sign.length, at).split('.')
  const exponent = Number(text.slice(at + 1))
  const digits = whole + fraction
  const point = whole.length + exponent
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return `${sign}${digits.padEnd(point, '0')}`
}
