import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import { toneOf } from '../internal/toneOf.js'
import type { Messages } from '../locales/model.js'
import { altChannel } from './altChannel.js'
import { assembleChart, maximumRows } from './assembleChart.js'
import { dayChannel } from './dayChannel.js'
import type { Chart, ChartOptions, PlottedFinding, PlottedSignal } from './model.js'
import { type ChartContext, readContext } from './readContext.js'
import { readDay } from './readDay.js'
import { readItems } from './readItems.js'
import { readText } from './readText.js'
import { rowChannel } from './rowChannel.js'
import { rowLabels } from './rowLabels.js'
import { segmentText } from './segmentText.js'
import { shortLabel } from './shortLabel.js'
import type { DrawnRow, LayerSpec } from './spec.js'
import { toneScales } from './toneScales.js'

/** Options of {@link chartSignals}. */
export interface ChartSignalsOptions extends ChartOptions {}

interface Row {
  readonly code: string
  readonly severity: string
  readonly subject: string
  readonly segment: string
  readonly since: string | null
  readonly asOf: string
}

const severities = ['critical', 'warning', 'info']

/**
 * Findings on a time line: since when each has been going on, the most severe first.
 *
 * A bar leads from the first day of a finding to the day of the verdict; a finding without a date is a point on that
 * day. Equal ranks are ordered by date, code, subject and segment. The first 500 are shown.
 *
 * @param signals - results of detectors; those of a review fit
 * @param options - messages, theme, width, title
 * @returns specification, rows `signals` and the summary `chart.signals` with counts by severity; `status.no_data` of
 * none
 * @throws {@link RetentionOkrError} INVALID_OPTION for missing messages, an unknown option, theme or schema, or a width
 * outside 160..4000
 * @throws {@link RetentionOkrError} INVALID_INPUT for what is not of the expected shape, INVALID_INSTANT for a day that
 * is none from 1900 to 2200
 * @example
 * ```ts
 * import { chartSignals } from 'retention-okr/charts'
 * import { createMessages, en } from 'retention-okr/locales/en'
 *
 * const finding = { code: 'nps.fall', severity: 'critical', subject: 'net-promoter-score', since: '2026-01-01' }
 * const chart = chartSignals([{ findings: [finding], asOf: '2026-02-01' }], { messages: createMessages(en) })
 * chart.summary.params // => { findings: 1, critical: 1, warning: 0, info: 0, since: '2026-01-01' }
 * ```
 * @since 0.1.0
 */
export function chartSignals(signals: readonly PlottedSignal[], options: ChartSignalsOptions): Chart {
  const context = readContext(options)
  const { messages } = context
  readItems(signals, 'signals')
  const all = signals.flatMap(readFindings).sort(compareRows)
  const rows = all.slice(0, maximumRows)
  const drawn = drawnRows(rows, messages)
  return assembleChart(context, {
    title: messages.message({ code: 'heading.signals', params: {} }),
    summary: rows.length === 0 ? null : { code: 'chart.signals', params: countSeverities(all) },
    height: { step: 26 },
    rows: drawn,
    layers: layersOf(drawn, context),
    tableName: 'signals',
    columns: { finding: 'text', severity: 'text', subject: 'text', segment: 'text', since: 'day', asOf: 'day' },
    table: rows.map(({ code, severity, subject, segment, since, asOf }) => {
      return { finding: code, severity, subject, segment, since, asOf }
    }),
    total: all.length,
  })
}

function readFindings({ findings, asOf }: PlottedSignal, index: number): Row[] {
  const path = `signals[${index}]`
  readItems(findings, `${path}.findings`)
  const to = readDay(asOf, `${path}.asOf`)
  return findings.map((finding: PlottedFinding, at) => {
    const place = `${path}.findings[${at}]`
    const since = finding.since ?? null
    return {
      code: readText(finding.code, `${place}.code`),
      severity: readText(finding.severity, `${place}.severity`),
      subject: readText(finding.subject, `${place}.subject`),
      segment: segmentText(finding.segment),
      since: since === null ? null : readDay(since, `${place}.since`),
      asOf: to,
    }
  })
}

/** The most severe first, then the oldest; what has no date comes last. */
function compareRows(a: Row, b: Row): number {
  const rank = (row: Row): number => {
    const at = severities.indexOf(row.severity)
    return at < 0 ? severities.length : at
  }
  const key = (row: Row): string[] => [row.since ?? '9', row.code, row.subject, row.segment, row.asOf]
  if (rank(a) !== rank(b)) return rank(a) - rank(b)
  const [first, second] = [key(a), key(b)]
  for (const [index, text] of first.entries()) {
    const order = compareCodeUnits(text, second[index] ?? '')
    if (order !== 0) return order
  }
  return 0
}

function countSeverities(rows: readonly Row[]): { [name: string]: number | string | null } {
  const count = (severity: string): number => rows.filter((row) => row.severity === severity).length
  const dates = rows.flatMap(({ since }) => since ?? []).sort(compareCodeUnits)
  const counts = { critical: count('critical'), warning: count('warning'), info: count('info') }
  return { findings: rows.length, ...counts, since: dates[0] ?? null }
}

/** A metric in words, or two of them; what is no metric as it is. */
function subjectName(subject: string, messages: Messages): string {
  const halves = subject.split('/')
  return halves.length === 2 ? halves.map((half) => messages.term(half)).join(' / ') : messages.term(subject)
}

function drawnRows(rows: readonly Row[], messages: Messages): DrawnRow[] {
  const labels = rowLabels(rows.map(({ code }) => messages.message({ code: `title.${code}`, params: {} })))
  return rows.map((row, index) => {
    const finding = labels[index] ?? ''
    const name = subjectName(row.subject, messages)
    const subject = shortLabel(row.segment === '' ? name : `${name} · ${row.segment}`)
    const severity = messages.message({ code: `severity.${row.severity}`, params: {} })
    const when = row.since === null ? '' : `, ${messages.date(row.since)} – ${messages.date(row.asOf)}`
    const [from, to] = [row.since ?? row.asOf, row.asOf]
    return {
      finding,
      subject,
      from,
      to,
      status: toneOf(row.severity),
      alt: `${finding}: ${subject}, ${severity}${when}`,
    }
  })
}

function layersOf(rows: readonly DrawnRow[], { palette }: ChartContext): LayerSpec[] {
  const tones = toneScales(palette)
  const days = rows.flatMap(({ from, to }) => [String(from), String(to)])
  const y = rowChannel('finding')
  const to = dayChannel('to', days)
  return [
    {
      mark: { type: 'bar', height: 12 },
      encoding: {
        y,
        x: dayChannel('from', days),
        x2: { field: 'to' },
        fill: tones.color,
        description: altChannel,
      },
    },
    {
      mark: { type: 'point', filled: true, opacity: 1, size: 60, aria: false },
      encoding: { y, x: to, color: tones.color, shape: tones.shape },
    },
    {
      mark: { type: 'text', align: 'left', dx: 10, aria: false },
      encoding: { y, x: to, text: { field: 'subject', type: 'nominal' } },
    },
  ]
}
