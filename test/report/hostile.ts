import type { Finding } from '../../src/finding.js'
import type { RetentionReview } from '../../src/review/index.js'
import type { SignalResult } from '../../src/signals/model.js'
import { places, reviewCompany } from '../hardening/company.js'

/** Names that break out of formats, tables, attributes or spreadsheets. */
export const hostileNames: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><style>*{display:none}</style>',
  '</title><h1>x</h1>',
  '--><!-- comment -->',
  '&lt;b&gt; &amp; &#60;i&#62;',
  '| a | b |\n| --- | --- |\n| c | d |',
  '`code` ``` fence ```',
  '# heading\n\n## other',
  '- list\n- other',
  '1. one',
  '[link](javascript:alert(1)) ![image](http://x/y.png)',
  '<https://example.org> https://example.org www.example.org a@example.org',
  '**bold** _italic_ ~~gone~~ [^1] \\',
  '=1+1',
  '+1',
  '-1+cmd|calc',
  '@SUM(A1)',
  '  =1+1',
  '\t=1',
  '＝1+1',
  'x'.repeat(10_000),
  '👩‍👩‍👧‍👦'.repeat(200),
  'right\u202E to left\u2069 \u200F\u061C',
  'nul\u0000 bell\u0007 escape\u001B delete\u007F',
  'lone \uD800 and \uDC00',
  'line\nbreak\rreturn\ttab\u2028more\u2029\u0085',
  '\uFFFE\uFFFF\uFEFF',
  '__proto__',
  'constructor',
  'toString',
  '',
  '   ',
  '    indented',
  'null',
  '$&$1$`',
]

let company: string | undefined

/** The review of the company with a name in every place where people write one. */
export function reviewWithName(name: string): RetentionReview {
  company ??= JSON.stringify(addFindings(reviewCompany()))
  const escaped = JSON.stringify(name).slice(1, -1)
  return JSON.parse(company.replace(new RegExp(`Name:(?:${places.join('|')}|added)`, 'gu'), () => escaped))
}

/** Findings whose sentences hold names, beside those of the company. */
function addFindings(review: RetentionReview): RetentionReview {
  const finding = (code: string, evidence: Finding['evidence'] = {}): Finding => ({
    code,
    severity: 'warning',
    subject: 'Name:added',
    segment: { 'Name:segment': 'Name:plan' },
    since: '2026-01-01',
    evidence,
    method: 'rule',
    params: {},
  })
  const findings = [
    finding('segments.at_risk', { rate: 0.2, restRate: 0.1, shrunkRate: 0.15 }),
    finding('sales.repeated_objection', { share: 0.3 }),
    finding('sales.unresolved_objection', { theme: 'Name:added' }),
    finding('Name:added'),
  ]
  const result: SignalResult = {
    detector: 'detectSegmentsAtRisk',
    subject: 'Name:added',
    segment: { 'Name:segment': 'Name:plan' },
    status: 'signal',
    findings,
    cautions: ['short_baseline', 'Name:added'],
    dataQuality: { excluded: {} },
    method: 'rule',
    definition: { rule: 'Name:added' },
    asOf: '2026-03-01',
  } as unknown as SignalResult
  const unmeasured = { ...finding('data.duplicate_records', { 'Name:added': 3 }), subject: 'orders' }
  return {
    ...review,
    headline: [...review.headline, ...findings],
    signals: [...review.signals, result],
    dataQuality: [...review.dataQuality, unmeasured],
    gaps: [...review.gaps, { what: 'Name:added', code: 'no_records', needs: ['Name:added', 'orders'] }],
    definitions: [...review.definitions, { metric: 'Name:added', definition: { note: 'Name:added' } }],
    changes: {
      measurements: [],
      keyResults: review.changes?.keyResults ?? [],
      findings: { raised: [{ code: 'segments.at_risk', subject: 'Name:added' }], kept: [], cleared: [] },
    },
  }
}
