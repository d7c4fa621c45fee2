/** Score and standard error, in points, of so many promoters and detractors, fractions of an answer included. */
export function npsMoments(
  promoters: number,
  detractors: number,
  answers: number,
): { nps: number; standardError: number } {
  const [p, d] = [promoters / answers, detractors / answers]
  const nps = (100 * (promoters - detractors)) / answers
  return { nps, standardError: 100 * Math.sqrt(Math.max(0, p + d - (p - d) ** 2) / answers) }
}
