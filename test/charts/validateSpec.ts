import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv, type ValidateFunction } from 'ajv'

const schemaPath = fileURLToPath(new URL('../../node_modules/vega-lite/build/vega-lite-schema.json', import.meta.url))
let validator: ValidateFunction | undefined

/** What the official schema of Vega-Lite says against a specification; empty when it is valid. */
export function schemaErrors(spec: unknown): string[] {
  validator ??= new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(readFileSync(schemaPath, 'utf8')))
  return validator(spec) ? [] : (validator.errors ?? []).map((error) => `${error.instancePath}: ${error.message}`)
}

const forbidden = new Set([
  'expr',
  'signal',
  'calculate',
  'params',
  'labelExpr',
  'href',
  'url',
  'usermeta',
  'tooltip',
  'transform',
  'datasets',
])

/** Keys of a specification that could carry an expression, a link or code, at any depth. */
export function forbiddenKeys(spec: unknown, path = '$'): string[] {
  if (typeof spec !== 'object' || spec === null) return []
  return Object.entries(spec).flatMap(([key, value]) => {
    const stringTest = (key === 'filter' || key === 'test') && typeof value === 'string'
    const found = forbidden.has(key) || stringTest ? [`${path}.${key}`] : []
    return [...found, ...forbiddenKeys(value, `${path}.${key}`)]
  })
}

/** The set of field names and keys of a specification, whatever its data. */
export function keysOf(value: unknown, keys = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const item of value) keysOf(item, keys)
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      keys.add(key)
      keysOf(item, keys)
    }
  }
  return keys
}

/** The elements of an SVG when it is well formed; throws when it is not. */
export function svgElements(svg: string): string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML forbids
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(svg)) throw new Error('a character XML forbids')
  const names: string[] = []
  const open: string[] = []
  const tag = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/y
  let at = 0
  while (at < svg.length) {
    if (svg[at] !== '<') {
      const next = svg.indexOf('<', at)
      const text = svg.slice(at, next < 0 ? svg.length : next)
      if (/&(?!amp;|lt;|gt;|quot;|#\d+;|#x[\da-fA-F]+;)/.test(text)) throw new Error(`an open ampersand: ${text}`)
      at += text.length
      continue
    }
    tag.lastIndex = at
    const match = tag.exec(svg)
    if (match === null) throw new Error(`not a tag: ${svg.slice(at, at + 60)}`)
    const [whole, closing, name = '', , selfClosing] = match
    if (closing === '/') {
      if (open.pop() !== name) throw new Error(`closes what is not open: ${name}`)
    } else {
      names.push(name)
      if (selfClosing !== '/') open.push(name)
    }
    at += whole.length
  }
  if (open.length > 0) throw new Error(`left open: ${open.join(', ')}`)
  return names
}
