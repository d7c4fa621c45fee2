import * as records from '../../../src/records/index.js'

type Call = (input: never, options: never) => unknown

interface MapperInput {
  rows: records.Row[]
  groupBy?: string
  mapper: { name: string; model?: records.ModelName; options?: records.MapColumnsOptions }
}

interface SegmentInput {
  customers: records.Customer[]
  field: string
  lookups: records.CustomerKey[]
}

function mapRows(input: MapperInput, options: records.MapperOptions): unknown {
  const { name, model, options: columns } = input.mapper
  const mapper =
    name === 'mapColumns'
      ? records.mapColumns(model as records.ModelName, columns as records.MapColumnsOptions)
      : (records as unknown as Record<string, () => records.RowResult<unknown>>)[name]
  const rows = input.groupBy === undefined ? input.rows : records.groupRows(input.rows, input.groupBy)
  return records.mapRows(rows as records.Row[], mapper as () => records.RowResult<unknown>, options)
}

function customerSegment({ customers, field, lookups }: SegmentInput): unknown {
  const segmentOf = records.customerSegment(customers, field)
  return { segments: lookups.map((lookup) => segmentOf(lookup)), unknown: segmentOf.unknown }
}

/** Vendor mappers take their row and options as they are. */
const mappers = Object.fromEntries(
  Object.entries(records).filter(([name, value]) => /^map[A-Z]/.test(name) && typeof value === 'function'),
) as unknown as Record<string, Call>

export const adapters: Record<string, Call> = {
  ...mappers,
  mapRows: mapRows as Call,
  groupRows: ((input: { rows: records.Row[]; column: string }) => records.groupRows(input.rows, input.column)) as Call,
  customerSegment: customerSegment as Call,
  handoffsFromLeads: records.handoffsFromLeads as Call,
}
