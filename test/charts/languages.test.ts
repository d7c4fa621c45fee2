import { describe, expect, it } from 'vitest'
import { keyResults } from '../../docs/examples/galleryData.js'
import { chartCheckIns } from '../../src/charts/chartCheckIns.js'
import { chartConfidence } from '../../src/charts/chartConfidence.js'
import { chartKeyResults } from '../../src/charts/chartKeyResults.js'
import { chartTrajectory } from '../../src/charts/chartTrajectory.js'
import type { PlottedKeyResult } from '../../src/charts/keyResultModel.js'
import { createMessages } from '../../src/locales/createMessages.js'
import { en } from '../../src/locales/en/en.js'
import { es } from '../../src/locales/es/es.js'
import { examples } from './examples.js'
import { renderSvg } from './renderSvg.js'
import { forbiddenKeys, schemaErrors } from './validateSpec.js'
import { plainMessages } from './words.js'

const languages = [
  ['en', createMessages(en)],
  ['es', createMessages(es)],
  ['es-MX', createMessages(es, { locale: 'es-MX' })],
] as const
const charts = Object.entries(examples)
const cases = languages.flatMap(([name, messages]) =>
  charts.map(([chart, make]) => [chart, name, make, messages] as const),
)
const broken = /undefined|NaN|\[object|\{|–, |^[a-z]+[A-Z]\w*$|\b(chart|heading|term|status|title|severity)\.\w/

/** Every text of a specification but the names of fields. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => (key === 'field' ? [] : texts(item)))
}

describe('charts in words', () => {
  it.each(cases)('%s in %s has a sentence, and words in place of codes', async (_chart, _name, make, messages) => {
    const { spec, summary } = make({ messages })
    expect(spec['description']).toBe(messages.message(summary))
    expect(spec['description']).toMatch(/^\S.+\.$/)
    expect(
      texts([spec['title'], spec['description'], spec['data'], spec['layer']]).filter((text) => broken.test(text)),
    ).toEqual([])
    expect(schemaErrors(spec)).toEqual([])
    expect(forbiddenKeys(spec)).toEqual([])
    expect((await renderSvg(spec)).warnings).toEqual([])
  })

  it.each(charts)('%s has a heading for each column of its table, in both languages', (_name, make) => {
    const { table } = make({ messages: createMessages(en) })
    for (const catalog of [en, es]) {
      const missing = table.columns.filter(({ key }) => !Object.hasOwn(catalog, `term.${key}`))
      expect(missing).toEqual([])
    }
  })

  it.each([
    [
      'chartKeyResults',
      '5 key results: 2 on track, 1 at risk, 1 off track, 1 without a verdict.',
      '5 resultados clave: 2 en buen camino, 1 en riesgo, 1 fuera de rumbo, 1 sin veredicto.',
    ],
    ['chartTrajectory', 'Churn rate: 5 % on 2025-11-26, target 3 %.', 'Churn rate: 5 % el 2025-11-26, meta 3 %.'],
    [
      'chartConfidence',
      'Confidence in 5 key results: 20 % to 90 %; 1 below 40 %.',
      'Confianza en 5 resultados clave: de 20 % a 90 %; por debajo de 40 %: 1.',
    ],
    [
      'chartCheckIns',
      '4 check-ins of 5 key results, 2 missing.',
      '4 check-ins de 5 resultados clave; sin registrar: 2.',
    ],
    [
      'chartSignals',
      '5 findings: 2 critical, 2 warning, 1 for information; the oldest since about 2025-04-01.',
      '5 señales: 2 de gravedad crítica, 2 de advertencia, 1 de información; la más antigua, desde aproximadamente el 2025-04-01.',
    ],
    ['chartCohorts', '6 cohorts: 55 % remain at age 6.', '6 cohortes: permanece el 55 % a la antigüedad 6.'],
    ['chartNetPromoterScore', 'NPS 39 (30 to 48, n = 210); 3 groups.', 'NPS 39 (de 30 a 48, n = 210); 3 grupos.'],
    [
      'chartControl',
      'Complaint rate: 25 readings, mean 4 %, limits 4 % to 5 %, 1 beyond them; special cause since about 2025-10-06.',
      'Tasa de quejas: 25 lecturas, media 4 %, límites de 4 % a 5 %, 1 fuera de ellos; causa especial desde aproximadamente el 2025-10-06.',
    ],
    [
      'chartSurvival',
      '3 curves. Esencial: 29 % remain after 720 days; half have left by 420 days (n = 1020).',
      '3 curvas. Esencial: permanece el 29 % después de 720 días; la mitad se ha ido después de 420 días (n = 1020).',
    ],
    [
      'chartSegments',
      'Churn rate in 3 segments: 1 worse and 1 better than the rest.',
      'Tasa de cancelación en 3 segmentos: 1 peor y 1 mejor que el resto.',
    ],
    [
      'chartHandoffReasons',
      '64 cases, 4 reasons; 48 % are wrong_segment.',
      '64 casos, 4 motivos; el 48 % corresponde a wrong_segment.',
    ],
    [
      'chartResponseTimes',
      '143 answered, 9 waiting; 61 % within 4 h; median 2.4 h.',
      'Con respuesta: 143; en espera: 9; 61 % en 4 h o menos; mediana 2.4 h.',
    ],
    [
      'chartContradictions',
      'NPS and churn tell opposite stories in 2 of 3 segments.',
      'El NPS y la cancelación se contradicen en 2 de 3 segmentos.',
    ],
  ])('%s is summed up with every number', (chart, english, spanish) => {
    // Plain formatters: what Intl writes depends on the version of its data.
    const formatters = plainMessages()
    const sentence = (catalog: typeof en) =>
      examples[chart]?.({ messages: createMessages(catalog, { formatters }) }).spec['description']
    expect(sentence(en)).toBe(english)
    expect(sentence(es)).toBe(spanish)
  })

  it('gives the axes the names and signs of the language', () => {
    const { spec } = chartTrajectory(keyResults[0] as PlottedKeyResult, { messages: languages[1][1] })
    const locale = (spec['config'] as { locale: { number: { decimal: string }; time: { shortMonths: string[] } } })
      .locale
    expect(locale.number.decimal).toBe(',')
    expect(locale.time.shortMonths[0]).toBe('ene')
  })
})

describe('the title of a template', () => {
  it('is words in the language of the chart', () => {
    const keyResult = { ...keyResults[0], title: 'template.retention.churn-rate' } as (typeof keyResults)[number]
    for (const [catalogue, words] of [
      [en, 'Fewer customers leave'],
      [es, 'Se van menos clientes'],
    ] as const) {
      const messages = createMessages(catalogue)
      const drawn = [
        chartKeyResults([keyResult], { messages }),
        chartCheckIns([keyResult], { messages }),
        chartConfidence([keyResult], { messages }),
        chartTrajectory(keyResult, { messages }),
      ]
      for (const { spec, table, summary } of drawn) {
        expect(JSON.stringify(spec)).not.toContain('template.')
        expect(JSON.stringify(table) + messages.message(summary)).not.toContain('template.')
        expect(JSON.stringify(spec)).toContain(words)
      }
    }
  })
})
