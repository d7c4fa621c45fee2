import type { Finding } from '../../finding.js'

/**
 * The rules of the lint in their order, with their severity.
 *
 * `critical`: it cannot be scored or linked as written. `warning`: a likely mistake. `info`: worth a look.
 *
 * @example
 * ```ts
 * import { lintRules } from 'retention-okr/okr'
 *
 * lintRules['key_result.no_target'] // => 'critical'
 * ```
 * @since 0.1.0
 */
export const lintRules: { readonly [code: string]: Finding['severity'] } = {
  'key_result.no_baseline': 'warning',
  'key_result.no_target': 'critical',
  'key_result.no_due_day': 'critical',
  'key_result.degenerate': 'critical',
  'key_result.direction_mismatch': 'critical',
  'key_result.relative_ambiguous': 'critical',
  'key_result.relative_undefined': 'critical',
  'key_result.target_out_of_domain': 'critical',
  'key_result.no_owner': 'warning',
  'key_result.many_owners': 'warning',
  'key_result.no_source': 'warning',
  'key_result.activity': 'warning',
  'key_result.activity_count': 'info',
  'key_result.vanity_count': 'info',
  'key_result.business_as_usual': 'warning',
  'key_result.moonshot': 'info',
  'key_result.committed_low_confidence': 'warning',
  'key_result.no_guardrail': 'info',
  'key_result.unobservable': 'warning',
  'key_result.small_sample': 'info',
  'key_result.plan_missing': 'info',
  'objective.all_lagging': 'info',
  'objective.no_key_result': 'critical',
  'objective.one_key_result': 'info',
  'objective.too_many_key_results': 'warning',
  'objective.has_number': 'info',
  'objective.not_sufficient': 'info',
  'set.too_many_objectives': 'warning',
  'set.duplicate_metric': 'warning',
  'set.metric_conflict': 'warning',
  'set.handoff_gap': 'warning',
  'set.alignment_cycle': 'critical',
  'set.unknown_parent': 'critical',
  'set.orphan': 'info',
  'set.closed_parent': 'warning',
  'set.double_count': 'warning',
  'set.date_mismatch': 'warning',
  'set.all_top_down': 'info',
  'history.goalposts_eased': 'warning',
  'history.stalled_on_track': 'warning',
  'history.confidence_contradicted': 'warning',
  'use.personal_appraisal': 'warning',
}
