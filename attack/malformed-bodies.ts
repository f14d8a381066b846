import { gzipSync } from 'node:zlib'
import { changed, longText, nastyText, nastyValue, placesIn } from './nasty.ts'
import type { Random } from './random.ts'
import type { Call } from './send.ts'

/** One way to spoil a request. `body`: the JSON of a request that would be taken. */
export type Spoil = (call: Call, body: unknown, random: Random) => Call

const json = (call: Call, body: unknown): Call => text(call, JSON.stringify(body) ?? '')
const text = (call: Call, said: string | Buffer, type = 'application/json'): Call => ({
  ...call,
  headers: { ...call.headers, 'content-type': type },
  body: Buffer.from(said as string),
})
const at = (body: unknown, random: Random, put: unknown) => changed(body, random.oneOf(placesIn(body)), put)
const fields = (body: unknown): Record<string, unknown> =>
  typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Record<string, unknown>) : {}
/** JSON in which one value is replaced by text that need not be JSON. */
const rawAt = (body: unknown, random: Random, raw: string) =>
  (JSON.stringify(at(body, random, '@@')) ?? '"@@"').replace('"@@"', raw)

const BROKEN = [
  '',
  '{',
  '}',
  '{"a":',
  '{"a":1,}',
  "{'a':1}",
  '{a:1}',
  '{"a":1}{"b":2}',
  '// x\n{}',
  'nul',
  '"',
  '\\',
  '[1,2',
  '\u0000',
  '<x/>',
  'a=1&b=2',
  '﻿{}',
]
const TYPES = [
  'text/plain',
  'application/xml',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'application/json; charset=shift_jis',
  'application/json; charset=utf-16',
  'APPLICATION/JSON',
  'application/json, text/plain',
  'application/json;',
  'x',
  '',
  ';',
  'application/problem+json',
  `application/${'j'.repeat(4000)}`,
]
const KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'then', '']

export const BODIES: Record<string, Spoil> = {
  値の型: (call, body, random) => json(call, at(body, random, nastyValue(random))),
  値の文字: (call, body, random) => json(call, at(body, random, nastyText(random))),
  項目がない: (call, body, random) => json(call, at(body, random, undefined)),
  長すぎる: (call, body, random) => json(call, at(body, random, longText(random))),
  数: (call, body, random) =>
    text(
      call,
      rawAt(
        body,
        random,
        random.oneOf([
          '1e999',
          '-1e999',
          'NaN',
          'Infinity',
          '1'.repeat(5000),
          '0.1e-400',
          '-',
          '01',
          '1_000',
          '１２',
          '0x1F',
        ]),
      ),
    ),
  深い入れ子: (call, body, random) => {
    const depth = random.oneOf([200, 5_000, 100_000])
    const [open, close] = random.oneOf([
      ['[', ']'],
      ['{"a":', '}'],
    ] as const)
    return text(call, rawAt(body, random, `${open.repeat(depth)}1${close.repeat(depth)}`))
  },
  プロトタイプの名前: (call, body, random) => {
    const key = random.oneOf(KEYS)
    const raw = `{"${key}":${random.oneOf(['{"isAdmin":true}', 'null', '1', '{"prototype":{"x":1}}'])},`
    return text(call, (JSON.stringify(body) ?? '{}').replace('{', raw).replace(',}', '}'))
  },
  同じ名前が二つ: (call, body, random) => {
    const name = random.oneOf([...Object.keys(fields(body)), 'a'])
    const value = JSON.stringify(nastyText(random))
    return text(
      call,
      (JSON.stringify(body) ?? '{}').replace('{', `{${JSON.stringify(name)}:${value},`).replace(',}', '}'),
    )
  },
  項目が多すぎる: (call, body, random) => {
    const many = Object.fromEntries(
      Array.from({ length: random.oneOf([1_000, 20_000]) }, (_, n) => [`x${n}`, n]),
    )
    return json(
      call,
      random.chance(0.5)
        ? { ...fields(body), ...many }
        : at(
            body,
            random,
            Array.from({ length: 20_000 }, () => nastyText(random)),
          ),
    )
  },
  壊れたJSON: (call, body, random) => {
    const whole = JSON.stringify(body) ?? '{}'
    return text(call, random.chance(0.5) ? random.oneOf(BROKEN) : whole.slice(0, random.below(whole.length)))
  },
  別の文字コード: (call, body, random) => {
    const whole = JSON.stringify(body) ?? '{}'
    const utf16 = Buffer.from(whole, 'utf16le')
    return text(
      call,
      random.oneOf([
        utf16,
        Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]),
        Buffer.from(whole, 'latin1'),
        Buffer.from(`﻿${whole}`),
      ]),
    )
  },
  壊れたUTF8: (call, body, random) => {
    const bytes = Buffer.from(rawAt(body, random, '"@@"'))
    const bad = Buffer.from(
      random.oneOf([
        [0xff],
        [0xc0, 0x80],
        [0xed, 0xa0, 0x80],
        [0xf4, 0x90, 0x80, 0x80],
        [0xe3, 0x81],
        [0x83, 0x5c],
      ]),
    )
    const where = Math.max(bytes.indexOf('@@'), 0)
    return text(call, Buffer.concat([bytes.subarray(0, where), bad, bytes.subarray(where + 2)]))
  },
  本文の種類: (call, body, random) => text(call, JSON.stringify(body) ?? '', random.oneOf(TYPES)),
  圧縮: (call, body, random) => {
    const packed = gzipSync(JSON.stringify(body) ?? '')
    const coding = random.oneOf(['gzip', 'deflate', 'br', 'x', 'gzip, gzip'])
    const spoiled = text(
      call,
      random.oneOf([packed, Buffer.from(JSON.stringify(body) ?? ''), packed.subarray(0, 10)]),
    )
    return { ...spoiled, headers: { ...spoiled.headers, 'content-encoding': coding } }
  },
  大きすぎる: (call, _, random) =>
    random.chance(0.2)
      ? text(call, JSON.stringify({ text: 'a'.repeat(random.oneOf([1_000_000, 1_100_000, 3_000_000])) }))
      : text(call, '{}'.padEnd(1_048_577)),
  本文がない: (call) => ({
    ...call,
    headers: { ...call.headers, 'content-type': 'application/json' },
    body: undefined,
  }),
  multipart: (call, _, random) => multipart(call, random),
}

