import type { Answer, Candidate, Data, Done } from './model.js'
import { question } from './model.js'
import { requirePeer } from './requirePeer.js'

/** What is called of the Node API of DuckDB: it is no dependency of the project, and so are not its types. */
interface DuckDB {
  DuckDBInstance: {
    create(
      path: string,
      options: Record<string, string>,
    ): Promise<{ connect(): Promise<Connection>; closeSync(): void }>
  }
}
interface Connection {
  run(sql: string): Promise<unknown>
  runAndReadAll(sql: string): Promise<{ getRows(): unknown[][] }>
  createAppender(table: string): Promise<Appender>
  closeSync(): void
}
interface Appender {
  appendVarchar(text: string): void
  appendInteger(value: number): void
  appendNull(): void
  endRow(): void
  closeSync(): void
}

type Cell = string | number | null | undefined

interface Query<Row> {
  columns: string
  cells: (row: Row) => Cell[]
  sql: string
  answerOf: (row: number[]) => Answer
}

const month = question.month
const inYear = (column: string): string =>
  `${column} >= TIMESTAMP '${plain(question.year.start)}' AND ${column} < TIMESTAMP '${plain(question.year.end)}'`

function plain(instant: string): string {
  return instant.slice(0, 19).replace('T', ' ')
}

/** A fresh database with the rows in it and one query; every id must be there once, as our functions check. */
function solve<Row>(query: Query<Row>): (rows: readonly Row[]) => Promise<Done> {
  return async (rows) => {
    const { DuckDBInstance } = requirePeer<DuckDB>('@duckdb/node-api')
    const before = process.cpuUsage()
    const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
    const connection = await instance.connect()
    await connection.run(`CREATE TABLE t (${query.columns})`)
    const appender = await connection.createAppender('t')
    for (const row of rows) {
      for (const cell of query.cells(row)) {
        if (cell === undefined || cell === null) appender.appendNull()
        else if (typeof cell === 'number') appender.appendInteger(cell)
        else appender.appendVarchar(cell)
      }
      appender.endRow()
    }
    appender.closeSync()
    const { user, system } = process.cpuUsage(before)
    const [[unique] = []] = await read(connection, 'SELECT COUNT(*) - COUNT(DISTINCT id) FROM t')
    if (unique !== 0) throw new Error('one id stands for two rows')
    const [row = []] = await read(connection, query.sql)
    connection.closeSync()
    instance.closeSync()
    return { answer: query.answerOf(row), loadMilliseconds: (user + system) / 1000 }
  }
}

async function read(connection: Connection, sql: string): Promise<number[][]> {
  const rows = (await connection.runAndReadAll(sql)).getRows()
  return rows.map((row) => row.map(Number))
}

const subscriptionTable = {
  columns: 'id VARCHAR, customer VARCHAR, started TIMESTAMP, ended TIMESTAMP',
  cells: ({ id, customerId, startedAt, endedAt }: Data['subscriptions'][number]): Cell[] => [
    id,
    customerId,
    String(startedAt),
    endedAt === undefined ? null : String(endedAt),
  ],
}

const orderTable = {
  columns: 'id VARCHAR, customer VARCHAR, placed TIMESTAMP, status VARCHAR, total DECIMAL(18, 2)',
  cells: ({ id, customerId, placedAt, status, total }: Data['orders'][number]): Cell[] => [
    id,
    customerId,
    String(placedAt),
    status,
    String(total),
  ],
}

/** Whether somebody is a customer just before each bound, a flag a bound: one grouping, no join with itself. */
function flagsSql(bounds: readonly string[]): string {
  const flags = bounds.map((bound, index) => {
    const at = `TIMESTAMP '${plain(bound)}'`
    return `MAX(CASE WHEN started < ${at} AND (ended IS NULL OR ended >= ${at}) THEN 1 ELSE 0 END) AS a${index}`
  })
  const sums = bounds
    .slice(1)
    .map((_, index) => `SUM(a${index}), SUM(a${index + 1}), SUM(a${index} * (1 - a${index + 1}))`)
  return `WITH f AS (SELECT ${flags.join(', ')} FROM t GROUP BY customer) SELECT ${sums.join(', ')} FROM f`
}

const monthBounds = Array.from({ length: 25 }, (_, index) => new Date(Date.UTC(2024, index, 1)).toISOString())
const buyersSql = `WITH c AS (SELECT SUM(CASE WHEN ${inYear('placed')} THEN 1 ELSE 0 END) AS k FROM t
  WHERE status = 'paid' GROUP BY customer)
  SELECT COUNT(*), SUM(CASE WHEN k > 0 THEN 1 ELSE 0 END), SUM(CASE WHEN k > 1 THEN 1 ELSE 0 END) FROM c`

/** The SQL of one thread, after the rows have been appended. */
export const duckdb: Candidate = {
  'churn of one month': solve({
    ...subscriptionTable,
    sql: flagsSql([month.start, month.end]),
    answerOf: ([opening = 0, , lost = 0]) => ({ opening, lost }),
  }),
  'churn of 24 months': solve({
    ...subscriptionTable,
    sql: flagsSql(monthBounds),
    answerOf: (row) => {
      const every = (offset: number): number[] => row.filter((_, index) => index % 3 === offset)
      return { opening: every(0), closing: every(1), lost: every(2) }
    },
  }),
  'repeat purchase': solve({
    ...orderTable,
    sql: buyersSql,
    answerOf: ([, buyers = 0, repeatBuyers = 0]) => ({ buyers, repeatBuyers }),
  }),
  'purchases tallied, then measured': solve({
    ...orderTable,
    sql: buyersSql,
    answerOf: ([customers = 0, buyers = 0, repeatBuyers = 0]) => ({ customers, buyers, repeatBuyers }),
  }),
  'net promoter score': solve({
    columns: 'id VARCHAR, customer VARCHAR, answered TIMESTAMP, score INTEGER',
    cells: ({ id, customerId, answeredAt, score }: Data['answers'][number]): Cell[] => [
      id,
      customerId,
      String(answeredAt),
      score,
    ],
    sql: `WITH l AS (SELECT arg_max(score, answered) AS score FROM t WHERE ${inYear('answered')} GROUP BY customer)
      SELECT SUM(CASE WHEN score >= 9 THEN 1 ELSE 0 END), SUM(CASE WHEN score IN (7, 8) THEN 1 ELSE 0 END),
      SUM(CASE WHEN score < 7 THEN 1 ELSE 0 END) FROM l`,
    answerOf: ([promoters = 0, passives = 0, detractors = 0]) => {
      const score = (100 * (promoters - detractors)) / (promoters + passives + detractors)
      return { score, promoters, passives, detractors }
    },
  }),
  'service level': solve({
    columns: 'id VARCHAR, created TIMESTAMP, replied TIMESTAMP',
    cells: ({ id, createdAt, firstReplyAt }: Data['tickets'][number]): Cell[] => [
      id,
      String(createdAt),
      firstReplyAt === undefined ? null : String(firstReplyAt),
    ],
    sql: `SELECT SUM(CASE WHEN epoch_ms(replied) - epoch_ms(created) <= ${question.target} THEN 1 ELSE 0 END), COUNT(*)
      FROM t WHERE ${inYear('created')} AND ${Date.parse(question.asOf)} - epoch_ms(created) > ${question.target}`,
    answerOf: ([met = 0, due = 0]) => ({ met, due }),
  }),
}
