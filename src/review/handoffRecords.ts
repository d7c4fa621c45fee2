import type { HandoffRecords } from '../metrics/handoff/models/figures.js'
import type { RecordReader } from './recordReader.js'

/** What a review knows of hand-offs. */
export function handoffRecords({ read, has }: RecordReader): HandoffRecords {
  return {
    leads: read('leads'),
    handoffs: read('handoffs'),
    ...(has('interactions') ? { interactions: read('interactions') } : {}),
    ...(has('ownerChanges') ? { ownerChanges: read('ownerChanges') } : {}),
    ...(has('opportunities') ? { opportunities: read('opportunities') } : {}),
    ...(has('duplicates') ? { duplicates: read('duplicates') } : {}),
  }
}
