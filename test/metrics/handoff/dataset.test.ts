import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Handoff, HandoffPolicy, HandoffRecords, LeadHandoffQuality, RequiredField } from '../../../src/index.js'
import { measureLeadHandoffQuality } from '../../../src/index.js'
import { hasDatasets, readFigures, readRows } from '../../datasets/readDataset.js'

interface Share {
  k: number
  n: number
  wilson95: [number, number]
}

interface Attainment {
  attainment: Share
  byTeam: Record<string, Share>
}

interface Figures {
  handed: number
  handoffErrorRate: Share
  defectsPerLead: number
  defectsByKind: Record<string, number>
  scoreMean: number
  scoreMedian: number
  shareScore80: Share
  fullyComplete: Share
  firstPassYield: Share
  acceptanceRateOfDecided: Share
  rejectReasons: Record<string, number>
  acceptSla: Attainment
  firstResponseSla: Attainment
  reassigned: Share
}

type Window = [string, string]

interface PolicyFile {
  asOf: string
  calendars: Record<
    string,
    { tz: string; week: Record<string, Window[]>; holidays: string[]; overrides: Record<string, Window[]> }
  >
  requiredFields: (Omit<RequiredField, 'field' | 'when'> & { name: string; when?: [string, string] })[]
  classificationWeights: Record<string, number>
  weights: HandoffPolicy['weights']
}

const folder = 'synthetic_handoffs'
const weekdays = { mon: 'monday', tue: 'tuesday', wed: 'wednesday', thu: 'thursday', fri: 'friday', sat: 'saturday' }

function readPolicyFile(): PolicyFile {
  const file = fileURLToPath(new URL(`../../../../shared/data/${folder}/policy.json`, import.meta.url))
  return JSON.parse(readFileSync(file, 'utf8')) as PolicyFile
}

function hours(windows: Window[]) {
  return windows.map(([open, close]) => ({ open, close }))
}

function policyOf(file: PolicyFile): HandoffPolicy {
  const calendars = Object.entries(file.calendars).map(([team, { tz, week, holidays, overrides }]) => [
    team,
    {
      timeZone: tz,
      week: Object.fromEntries(
        Object.entries(week).map(([day, windows]) => [weekdays[day as keyof typeof weekdays], hours(windows)]),
      ),
      holidays,
      overrides: Object.fromEntries(Object.entries(overrides).map(([day, windows]) => [day, hours(windows)])),
    },
  ])
  return {
    calendars: Object.fromEntries(calendars) as HandoffPolicy['calendars'],
    requiredFields: file.requiredFields.map(({ name, weight, validator, zeroIsMissing, when }) => ({
      field: name,
      weight,
      validator,
      zeroIsMissing,
      ...(when === undefined ? {} : { when: { field: when[0], equals: when[1] } }),
    })),
    dimensions: file.classificationWeights,
    weights: file.weights,
  }
}

function readRecords(): HandoffRecords {
  const dimensions = ['owner_team', 'segment', 'icp_fit', 'score_band', 'source']
  return {
    leads: readRows(`${folder}/leads.csv`).map((row) => ({
      id: row['lead_id'] ?? '',
      createdAt: row['created_at'] ?? '',
      source: row['source'],
      fields: row,
      classification: {
        actual: row,
        reference: Object.fromEntries(dimensions.map((name) => [name, row[`exp_${name}`]])),
      },
    })),
    handoffs: readRows(`${folder}/handoffs.csv`).map(
      (row, index): Handoff => ({
        id: `H${index}`,
        leadId: row['lead_id'] ?? '',
        fromTeam: row['from_team'] ?? '',
        toTeam: row['to_team'] ?? '',
        handedAt: row['handed_at'] ?? '',
        assignedAt: row['assigned_at'] ?? '',
        ...(row['status'] === 'pending'
          ? {}
          : {
              decision: {
                outcome: row['status'] as 'accepted' | 'rejected',
                at: row['decided_at'] ?? '',
                reason: row['reason'],
              },
            }),
      }),
    ),
    interactions: readRows(`${folder}/touches.csv`).map((row) => ({
      leadId: row['lead_id'],
      at: row['at'] ?? '',
      direction: row['direction'] as 'in' | 'out',
      channel: row['channel'] ?? '',
      isAutomated: row['automated'] === '1',
    })),
    ownerChanges: readRows(`${folder}/reassignments.csv`).map((row) => ({
      leadId: row['lead_id'] ?? '',
      at: row['at'] ?? '',
      reason: row['reason'],
    })),
  }
}

describe.skipIf(!hasDatasets)('370 hand-offs of a simulated company (skipped without ../shared/data)', () => {
  const figures = readFigures<Figures>(folder)
  let quality: LeadHandoffQuality

  beforeAll(() => {
    const file = readPolicyFile()
    quality = measureLeadHandoffQuality(readRecords(), { asOf: file.asOf, policy: policyOf(file) })
  })

  it('counts those without a defect, with its interval, and the defects by kind', () => {
    const { k, n, wilson95 } = figures.handoffErrorRate
    expect(quality.cleanHandoffRate).toMatchObject({ numerator: n - k, denominator: n })
    expect(quality.cleanHandoffRate.interval?.lower).toBeCloseTo(1 - wilson95[1], 9)
    expect(quality.cleanHandoffRate.interval?.upper).toBeCloseTo(1 - wilson95[0], 9)
    expect(quality.defectsByKind).toEqual(figures.defectsByKind)
    expect(quality.defectsPerLead).toBeCloseTo(figures.defectsPerLead, 9)
    expect([quality.handoffs, quality.pending]).toEqual([figures.handed, 0])
  })

  it.each([
    ['fullyComplete', 'fullyComplete'],
    ['firstPassYield', 'firstPassYield'],
    ['reassigned', 'reassigned'],
    ['shareAtLeast80', 'shareScore80'],
    ['acceptance', 'acceptanceRateOfDecided'],
  ] as const)('gives %s', (name, figure) => {
    expect(quality[name]).toMatchObject({ numerator: figures[figure].k, denominator: figures[figure].n })
  })

  it('gives both attainments, of all and by team', () => {
    const share = ({ k, n }: Share) => ({ numerator: k, denominator: n })
    expect(quality.acceptanceAttainment).toMatchObject(share(figures.acceptSla.attainment))
    expect(quality.responseAttainment).toMatchObject(share(figures.firstResponseSla.attainment))
    for (const { toTeam, acceptanceAttainment, responseAttainment } of quality.byTeams) {
      expect(acceptanceAttainment).toMatchObject(share(figures.acceptSla.byTeam[toTeam] as Share))
      expect(responseAttainment).toMatchObject(share(figures.firstResponseSla.byTeam[toTeam] as Share))
    }
  })

  it('gives mean and median score, and the reasons of the rejections', () => {
    expect(quality.score.value).toBeCloseTo(figures.scoreMean, 9)
    expect(quality.scoreMedian).toBeCloseTo(figures.scoreMedian, 9)
    const { '(none)': none, ...reasons } = figures.rejectReasons
    expect(quality.rejectReasons).toEqual({ ...reasons, '': none })
  })
})
