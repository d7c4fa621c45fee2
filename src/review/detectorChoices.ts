import type { DetectorChoices } from '../signals/detectorOptions.js'
import type { SignalData } from '../signals/signalData.js'
import type { PurchaseOutlook } from './purchaseOutlook.js'
import type { ReviewContext } from './reviewContext.js'

/** Options of the detectors that a review sets; the policy goes over them. */
export function detectorChoices(
  { policy }: ReviewContext,
  data: SignalData,
  responseTarget: number | undefined,
  top: number,
  outlook: PurchaseOutlook | undefined,
): DetectorChoices {
  const own = policy.signals ?? {}
  const limit = { limit: top }
  const slipping =
    outlook === undefined
      ? limit
      : { ...limit, spendModel: outlook.spendModel, ...(outlook.fit === undefined ? {} : { fit: outlook.fit }) }
  const target = ownOption(own.detectSlowResponse, 'target') ?? responseTarget
  return {
    ...own,
    detectCloseRateFall: merged({ recentPeriods: 3, baseline: [1, 2, 3, 4, 5, 6] }, own.detectCloseRateFall),
    detectSilenceRise: merged({ pool: 2 as const }, own.detectSilenceRise),
    // Without a target nobody can say what slow is.
    detectSlowResponse: target === undefined ? false : merged({ target: target as number }, own.detectSlowResponse),
    detectOwnershipGap: data.ownership === undefined ? false : merged({ calendar: null }, own.detectOwnershipGap),
    detectPurchaseFrequencyFall: merged(limit, own.detectPurchaseFrequencyFall),
    detectInteractionFall: merged(limit, own.detectInteractionFall),
    detectComplaintsRise: merged(limit, own.detectComplaintsRise),
    detectSlippingCustomers: merged(slipping, own.detectSlippingCustomers),
    detectRecommendationStopped: merged(limit, own.detectRecommendationStopped),
  }
}

function ownOption(choice: object | false | undefined, name: string): unknown {
  return choice === false || choice === undefined ? undefined : (choice as Record<string, unknown>)[name]
}

function merged<T extends object>(defaults: T, choice: object | false | undefined): T | false {
  return choice === false ? false : { ...defaults, ...choice }
}
