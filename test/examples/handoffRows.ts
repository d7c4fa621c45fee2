import { readFileSync } from 'node:fs'
import type { Language } from '../../docs/examples/cafe-roble/objectives.js'
import { readRows } from '../datasets/readDataset.js'

type Row = Record<string, string>
type Windows = [open: string, close: string][]

interface HousePolicy {
  asOf: string
  calendars: Record<
    string,
    { tz: string; week: Record<string, Windows>; holidays: string[]; overrides: Record<string, Windows> }
  >
  requiredFields: { name: string; validator?: string; when?: [field: string, equals: string] }[]
  missingTokens: string[]
  classificationWeights: Record<string, number>
  acceptTargetSeconds: number
  firstResponseTargetSeconds: number
  neutralReassignReasons: string[]
}

/** What a hand-off of the files suffers from, read off their rows without the library, in the words of the example. */
export function statementsOfRows(leadId: string, language: Language): { capped: boolean; statements: string[] } {
  const words = texts[language]
  const policy = JSON.parse(
    readFileSync(new URL('../../../shared/data/synthetic_handoffs/policy.json', import.meta.url), 'utf8'),
  ) as HousePolicy
  const ownRows = (file: string): Row[] => rowsOf(file).filter((row) => row['lead_id'] === leadId)
  const [lead = {}, handoff = {}] = [ownRows('leads.csv')[0], ownRows('handoffs.csv')[0]]
  const open = (from: string | undefined, to: string): number => openHours(policy, handoff['to_team'], from, to)
  const isMissing = (cell: string | undefined): boolean => policy.missingTokens.includes(normal(cell))
  const kindOf = (field: string): 'missing' | 'invalid' | undefined => {
    const required = policy.requiredFields.find(({ name }) => name === field)
    if (required === undefined) return undefined
    const [other = '', value = ''] = required.when ?? []
    if (required.when !== undefined && normal(lead[other]) !== value) return undefined
    if (isMissing(lead[field])) return 'missing'
    return isValid(lead[field] ?? '', required.validator) ? undefined : 'invalid'
  }
  const fields = policy.requiredFields.flatMap(({ name }) => {
    const kind = kindOf(name)
    return kind === undefined ? [] : [`${words[kind]}: ${name}`]
  })
  const classes = Object.keys(policy.classificationWeights).flatMap((name) => {
    const [given, right] = [lead[name] ?? '', lead[`exp_${name}`] ?? '']
    return normal(right) === '' || normal(given) === normal(right)
      ? []
      : [words.wrong(name, given.trim(), right.trim())]
  })
  const isDecided = handoff['status'] !== 'pending'
  const untilDecided = open(handoff['handed_at'], isDecided ? (handoff['decided_at'] ?? '') : policy.asOf)
  const allowed = policy.acceptTargetSeconds / 3600
  const decision = untilDecided <= allowed ? [] : [words.decision(isDecided, untilDecided, allowed)]
  const overdue = !isDecided && untilDecided > allowed ? [words.overdue] : []
  const touch = ownRows('touches.csv')
    .filter(
      (row) =>
        row['direction'] === 'out' && row['automated'] === '0' && (row['at'] ?? '') >= (handoff['handed_at'] ?? ''),
    )
    .map((row) => row['at'] ?? '')
    .sort()[0]
  const untilTouched = open(handoff['assigned_at'], touch ?? policy.asOf)
  const answer = policy.firstResponseTargetSeconds / 3600
  const response = untilTouched <= answer ? [] : [words.touch(touch !== undefined, untilTouched, answer)]
  const changes = ownRows('reassignments.csv').map((row) => row['reason'] ?? '')
  const neutral = changes.filter((reason) => policy.neutralReassignReasons.includes(reason)).length
  const counted = changes.length - neutral
  const owners = counted === 0 ? [] : [words.owners(counted), ...(neutral === 0 ? [] : [words.neutral(neutral)])]
  const first = rowsOf('leads.csv')
    .filter((row) => (row['created_at'] ?? '') < (lead['created_at'] ?? '') && repeats(lead, row))
    .sort((a, b) => ((a['created_at'] ?? '') < (b['created_at'] ?? '') ? -1 : 1))[0]
  const duplicate = first === undefined ? [] : [words.duplicate(first['lead_id'] ?? '')]
  return {
    capped: kindOf('email') !== undefined && kindOf('phone') !== undefined,
    statements: [...fields, ...classes, ...decision, ...overdue, ...response, ...owners, ...duplicate].sort(),
  }

  /** Two leads with one valid e-mail or one valid phone. */
  function repeats(one: Row, other: Row): boolean {
    const keyOf = (row: Row, field: 'email' | 'phone'): string => {
      const cell = row[field] ?? ''
      if (isMissing(cell) || !isValid(cell, field)) return ''
      return field === 'email' ? normal(cell) : cell.replace(/\D/g, '')
    }
    return (['email', 'phone'] as const).some(
      (field) => keyOf(one, field) !== '' && keyOf(one, field) === keyOf(other, field),
    )
  }
}

