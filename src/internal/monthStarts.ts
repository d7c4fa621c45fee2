/** Epoch day of the first of every month from January 1900 to January 2201. */
export const monthStarts: Int32Array = /* @__PURE__ */ Int32Array.from(
  { length: 301 * 12 + 1 },
  (_, month) => Date.UTC(1900, month, 1) / 86_400_000,
)
