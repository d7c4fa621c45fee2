import type { Data } from './data.js'
import {
  type Answer,
  type Candidate,
  type Prepare,
  question,
  type Resident,
  type Solve,
  type Task,
  type TaskKinds,
} from './model.js'
import { requirePeer } from './requirePeer.js'

/** What is called of the Node API of DuckDB: it is no dependency of the library, and so are not its types. */
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
  endRow(): void
  closeSync(): void
}

interface Query<Row> {
  /** The columns that the measure's definition reads and the rows have, without the id. */
  columns: string
  append: (appender: Appender, row: Row) => void
  sql: string
  answerOf: (rows: unknown[][]) => Answer
}

/** A fresh database of one thread with the rows in it. */
async function load<Row extends { id?: string | undefined }>(
  { columns, append, sql, answerOf }: Query<Row>,
  rows: readonly Row[],
  checksIds: boolean,
): Promise<{ ask: () => Promise<Answer>; close: () => void }> {
  const { DuckDBInstance } = requirePeer<DuckDB>('@duckdb/node-api')
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  await connection.run(`CREATE TABLE t (${columns}${checksIds ? ', id VARCHAR' : ''})`)
  const appender = await connection.createAppender('t')
  for (const row of rows) {
    append(appender, row)
    if (checksIds) appender.appendVarchar(row.id ?? '')
    appender.endRow()
  }
  appender.closeSync()
  if (checksIds) await refuseTwins(connection)
  return {
    ask: async () => answerOf(await read(connection, sql)),
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

async function refuseTwins(connection: Connection): Promise<void> {
  const [[twins] = []] = await read(connection, 'SELECT COUNT(*) - COUNT(DISTINCT id) FROM t')
  if (Number(twins) !== 0) throw new Error('one id stands for two rows')
}

/** From rows: the table and one query. */
function solve<Row extends { id?: string | undefined }>(query: Query<Row>): Solve<Row> {
  return async (rows, checksIds) => {
    const { ask, close } = await load(query, rows, checksIds)
    const answer = await ask()
    close()
    return answer
  }
}

/** From a table that is there: one query. */
function resident<Row extends { id?: string | undefined }>(query: Query<Row>): Prepare<Row> {
  return async (rows) => (await load(query, rows, false)).ask
}

async function read(connection: Connection, sql: string): Promise<unknown[][]> {
  return (await connection.runAndReadAll(sql)).getRows()
}

function timestamp(instant: string): string {
  return `TIMESTAMP '${instant.slice(0, 19).replace('T', ' ')}'`
}

function column(rows: unknown[][], index: number): number[] {
  return rows.map((row) => Number(row[index]))
}

const activityTable = {
  columns: 'customer VARCHAR, happened TIMESTAMP',
  append: (appender: Appender, { customerId, at }: Data['activity'][number]): void => {
    appender.appendVarchar(customerId)
    appender.appendVarchar(String(at))
  },
}

const indexes = (length: number): number[] => Array.from({ length }, (_, index) => index)

/** A bit a bound, set where it looks back on the instant: no join with itself. */
const churnSql = `
  WITH m AS (SELECT customer,
      greatest(date_diff('month', ${timestamp(question.churn.start)}, happened) + 1, 0) AS lo,
      least(date_diff('month', ${timestamp(question.churn.start)}, happened + INTERVAL ${question.inactiveDays} DAY), 33) AS hi
    FROM t WHERE happened <= ${timestamp(question.asOf)}),
  b AS (SELECT customer, bit_or(CASE WHEN hi >= lo THEN (1::BIGINT << (hi + 1)) - (1::BIGINT << lo) ELSE 0 END) AS bits
    FROM m GROUP BY customer)
  SELECT ${indexes(33)
    .flatMap((j) => [`SUM((bits >> ${j}) & 1)`, `SUM((bits >> ${j}) & 1 & ~(bits >> ${j + 1}))`])
    .join(', ')} FROM b`

const cohortSql = `
  WITH m AS (SELECT customer, date_diff('month', ${timestamp(question.all.start)}, happened) AS i
    FROM t WHERE happened <= ${timestamp(question.asOf)}),
  c AS (SELECT customer, MIN(i) AS f, bit_or(1::BIGINT << i) AS bits FROM m GROUP BY customer),
  o AS (SELECT f, bits >> f AS bits FROM c)
  SELECT f, COUNT(*), ${indexes(35)
    .map((k) => `SUM((bits >> ${k + 1}) & 1)`)
    .join(', ')} FROM o GROUP BY f ORDER BY f`

/** The score of a middle rank in five groups of one size, by comparisons of integers. */
function scoreSql(value: string): string {
  return `least(5, (5 * (2 * (RANK() OVER (ORDER BY ${value}) - 1) + COUNT(*) OVER (PARTITION BY ${value}))) // (2 * n) + 1)`
}

const rfmSql = `
  WITH c AS (SELECT customer, MAX(placed)::DATE - ${timestamp(question.asOf)}::DATE AS recency, COUNT(*) AS frequency,
      SUM(total) AS monetary, COUNT(*) OVER () AS n
    FROM t WHERE status = 'paid' AND placed <= ${timestamp(question.asOf)} GROUP BY customer),
  s AS (SELECT ${scoreSql('recency')} AS r, ${scoreSql('frequency')} AS f, ${scoreSql('monetary')} AS m FROM c)
  SELECT r, f, m, COUNT(*) FROM s GROUP BY r, f, m`

const queries: { readonly [T in Task]: Query<Data[TaskKinds[T]][number]> } = {
  t1: {
    columns: 'customer VARCHAR, placed TIMESTAMP, status VARCHAR, total DECIMAL(18, 2)',
    append: (appender, { customerId = '', placedAt, status, total }) => {
      appender.appendVarchar(customerId)
      appender.appendVarchar(String(placedAt))
      appender.appendVarchar(status)
      appender.appendVarchar(String(total))
    },
    sql: `WITH c AS (SELECT COUNT(*) AS k FROM t WHERE status = 'paid'
      AND placed >= ${timestamp(question.year.start)} AND placed < ${timestamp(question.year.end)} GROUP BY customer)
      SELECT SUM(CASE WHEN k >= 2 THEN 1 ELSE 0 END), COUNT(*) FROM c`,
    answerOf: ([row = []]) => ({ repeatBuyers: Number(row[0]), buyers: Number(row[1]) }),
  },
  t2: {
    ...activityTable,
    sql: churnSql,
    answerOf: ([row = []]) => {
      const every = (offset: number): number[] => row.filter((_, index) => index % 2 === offset).map(Number)
      return { opening: every(0), lost: every(1) }
    },
  },
  t3: {
    ...activityTable,
    sql: cohortSql,
    answerOf: (rows) => ({ sizes: column(rows, 1), retained: rows.flatMap((row) => row.slice(2).map(Number)) }),
  },
  t4: {
    columns: 'kind VARCHAR, answered TIMESTAMP, score INTEGER, segment VARCHAR',
    append: (appender, { kind, answeredAt, score, segment }) => {
      appender.appendVarchar(kind)
      appender.appendVarchar(String(answeredAt))
      appender.appendInteger(score ?? 0)
      appender.appendVarchar(segment)
    },
    sql: `SELECT segment, SUM(CASE WHEN score >= 9 THEN 1 ELSE 0 END),
      SUM(CASE WHEN score IN (7, 8) THEN 1 ELSE 0 END), SUM(CASE WHEN score <= 6 THEN 1 ELSE 0 END)
      FROM t WHERE kind = 'nps' AND answered <= ${timestamp(question.asOf)} GROUP BY segment ORDER BY segment`,
    answerOf: (rows) => {
      const groups = rows.map((row) => row.slice(1).map(Number))
      return {
        segments: rows.map(([segment]) => String(segment)),
        groups: groups.flat(),
        scores: groups.map(([p = 0, passive = 0, d = 0]) => 100 * ((p - d) / (p + passive + d))),
      }
    },
  },
  t5: {
    columns: 'placed TIMESTAMP, status VARCHAR, currency VARCHAR, total DECIMAL(18, 2)',
    append: (appender, { placedAt, status, currency, total }) => {
      appender.appendVarchar(String(placedAt))
      appender.appendVarchar(status)
      appender.appendVarchar(currency)
      appender.appendVarchar(String(total))
    },
    sql: `SELECT date_trunc('month', placed) AS m, currency, SUM(total)::VARCHAR FROM t
      WHERE status = 'paid' AND placed <= ${timestamp(question.asOf)} GROUP BY m, currency ORDER BY m, currency`,
    answerOf: (rows) => ({ net: rows.map((row) => String(row[2])) }),
  },
  t6: {
    columns: 'customer VARCHAR, placed TIMESTAMP, status VARCHAR, currency VARCHAR, total DECIMAL(18, 2)',
    append: (appender, { customerId = '', placedAt, status, currency, total }) => {
      appender.appendVarchar(customerId)
      appender.appendVarchar(String(placedAt))
      appender.appendVarchar(status)
      appender.appendVarchar(currency)
      appender.appendVarchar(String(total))
    },
    sql: rfmSql,
    answerOf: (rows) => {
      const triples = new Array<number>(125).fill(0)
      for (const [r, f, m, count] of rows.map((row) => row.map(Number))) {
        triples[((r ?? 1) - 1) * 25 + ((f ?? 1) - 1) * 5 + (m ?? 1) - 1] = count ?? 0
      }
      return { triples }
    },
  },
  t7: {
    columns: 'created TIMESTAMP, replied TIMESTAMP, status VARCHAR',
    append: (appender, { createdAt, firstReplyAt, status }) => {
      appender.appendVarchar(String(createdAt))
      appender.appendVarchar(String(firstReplyAt))
      appender.appendVarchar(status)
    },
    sql: `WITH d AS (SELECT date_trunc('month', created) AS m, epoch_ms(replied) - epoch_ms(created) AS w FROM t
        WHERE status NOT IN ('merged', 'deleted', 'spam') AND replied <= ${timestamp(question.asOf)})
      SELECT m, quantile_disc(w, 0.5), quantile_disc(w, 0.9) FROM d GROUP BY m ORDER BY m`,
    answerOf: (rows) => ({ median: column(rows, 1), p90: column(rows, 2) }),
  },
}

/** SQL of one thread, after the rows have been appended. */
export const duckdb: Candidate = {
  t1: solve(queries.t1),
  t2: solve(queries.t2),
  t3: solve(queries.t3),
  t4: solve(queries.t4),
  t5: solve(queries.t5),
  t6: solve(queries.t6),
  t7: solve(queries.t7),
}

/** The same SQL, of a table that is there before the clock starts. */
export const tables: Resident = {
  t1: resident(queries.t1),
  t2: resident(queries.t2),
  t3: resident(queries.t3),
  t4: resident(queries.t4),
  t5: resident(queries.t5),
  t6: resident(queries.t6),
  t7: resident(queries.t7),
}