const files = new Map<string, Row[]>()

function rowsOf(file: string): Row[] {
  const rows = files.get(file) ?? readRows(`synthetic_handoffs/${file}`)
  files.set(file, rows)
  return rows
}

function normal(cell = ''): string {
  return cell.trim().toLowerCase()
}

function isValid(cell: string, validator: string | undefined): boolean {
  if (validator === 'email') return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell.trim())
  if (validator !== 'phone') return true
  const { length } = cell.replace(/\D/g, '')
  return length >= 7 && length <= 15
}

/** Opening hours of a team between two instants, day by day. */
function openHours({ calendars }: HousePolicy, team = '', from = '', to = ''): number {
  const { tz = 'UTC', week = {}, holidays = [], overrides = {} } = calendars[team] ?? {}
  const [start, end] = [Date.parse(from), Date.parse(to)]
  let sum = 0
  for (
    let noon = Date.parse(`${from.slice(0, 10)}T12:00:00Z`) - 86_400_000;
    noon < end + 86_400_000;
    noon += 86_400_000
  ) {
    const day = new Date(noon).toISOString().slice(0, 10)
    const weekday = new Date(noon).toLocaleDateString('en', { weekday: 'short', timeZone: 'UTC' }).toLowerCase()
    const windows = overrides[day] ?? (holidays.includes(day) ? [] : (week[weekday] ?? []))
    for (const [opens, closes] of windows) {
      const [first, last] = [opens, closes].map((time) => instantOf(day, time, tz)) as [number, number]
      sum += Math.max(0, Math.min(last, end) - Math.max(first, start))
    }
  }
  return sum / 3_600_000
}

/** Wall time as an instant; no clock is changed at a time of day when somebody works. */
function instantOf(day: string, time: string, timeZone: string): number {
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  const wall = new Date(asUtc).toLocaleString('sv', { timeZone })
  return asUtc - (Date.parse(`${wall.replace(' ', 'T')}Z`) - asUtc)
}

/** The words of the example by language. */
const texts = {
  en: wordsOf('en', {
    missing: 'missing',
    invalid: 'invalid',
    overdue: 'the decision is overdue',
    wrong: (name, given, right) => `${name} is ${given}, should be ${right}`,
    decided: 'decided after',
    undecided: 'undecided after',
    touched: 'first touch after',
    untouched: 'untouched after',
    allowed: (hours) => `(${hours} allowed)`,
    owners: (count) => `changed owner ${count === 1 ? 'once' : `${count} times`}`,
    neutral: (count) => `${count} more for a reason that does not count`,
    duplicate: (id) => `repeats lead ${id}`,
  }),
  es: wordsOf('es', {
    missing: 'falta',
    invalid: 'no válido',
    overdue: 'la decisión se ha pasado de plazo',
    wrong: (name, given, right) => `${name} es ${given}, debería ser ${right}`,
    decided: 'decidido tras',
    undecided: 'sin decidir tras',
    touched: 'primer contacto tras',
    untouched: 'sin contacto tras',
    allowed: (hours) => `(plazo: ${hours})`,
    owners: (count) => `cambió ${count === 1 ? 'una vez' : `${count} veces`} de responsable`,
    neutral: (count) => `${count} más por un motivo que no cuenta`,
    duplicate: (id) => `repite el lead ${id}`,
  }),
}

interface Texts {
  missing: string
  invalid: string
  overdue: string
  wrong: (name: string, given: string, right: string) => string
  decided: string
  undecided: string
  touched: string
  untouched: string
  allowed: (hours: string) => string
  owners: (count: number) => string
  neutral: (count: number) => string
  duplicate: (id: string) => string
}

function wordsOf(language: Language, words: Texts) {
  const hours = (count: number): string => `${count.toLocaleString(language, { maximumFractionDigits: 1 })} h`
  const clock = (done: string, open: string) => (isDone: boolean, count: number, limit: number) =>
    isDone ? `${done} ${hours(count)} ${words.allowed(hours(limit))}` : `${open} ${hours(count)}`
  return { ...words, decision: clock(words.decided, words.undecided), touch: clock(words.touched, words.untouched) }
}
