/** A value that no function expects, by name; made anew for every call. */
export const atoms: { readonly [name: string]: () => unknown } = {
  undefined: () => undefined,
  null: () => null,
  'empty object': () => ({}),
  'empty array': () => [],
  'array with a hole': () => Object.assign(new Array(3), { 0: 1, 2: 3 }),
  'array of nulls': () => [null, null],
  'array of objects': () => [{}],
  'array of arrays': () => [[], [[]]],
  NaN: () => Number.NaN,
  Infinity: () => Number.POSITIVE_INFINITY,
  '-Infinity': () => Number.NEGATIVE_INFINITY,
  '-0': () => -0,
  '1e308': () => 1e308,
  '5e-324': () => 5e-324,
  '2^53 + 1': () => 2 ** 53 + 2,
  'a third': () => 0.1 + 0.2,
  '-1': () => -1,
  '1.5': () => 1.5,
  'boxed number': () => Object(1),
  bigint: () => 1n,
  true: () => true,
  'empty text': () => '',
  'decimal comma': () => '1,5',
  'huge exponent': () => '1e1000000000',
  'tiny exponent': () => '1e-1000000000',
  'a million digits': () => '1'.repeat(1_000_000),
  'a million letters': () => 'x'.repeat(1_000_000),
  'lone surrogate': () => '\uD800',
  'control characters': () => '\u0000\u0008\u202E',
  markup: () => '</script>|`=cmd',
  'impossible day': () => '2026-02-31',
  'day of year 0': () => '0000-01-01',
  'skipped day': () => '2011-12-30',
  'instant without offset': () => '2026-01-01T00:00:00',
  'offset of 25 hours': () => '2026-01-01T00:00:00+25:00',
  'year 10000': () => '+010000-01-01T00:00:00Z',
  'late instant': () => 8.64e15 + 1,
  'no zone': () => 'Mars/Base',
  'name of a prototype': () => '__proto__',
  'key of a prototype': () =>
    JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  'period that ends first': () => ({ start: '2026-02-01', end: '2026-01-01' }),
  'array-like': () => ({ length: 3, 0: 1 }),
  map: () => new Map([['a', 1]]),
  set: () => new Set([1]),
  date: () => new Date(Number.NaN),
  'class instance': () => new (class Own {})(),
  'inherited members': () => Object.create({ records: [], options: {} }),
  'null prototype': () => Object.create(null),
  frozen: () => Object.freeze({}),
  symbol: () => Symbol('x'),
  function: () => () => undefined,
  'getter that throws': () =>
    new Proxy(
      {},
      {
        get: () => {
          throw new Error('getter')
        },
        ownKeys: () => {
          throw new Error('ownKeys')
        },
      },
    ),
  'revoked proxy': () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    return proxy
  },
  cyclic: () => {
    const ring: Record<string, unknown> = {}
    ring['self'] = ring
    ring['list'] = [ring]
    return ring
  },
  '20,000 deep': () => {
    let deep: unknown = {}
    for (let level = 0; level < 20_000; level++) deep = { deep, list: [deep] }
    return deep
  },
}
