import * as sales from '../../../src/metrics/sales/index.js'

type Call = (input: never, options: never) => unknown

export const adapters: Record<string, Call> = {
  closeRate: sales.closeRate as Call,
  measureCloseRate: sales.measureCloseRate as Call,
  countOpportunities: sales.countOpportunities as Call,
  closeIncidence: sales.closeIncidence as Call,
  stageConversionRate: sales.stageConversionRate as Call,
  measureStageConversionRate: sales.measureStageConversionRate as Call,
  classifyProspect: sales.classifyProspect as Call,
  silentProspectRate: sales.silentProspectRate as Call,
  measureSilentProspectRate: sales.measureSilentProspectRate as Call,
  countProspects: sales.countProspects as Call,
  profileObjections: sales.profileObjections as Call,
  estimateLostRevenue: sales.estimateLostRevenue as Call,
  estimateLateResponseLoss: sales.estimateLateResponseLoss as Call,
  measureSalesCycle: sales.measureSalesCycle as Call,
  measureStageDuration: sales.measureStageDuration as Call,
}
