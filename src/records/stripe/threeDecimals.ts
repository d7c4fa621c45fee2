/** Currencies whose minor unit is a thousandth; not confirmed against a real export. */
export const threeDecimals: readonly string[] = ['BHD', 'JOD', 'KWD', 'OMR', 'TND']
