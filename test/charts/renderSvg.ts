import { parse, View } from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'

/** What was said while a specification was compiled and drawn. */
export interface Drawing {
  /** The picture. */
  svg: string
  /** Warnings of Vega-Lite and Vega. */
  warnings: string[]
}

/** Compiles and draws a specification without a canvas or a page. */
export async function renderSvg(spec: unknown): Promise<Drawing> {
  const warnings: string[] = []
  const warn = (...words: readonly unknown[]): void => {
    warnings.push(words.join(' '))
  }
  const logger = {
    level: () => logger,
    error: (...words: readonly unknown[]) => {
      warn(...words)
      return logger
    },
    warn: (...words: readonly unknown[]) => {
      warn(...words)
      return logger
    },
    info: () => logger,
    debug: () => logger,
  } as never
  // Vega writes an id into each row of the data it is given.
  const compiled = compile(structuredClone(spec) as TopLevelSpec, { logger })
  const view = new View(parse(compiled.spec), { renderer: 'none', logger })
  const svg = await view.toSVG()
  view.finalize()
  return { svg, warnings }
}
