export { isRetentionOkrError, RetentionOkrError } from '../errors.js'
export * from './churn/index.js'
export * from './nps/index.js'
