/** Hand-made figures of one review, in the shapes that the charts read. */

const measured = 'measured' as const
const estimated = 'estimated' as const

/** Key results with their check-ins, plan and forecast. */
export const keyResults = [
  {
    title: 'Churn rate',
    unit: 'ratio' as const,
    status: 'off_track',
    score: { progress: -0.4, target: 0.0324 },
    expected: 0.66,
    points: [
      { on: '2025-10-15', value: 0.041, progress: -1.39, status: 'off_track', confidence: 0.6, source: estimated },
      { on: '2025-10-29', value: 0.043, progress: -1.94, status: 'off_track', confidence: 0.5, source: estimated },
      { on: '2025-11-12', value: 0.046, progress: -2.78, status: 'off_track', confidence: 0.3, source: measured },
      { on: '2025-11-26', value: 0.049, progress: -3.6, status: 'off_track', confidence: 0.2, source: measured },
    ],
    plan: [
      { on: '2025-10-01', expected: 0, value: 0.036 },
      { on: '2025-12-31', expected: 1, value: 0.0324 },
    ],
    forecast: {
      interval: { lower: 0.047, upper: 0.06, level: 0.8, method: 'student-t' },
      plan: { kind: 'linear' },
    },
  },
  {
    title: 'Net promoter score',
    unit: 'points' as const,
    status: 'attained',
    score: { progress: 1.5, target: 60 },
    expected: 0.66,
    points: [
      { on: '2025-10-15', value: 66, progress: 1.75, status: 'attained', confidence: 0.7, source: measured },
      { on: '2025-10-29', value: 68, progress: 2, status: 'attained', confidence: 0.8, source: measured },
      { on: '2025-11-12', value: 67, progress: 1.88, status: 'attained', confidence: 0.8, source: measured },
      { on: '2025-11-26', value: 64, progress: 1.5, status: 'attained', confidence: 0.9, source: measured },
    ],
    plan: [
      { on: '2025-10-01', expected: 0, value: 52 },
      { on: '2025-12-31', expected: 1, value: 60 },
    ],
    forecast: null,
  },
  {
    title: 'Participation in the club',
    unit: 'ratio' as const,
    status: 'on_track',
    score: { progress: 0.7, target: 0.37 },
    expected: 0.66,
    points: [
      { on: '2025-10-15', value: 0.31, progress: 0.6, status: 'on_track', confidence: 0.4, source: estimated },
      { on: '2025-10-29', value: 0.32, progress: 0.66, status: 'on_track', confidence: 0.4, source: estimated },
      { on: '2025-11-12', value: 0.33, progress: 0.7, status: 'on_track', confidence: 0.6, source: estimated },
      { on: '2025-11-26', value: 0.345, progress: 0.7, status: 'on_track', confidence: 0.7, source: estimated },
    ],
    plan: [
      { on: '2025-10-01', expected: 0, value: 0.22 },
      { on: '2025-12-31', expected: 1, value: 0.37 },
    ],
    forecast: {
      interval: { lower: 0.34, upper: 0.39, level: 0.8, method: 'student-t' },
      plan: { kind: 'linear' },
    },
  },
  {
    title: 'Second purchase within 60 days',
    unit: 'ratio' as const,
    status: 'no_data',
    score: { progress: null, target: 0.65 },
    expected: 0.66,
    points: [
      { on: '2025-10-15', value: null, progress: null, status: 'no_data', confidence: 0.5, source: estimated },
      { on: '2025-11-26', value: null, progress: null, status: 'no_data', confidence: 0.5, source: estimated },
    ],
    plan: [
      { on: '2025-10-01', expected: 0, value: 0.58 },
      { on: '2025-12-31', expected: 1, value: 0.65 },
    ],
    forecast: null,
  },
  {
    title: 'One promise sheet for the three teams',
    status: 'at_risk',
    score: { progress: 0.6 },
    expected: 0.66,
    points: [
      { on: '2025-10-15', value: null, progress: 0.2, status: 'on_track', confidence: 0.8, source: estimated },
      { on: '2025-10-29', value: null, progress: 0.4, status: 'on_track', confidence: 0.7, source: estimated },
      { on: '2025-11-12', value: null, progress: 0.6, status: 'on_track', confidence: 0.7, source: estimated },
      { on: '2025-11-26', value: null, progress: 0.6, status: 'at_risk', confidence: 0.6, source: estimated },
    ],
    plan: [
      { on: '2025-10-01', expected: 0, value: null },
      { on: '2025-12-31', expected: 1, value: null },
    ],
    forecast: null,
  },
]

/** What the detectors found. */
export const signals = [
  {
    asOf: '2025-12-01',
    findings: [
      {
        code: 'trend.sustained_decline',
        severity: 'critical',
        subject: 'churn-rate',
        segment: { plan: 'Esencial' },
        since: '2025-04-01',
      },
    ],
  },
  {
    asOf: '2025-12-01',
    findings: [
      { code: 'dissatisfaction.spike', severity: 'critical', subject: 'complaint-rate', since: '2025-11-01' },
      {
        code: 'dissatisfaction.spike',
        severity: 'warning',
        subject: 'complaint-rate',
        segment: { category: 'delivery' },
        since: '2025-11-01',
      },
    ],
  },
  {
    asOf: '2025-12-01',
    findings: [
      {
        code: 'metrics.contradiction',
        severity: 'warning',
        subject: 'net-promoter-score/churn-rate',
        since: null,
      },
      { code: 'trend.sustained_improvement', severity: 'info', subject: 'participation-rate', since: '2025-07-01' },
    ],
  },
]

