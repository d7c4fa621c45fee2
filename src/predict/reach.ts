/** Log-parameters stay within this distance of the middle. */
export const reach = 12
