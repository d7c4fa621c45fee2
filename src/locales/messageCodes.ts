import type { ErrorCode } from '../errors.js'
import type { ChartCode, ChartTerm } from './chartCodes.js'
import type { DefinitionCode } from './definitionCodes.js'
import type { HeadingCode } from './headingCodes.js'
import type { RuleCode, RuleWord } from './ruleCodes.js'
import type { ReviewCode, SignalCode } from './signalCodes.js'
import type { Defect, StateCode } from './stateCodes.js'
import type { MetricTerm, Word } from './termCodes.js'

/** Every code that has a text. */
export type MessageCode =
  | SignalCode
  | ReviewCode
  | RuleCode
  | RuleWord
  | `title.${SignalCode | ReviewCode | RuleCode}`
  | StateCode
  | DefinitionCode
  | `handoff.${Defect}`
  | HeadingCode
  | `term.${MetricTerm | Word | ChartTerm}`
  | ChartCode
  | `error.${ErrorCode}`
