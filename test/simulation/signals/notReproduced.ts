/** Worlds whose stated figures this simulation does not find, and why not, as far as that is known. */
export const notReproduced: { readonly [world: string]: string } = {
  'medians of the months taken off, then a test: 24 months, both directions': 'the test that was stated is not known',
  'medians of the months taken off, then a test: 36 months, both directions': 'the test that was stated is not known',
  'medians of the months taken off, then a test: 48 months, both directions': 'the test that was stated is not known',
}
