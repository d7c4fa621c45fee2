/** Most customers of one set of columns: a `Map` holds no more keys. */
export const maximumCustomers = 2 ** 24

/** Most texts of a column of 16-bit codes. */
export const maximumTexts = 2 ** 16

/** Most periods of a column of signed 16-bit indexes. */
export const maximumPeriods = 32_767

/** Code of a row without a customer. */
export const nobody = 2 ** 32 - 1
