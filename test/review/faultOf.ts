/** Code and path of the error that a call throws. */
export function faultOf(run: () => unknown): { code: string; path: string } {
  try {
    run()
  } catch (error) {
    const { code = String(error), details } = error as { code?: string; details?: { path: string } }
    return { code, path: details?.path ?? '' }
  }
  return { code: 'no error', path: '' }
}