const part = (head: string, content: string | Buffer) =>
  Buffer.concat([Buffer.from(`--x\r\n${head}\r\n\r\n`), Buffer.from(content as string), Buffer.from('\r\n')])
const file = (name: string, content: string | Buffer, field = 'files') =>
  part(`Content-Disposition: form-data; name="${field}"; filename="${name}"`, content)
const END = Buffer.from('--x--\r\n')

function multipart(call: Call, random: Random): Call {
  const field = random.oneOf(['files', 'file', 'mapping', 'attribution', 'release', '__proto__', ''])
  const zip = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(200, 7)])
  const name = random.oneOf([
    'a.csv',
    'a.xlsx',
    '../../etc/passwd',
    'a\u0000.csv',
    '',
    'あ.csv',
    'x'.repeat(5_000),
    'a.csv\r\nX: y',
    '\ud800.csv',
    'CON',
    '.',
    '999999_hihokensha_full_20261122.csv',
  ])
  const content = random.oneOf<string | Buffer>([
    '',
    'a,b\n1',
    zip,
    Buffer.alloc(3_000, 0xff),
    '"'.repeat(5_000),
    ','.repeat(50_000),
    '=1+1',
    '\u0000'.repeat(100),
  ])
  const body = random.oneOf([
    Buffer.concat([file(name, content, field), END]),
    file(name, content, field),
    Buffer.concat([file(name, content, field), file(name, content, field), END]),
    Buffer.concat([part(`Content-Disposition: form-data; name="${field}"`, '{'), file(name, content), END]),
    Buffer.concat([
      ...Array.from({ length: 2_000 }, (_, n) => part(`Content-Disposition: form-data; name="f${n}"`, '1')),
      END,
    ]),
    Buffer.concat([part('Content-Disposition: x', '1'), END]),
    Buffer.concat([part('', '1'), END]),
    END,
    Buffer.from('--x\r\n'),
    Buffer.alloc(0),
  ])
  const type = random.oneOf([
    'multipart/form-data; boundary=x',
    'multipart/form-data; boundary=y',
    'multipart/form-data',
    'multipart/form-data; boundary=',
    'multipart/mixed; boundary=x',
  ])
  return { ...call, headers: { ...call.headers, 'content-type': type }, body }
}
