/** Of a rule that applies to every key result. */
export function onAll(): boolean {
  return true
}
