import type { Handoff, Interaction, Lead, OwnerChange } from 'retention-okr/records'
import type { HandoffHouse } from './readHandoffReview.js'

const hours = [{ open: '09:00', close: '18:00' }]

type Row = [
  id: string,
  fields: Lead['fields'],
  segment: [given: string, right: string],
  handedAt: string,
  outcome: ['accepted' | 'rejected', at: string, reason?: string] | undefined,
  called?: string,
  passedOn?: string[],
]

// Eight leads of two weeks: clean ones, one that nobody can reach, one that was passed around, one that came twice.
const rows: readonly Row[] = [
  [
    'A-01',
    { email: 'ines@pinar.example', phone: '+34 600 000 001', company: 'Hotel Pinar', source: 'web' },
    ['hotel', 'hotel'],
    '2025-05-05T08:00:00Z',
    ['accepted', '2025-05-05T08:40:00Z'],
    '2025-05-05T09:10:00Z',
  ],
  [
    'A-02',
    { email: 'n/a', phone: '12', company: 'Bar Sol', source: 'fair' },
    ['bar', 'bar'],
    '2025-05-05T09:00:00Z',
    ['rejected', '2025-05-07T09:00:00Z', 'no_contact'],
  ],
  [
    'A-03',
    { email: 'leo@norte.example', phone: '', company: 'Café Norte', source: 'web' },
    ['bar', 'café'],
    '2025-05-06T10:00:00Z',
    ['accepted', '2025-05-06T15:30:00Z'],
    '2025-05-09T10:00:00Z',
    ['2025-05-07T10:00:00Z', '2025-05-08T10:00:00Z'],
  ],
  [
    'A-04',
    { email: 'eva@luna.example', phone: '+34 600 000 004', company: 'Luna', source: 'referral' },
    ['bar', 'bar'],
    '2025-05-07T08:00:00Z',
    ['accepted', '2025-05-07T09:00:00Z'],
    '2025-05-07T09:30:00Z',
  ],
  [
    'A-05',
    { email: 'INES@pinar.example ', phone: '+34 600 000 001', company: 'unknown', source: 'fair' },
    ['hotel', 'hotel'],
    '2025-05-08T08:00:00Z',
    ['rejected', '2025-05-08T08:30:00Z'],
  ],
  [
    'A-06',
    { email: 'tom@rio.example', phone: '+34 600 000 006', company: 'Río', source: 'web' },
    ['café', 'hotel'],
    '2025-05-09T08:00:00Z',
    undefined,
    '2025-05-12T12:00:00Z',
  ],
  [
    'A-07',
    { email: 'sol@mar.example', phone: '+34 600 000 007', company: 'Mar', source: 'web' },
    ['hotel', 'hotel'],
    '2025-05-12T08:00:00Z',
    ['rejected', '2025-05-12T09:00:00Z', 'no_budget'],
    '2025-05-12T08:50:00Z',
  ],
  [
    'A-08',
    { email: 'ana@@bosque', phone: '+34 600 000 008', company: 'Bosque', source: 'referral' },
    ['café', 'café'],
    '2025-05-13T08:00:00Z',
    ['accepted', '2025-05-13T11:00:00Z'],
    '2025-05-13T15:45:00Z',
  ],
]

/** A few hand-made leads, for when there is no folder of exports. */
export function makeFewLeads(): HandoffHouse {
  return {
    leads: rows.map(
      ([id, fields, [given, right], handedAt]): Lead => ({
        id,
        createdAt: handedAt.replace(/T\d{2}/, 'T06'),
        fields,
        source: String(fields['source']),
        classification: { actual: { segment: given }, reference: { segment: right } },
      }),
    ),
    handoffs: rows.map(
      ([id, , , handedAt, outcome]): Handoff => ({
        id,
        leadId: id,
        fromTeam: 'marketing',
        toTeam: 'sales',
        handedAt,
        assignedAt: handedAt,
        ...(outcome === undefined
          ? {}
          : { decision: { outcome: outcome[0], at: outcome[1], ...(outcome[2] ? { reason: outcome[2] } : {}) } }),
      }),
    ),
    interactions: rows.flatMap(([leadId, , , , , at]): Interaction[] =>
      at === undefined ? [] : [{ leadId, at, direction: 'out', channel: 'call' }],
    ),
    ownerChanges: rows.flatMap(([leadId, , , , , , passedOn = []]) =>
      passedOn.map((at, index): OwnerChange => ({ leadId, at, to: `seller-${index + 2}`, reason: 'bounced' })),
    ),
    opportunities: [],
    policy: {
      calendars: {
        sales: {
          timeZone: 'Europe/Madrid',
          week: { monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours },
        },
      },
      requiredFields: [
        { field: 'email', weight: 2, validator: 'email' },
        { field: 'phone', weight: 2, validator: 'phone' },
        { field: 'company' },
      ],
      dimensions: { segment: 1 },
    },
    asOf: '2025-07-01T00:00:00Z',
    timeZone: 'UTC',
    period: { start: '2025-04-01T00:00:00Z', end: '2025-07-01T00:00:00Z' },
  }
}
