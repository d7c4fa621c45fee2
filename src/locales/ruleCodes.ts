/** Rules about a key result. */
type KeyResultRule =
  | 'no_baseline'
  | 'no_target'
  | 'no_due_day'
  | 'degenerate'
  | 'direction_mismatch'
  | 'relative_ambiguous'
  | 'relative_undefined'
  | 'target_out_of_domain'
  | 'no_owner'
  | 'many_owners'
  | 'no_source'
  | 'activity'
  | 'activity_count'
  | 'vanity_count'
  | 'business_as_usual'
  | 'moonshot'
  | 'committed_low_confidence'
  | 'no_guardrail'
  | 'unobservable'
  | 'small_sample'
  | 'plan_missing'

/** Rules about an objective. */
type ObjectiveRule =
  | 'all_lagging'
  | 'no_key_result'
  | 'one_key_result'
  | 'too_many_key_results'
  | 'has_number'
  | 'not_sufficient'

/** Rules about the whole set. */
type SetRule =
  | 'too_many_objectives'
  | 'duplicate_metric'
  | 'metric_conflict'
  | 'handoff_gap'
  | 'alignment_cycle'
  | 'unknown_parent'
  | 'orphan'
  | 'closed_parent'
  | 'double_count'
  | 'date_mismatch'
  | 'all_top_down'

/** Rules about the history of a key result. */
type HistoryRule = 'goalposts_eased' | 'stalled_on_track' | 'confidence_contradicted'

/** Rules about the use of grades. */
type UseRule = 'personal_appraisal'

/** Rules about a responsibility matrix. */
type ResponsibilityRule =
  | 'no_accountable'
  | 'multiple_accountable'
  | 'no_responsible'
  | 'duplicate_cell'
  | 'unknown_role'
  | 'unknown_activity'
  | 'too_many_consulted'
  | 'overloaded_role'

/** Titles of the templates of objectives. */
type TemplateTitle =
  | 'retention.objective'
  | 'retention.churn-rate'
  | 'retention.net-promoter-score'
  | 'retention.participation-rate'
  | 'support.objective'
  | 'support.sla-attainment'
  | 'support.recurring-complaint-rate'
  | 'support.fast-channel'
  | 'support.channel'
  | 'support.response'
  | 'sales-communication.objective'
  | 'sales-communication.handoff-error-rate'
  | 'sales-communication.lead-response-attainment'
  | 'sales-communication.close-rate'

type Prospect = 'silent' | 'underworked' | 'untouched' | 'unreachable' | 'active' | 'closed'

/** Codes of the findings of rules that read what people wrote down. */
export type RuleCode =
  | `key_result.${KeyResultRule}`
  | `objective.${ObjectiveRule}`
  | `set.${SetRule}`
  | `history.${HistoryRule}`
  | `use.${UseRule}`
  | `responsibility.${ResponsibilityRule}`

/** Codes of the words of rules, prospects and templates. */
export type RuleWord = `prospect.${Prospect}` | `template.${TemplateTitle}` | 'cost.upper_bound'
