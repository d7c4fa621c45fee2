/** Whether everything was paid back of an amount above 0; amounts are plain decimal texts, equal when 12 decimals agree. */
export function isPaidBack(total: string, refunded: string): boolean {
  return !total.startsWith('-') && /[1-9]/.test(total) && quantised(refunded) >= quantised(total)
}

/** A decimal as so many units of the twelfth decimal, a tie to the even one. */
function quantised(text: string): bigint {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.')
  const kept = BigInt(whole + fraction.slice(0, 12).padEnd(12, '0'))
  const rest = fraction.slice(12).replace(/0+$/, '')
  const isUp = rest > '5' || (rest === '5' && kept % 2n === 1n)
  const rounded = isUp ? kept + 1n : kept
  return text.startsWith('-') ? -rounded : rounded
}
