import type { Mapped, Reporter } from './model.js'

const shownRows = 5

/** Says how many rows became records, and where the first bad ones are. */
export function createReporter(say: (line: string) => void): Reporter {
  return {
    say,
    keep: <T>(name: string, { records, bad, skipped }: Mapped<T>): T[] => {
      const left = Object.entries(skipped).map(([reason, count]) => `, ${count} ${reason}`)
      say(`${name}: ${records.length} records, ${bad.length} bad rows${left.join('')}`)
      for (const { index, issues } of bad.slice(0, shownRows)) {
        say(`  row ${index}: ${issues.map(({ column, rule }) => `${column} ${rule}`).join(', ')}`)
      }
      return records
    },
  }
}
