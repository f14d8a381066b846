import type { Random } from './random.ts'

/** Texts that nobody means. */
const TEXTS = [
  '',
  ' ',
  '\u0000',
  'あ\u0000い',
  '\ud800',
  'あ\udfffい',
  '\u202eかな\u202c',
  '\ufeff',
  '\u200b\u200d',
  '\u0007\u001b[31m',
  '\r\nSet-Cookie: a=b',
  'か\u3099'.repeat(300),
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘',
  '𠮷👨‍👩‍👧',
  '１２３',
  "'; drop table casework.person; --",
  '$1',
  '%_\\',
  '../../etc/passwd',
  '..\\..\\windows',
  'file:///etc/passwd',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '=1+1',
  '0000-00-00',
  '2026-02-30',
  '2026-13-01',
  '9999-12-31',
  '-9999-01-01',
  '+275760-09-13T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '2026-11-22T24:60:60+99:99',
  '1e999',
  'NaN',
  'Infinity',
  '-0',
  '0x10',
  '9'.repeat(400),
  'true',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  '[object Object]',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
] as const
const NUMBERS = [-1, 0, -0, 1.5, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 2 ** 63, 1e308, 5e-324, 0.1 + 0.2]
const OTHERS: unknown[] = [
  null,
  true,
  false,
  [],
  {},
  [null],
  [[]],
  { toString: 1 },
  { length: -1 },
  ['\u0000'],
  { '': '' },
]
const LENGTHS = [300, 10_000, 200_000]

export const nastyText = (random: Random): string => random.oneOf(TEXTS)

export function nastyValue(random: Random): unknown {
  const kind = random.below(10)
  if (kind < 5) return nastyText(random)
  return random.oneOf(kind < 7 ? NUMBERS : OTHERS)
}

export const longText = (random: Random): string =>
  random.oneOf(['あ', 'a', '𠮷', '\\', '"', 'か\u3099']).repeat(random.oneOf(LENGTHS))

type Path = (string | number)[]

/** Every place in a JSON value, the whole first. */
export function placesIn(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at]
  return [
    at,
    ...Object.entries(value).flatMap(([key, one]) =>
      placesIn(one, [...at, Array.isArray(value) ? Number(key) : key]),
    ),
  ]
}

/** A copy with another value at the place; `undefined` takes the field away. */
export function changed(value: unknown, [key, ...rest]: Path, put: unknown): unknown {
  if (key === undefined) return put
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) }
  const fields = copy as Record<string | number, unknown>
  if (rest.length === 0 && put === undefined) delete fields[key]
  else fields[key] = changed(fields[key], rest, put)
  return copy
}
