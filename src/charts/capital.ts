/** The first letter in upper case, for names that begin a line. */
export function capital(text: string): string {
  const [first = '', ...rest] = text
  return `${first.toUpperCase()}${rest.join('')}`
}
