import type { ChangeEvidence } from '../../okr/evidence/changeEvidence.js'
import type { KeyResultStatus } from '../../okr/models/status.js'
import type { SegmentName } from './names.js'
import type { KeyResultName } from './objectives.js'

/** What makes a finding the same one in two reviews. */
export interface FindingKey {
  /** Code. */
  code: string
  /** Subject. */
  subject: string
  /** Segment, when it has one. */
  segment?: SegmentName
}

/** A key result that changed. */
export interface KeyResultChange extends KeyResultName {
  /** Status before and now. */
  status: [KeyResultStatus, KeyResultStatus]
  /** Progress before and now. */
  progress: [number | null, number | null]
}

/** Findings by what became of them. */
export interface FindingChanges {
  /** New ones. */
  raised: FindingKey[]
  /** Those that stand. */
  kept: FindingKey[]
  /** Those that are gone. */
  cleared: FindingKey[]
}

/** A figure that may have moved. */
export interface MeasurementChange {
  /** Code of the metric. */
  metric: string
  /** The segment; absent for the whole. */
  segment?: SegmentName
  /** Whether it moved, or may be noise. */
  change: ChangeEvidence
}

/** What changed between two reviews. */
export interface ReviewChanges {
  /** Key results whose status or progress differs. */
  keyResults: KeyResultChange[]
  /** Figures measured in both reviews. */
  measurements: MeasurementChange[]
  /** Warnings and critical findings. */
  findings: FindingChanges
}
