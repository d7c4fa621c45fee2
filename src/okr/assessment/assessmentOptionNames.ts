/** The options of an assessment of a key result, for the check of unknown ones. */
export const assessmentOptionNames = [
  'asOf',
  'knownOn',
  'rule',
  'graceDays',
  'ceiling',
  'forecastLevel',
  'evidenceLevel',
] as const
