import { mergeConfig } from 'vitest/config'
import base from './vitest.config.js'

/** The suite for another zone of the process, without what no zone can change. */
export default mergeConfig(base, {
  test: {
    exclude: ['package', 'examples', 'docs', 'browser', 'hardening', 'types', 'architecture'].map(
      (folder) => `test/${folder}/**`,
    ),
  },
})
