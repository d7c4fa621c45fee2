import { classificationAccuracy, leadCompleteness, profileObjections, stageConversionRate } from '../../src/index.js'
import { assignBand } from '../../src/statistics/index.js'
import { describeFigures } from './describeFigures.js'
import { countsBy, mapGroups, meanOf, shareOf, shareOfRows, shareWhere } from './figureShapes.js'
import { readFigures, readRows } from './readDataset.js'

type Definitions = { required: string[]; themes: Record<string, string[]> }
const { required, themes } = readFigures<{ definitions: Definitions }>('xeducation_leads').definitions
const requiredFields = required.map((field) => ({ field }))

/** Bands of the two scores, which are whole numbers. */
const bands = {
  Activity: bandsOf(13, 16),
  Profile: bandsOf(13, 17),
}

describeFigures('xeducation_leads', () => {
  const rows = readRows('xeducation_leads/leads.csv.gz')
  type Row = (typeof rows)[number]
  const cell = (row: Row, column: string): string => row[column] ?? ''
  const isConverted = (row: Row): boolean => row['Converted'] === '1'
  const conversionOf = (some: readonly Row[]) =>
    shareOf(stageConversionRate({ entered: some.length, converted: some.filter(isConverted).length }))
  /** Conversion by the values of a column; blank cells, and on this form an untouched choice, are missing. */
  const conversionBy = (column: string, normal: (text: string) => string = (text) => text) =>
    mapGroups(
      rows,
      (row) => {
        const text = normal(cell(row, column))
        return text === '' || text === 'Select' ? '(missing)' : text
      },
      conversionOf,
    )
  const completenessOf = (row: Row, missingTokens: readonly string[]) =>
    leadCompleteness(row, { requiredFields, missingTokens })
  const read = rows.map((row) => completenessOf(row, ['', 'select']))
  const presenceOf = (readings: typeof read) =>
    Object.fromEntries(
      required.map((field) => [field, shareWhere(readings, ({ missing }) => !missing.includes(field))]),
    )
  const isComplete = ({ missing }: (typeof read)[number]): boolean => missing.length === 0
  const themeOf = (row: Row): string | undefined =>
    Object.keys(themes).find((theme) => themes[theme]?.includes(cell(row, 'Tags')))
  const unreachable = rows.filter((row) => themeOf(row) === 'unreachable')
  const tagged = rows.filter((row) => cell(row, 'Tags') !== '')
  return {
    rows: () => rows.length,
    conversion: () => conversionOf(rows),
    byOrigin: () => conversionBy('Lead Origin'),
    bySourceRawCount: () => new Set(rows.map((row) => cell(row, 'Lead Source'))).size,
    bySourceNormalised: () => conversionBy('Lead Source', (text) => text.trim().toLowerCase()),
    byLeadQuality: () => conversionBy('Lead Quality'),
    byActivityBand: () => conversionBy('Asymmetrique Activity Index'),
    byProfileBand: () => conversionBy('Asymmetrique Profile Index'),
    presence: () => presenceOf(read),
    completenessMean: () => meanOf(read.map(({ value }) => value ?? Number.NaN)),
    fullyComplete: () => shareWhere(read, isComplete),
    presenceIfSelectCountsAsPresent: () => presenceOf(rows.map((row) => completenessOf(row, ['']))),
    conversionByPresentCount: () => {
      const present = new Map(rows.map((row, index) => [row, required.length - (read[index]?.missing.length ?? 0)]))
      return mapGroups(rows, (row) => String(present.get(row)), conversionOf)
    },
    bandMismatch: () =>
      Object.fromEntries(
        (['Activity', 'Profile'] as const).map((score) => {
          const dimensions = { [score]: 1 }
          const assessed = rows.flatMap((row) => {
            const points = cell(row, `Asymmetrique ${score} Score`)
            if (points === '') return []
            const actual = { [score]: cell(row, `Asymmetrique ${score} Index`) }
            const reference = { [score]: assignBand(Number(points), { bands: bands[score] }) }
            return [classificationAccuracy({ actual, reference }, { dimensions })]
          })
          return [score, shareWhere(assessed, ({ wrong }) => wrong.length > 0)]
        }),
      ),
    tags: () => {
      // An unreachable prospect has raised no objection.
      const objections = rows.flatMap((row) => {
        const theme = themeOf(row)
        if (theme === undefined || theme === 'unreachable') return []
        return [{ prospectId: cell(row, 'Prospect ID'), at: '2020-01-01', theme }]
      })
      const { concentration, themes: profiled, mentions } = profileObjections(objections)
      const [top = { theme: '', mentions: 0 }] = profiled
      return {
        withTag: tagged.length,
        themeCounts: countsBy(rows, themeOf),
        unreachableShareOfTagged: shareOfRows(unreachable.length, tagged.length),
        objectionHhi: concentration,
        objectionTop: { theme: top.theme, ...shareOfRows(top.mentions, mentions) },
        conversionUnreachable: conversionOf(unreachable),
      }
    },
    doNotEmail: () => conversionBy('Do Not Email'),
    dataQuality: () => ({
      duplicateIds: rows.length - new Set(rows.map((row) => cell(row, 'Prospect ID'))).size,
      rowsEqualButForIds: rows.length - new Set(rows.map(textWithoutIds)).size,
    }),
  }
})

function bandsOf(medium: number, high: number) {
  return [
    { band: '03.Low', from: 0, to: medium },
    { band: '02.Medium', from: medium, to: high },
    { band: '01.High', from: high, to: 100 },
  ]
}

function textWithoutIds(row: Record<string, string>): string {
  const { 'Prospect ID': _id, 'Lead Number': _number, ...rest } = row
  return JSON.stringify(rest)
}