const triangle = [
  ['2025-05-01', 96, 1, 0.81, 0.72, 0.66, 0.61, 0.58, 0.55],
  ['2025-06-01', 101, 1, 0.79, 0.7, 0.63, 0.57, 0.53],
  ['2025-07-01', 94, 1, 0.77, 0.66, 0.58, 0.51],
  ['2025-08-01', 7, 1, 0.57, 0.43, 0.43],
  ['2025-09-01', 99, 1, 0.7, 0.56],
  ['2025-10-01', 104, 1, 0.66],
] as const

/** A retention triangle by month of joining. */
export const cohorts = {
  cells: triangle.flatMap(([cohort, size, ...rates]) => [
    ...rates.map((value, offset) => ({ cohort, offset, size, value })),
    { cohort, offset: rates.length, size, value: null },
  ]),
  overall: [1, 0.74, 0.64, 0.6, 0.57, 0.55, 0.55].map((value, offset) => ({ offset, size: 501, value })),
}

/** The net promoter score of everybody, and by plan. */
export const netPromoterScores = [
  {
    group: '',
    measurement: {
      value: 39,
      sampleSize: 210,
      interval: { lower: 30, upper: 48, level: 0.95, method: 'adjusted-wald' },
      promoters: 118,
      passives: 56,
      detractors: 36,
    },
  },
  {
    group: 'Esencial',
    measurement: {
      value: 58,
      sampleSize: 120,
      interval: { lower: 46, upper: 69, level: 0.95, method: 'adjusted-wald' },
      promoters: 84,
      passives: 22,
      detractors: 14,
    },
  },
  { group: 'Empresa', measurement: { value: null, sampleSize: 0, promoters: 0, passives: 0, detractors: 0 } },
]

const complaints = [
  51, 49, 53, 47, 50, 52, 48, 50, 54, 46, 51, 49, 50, 53, 47, 52, 48, 50, 44, 43, 45, 44, 42, 61, 43, 44,
]

/** Weekly shares with their limits; the process changes in the nineteenth week. */
export const control = {
  metric: 'complaint-rate',
  unit: 'ratio' as const,
  target: 0.04,
  points: complaints.map((count, week) => {
    const day = (offset: number): string =>
      new Date(Date.UTC(2025, 5, 2 + 7 * (week + offset))).toISOString().slice(0, 10)
    const mean = week < 18 ? 0.05 : 0.0443
    const kind = count === 61 ? ('concern' as const) : week < 18 ? ('common' as const) : ('improvement' as const)
    return {
      start: day(0),
      end: day(1),
      value: week === 5 ? null : count / 1000,
      mean,
      lower: mean - 0.008,
      upper: mean + 0.008,
      phase: week < 18 ? 0 : 1,
      kind,
    }
  }),
  variation: 'special' as const,
  since: '2025-10-06',
  assurance: 'inconsistent' as const,
}

function survivalOf(sampleSize: number, monthly: number) {
  const steps = Array.from({ length: 24 }, (_, index) => {
    const survival = (1 - monthly) ** (index + 1)
    const spread = 0.02 + 0.004 * index
    const atRisk = Math.round(sampleSize * (1 - monthly) ** index * (1 - index / 26))
    return {
      time: 30 * (index + 1),
      atRisk,
      events: Math.round(atRisk * monthly),
      survival,
      lower: Math.max(0, survival - spread),
      upper: Math.min(1, survival + spread),
    }
  })
  return { steps, median: steps.find(({ survival }) => survival <= 0.5)?.time ?? null, sampleSize }
}

/** How long customers stay, by plan. */
export const survival = [
  { name: 'Esencial', curve: survivalOf(1020, 0.05) },
  { name: 'Equipo', curve: survivalOf(476, 0.021) },
  { name: 'Empresa', curve: survivalOf(40, 0.019) },
]

function segmentOf(
  metric: string,
  segment: string,
  lost: number,
  opening: number,
  half: number,
  verdict: 'risk' | 'none' | 'safer',
) {
  const value = lost / opening
  const interval = { lower: value - half, upper: value + half, level: 0.95, method: 'wilson' }
  const measurement = {
    value,
    unit: 'ratio' as const,
    numerator: lost,
    denominator: opening,
    sampleSize: opening,
    interval,
  }
  return { by: 'plan', segment, metric, measurement, verdict }
}

/** The churn rate by plan. */
export const segments = [
  segmentOf('churn-rate', 'Esencial', 66, 960, 0.016, 'risk'),
  segmentOf('churn-rate', 'Equipo', 10, 476, 0.011, 'safer'),
  segmentOf('churn-rate', 'Empresa', 5, 204, 0.017, 'none'),
]

function npsOf(segment: string, value: number) {
  const measurement = { value, unit: 'points' as const, sampleSize: 120 }
  return { by: 'plan', segment, metric: 'net-promoter-score', measurement, verdict: 'none' as const }
}

/** NPS and churn rate by plan. */
export const contradictions = [...segments, npsOf('Esencial', 58), npsOf('Equipo', 61), npsOf('Empresa', 34)]

/** Why leads were rejected. */
export const rejectReasons = { no_budget: 9, wrong_segment: 31, duplicate: 6, no_phone: 18, not_reachable: 0 }

const hour = 3_600_000

/** How long leads waited for an answer. */
export const responses = {
  value: 2.4 * hour,
  completed: 143,
  open: 9,
  within: { [String(4 * hour)]: 91, [String(24 * hour)]: 129 },
  curve: [
    [0.005, 0.97],
    [0.2, 0.91],
    [0.5, 0.83],
    [0.9, 0.72],
    [1.4, 0.61],
    [2.4, 0.5],
    [3.1, 0.44],
    [4, 0.39],
    [6, 0.32],
    [9, 0.26],
    [14, 0.2],
    [22, 0.14],
    [40, 0.08],
    [75, 0.05],
  ].map(([hours = 0, survival = 1]) => ({ time: hours * hour, survival })),
}
