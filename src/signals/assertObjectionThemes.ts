import { fail } from '../internal/fail.js'
import { assertArray, assertCount, assertPlain } from '../internal/guards.js'
import type { ObjectionThemes } from './objectionModel.js'

/** Throws unless a value is a profile of objections with each theme once. */
export function assertObjectionThemes(profile: unknown, path: string): asserts profile is ObjectionThemes {
  assertPlain(profile, path)
  const { prospects, themes } = profile
  assertCount(prospects, `${path}.prospects`)
  assertArray(themes, `${path}.themes`)
  const seen = new Set<string>()
  themes.forEach((theme, index) => {
    const own = `${path}.themes[${index}]`
    assertPlain(theme, own)
    if (typeof theme['theme'] !== 'string') fail('INVALID_INPUT', `${own}.theme`, 'must be text', theme['theme'])
    assertCount(theme['mentions'], `${own}.mentions`)
    assertCount(theme['prospects'], `${own}.prospects`)
    if (theme['prospects'] > prospects) {
      fail('COUNT_EXCEEDS_BASE', `${own}.prospects`, 'must not exceed those of the profile', theme['prospects'])
    }
    if (seen.has(theme['theme'])) fail('CONFLICTING_RECORDS', `${own}.theme`, 'must be given once', 'a theme twice')
    seen.add(theme['theme'])
  })
}
