import type { Spoil } from './malformed-bodies.ts'
import { nastyText } from './nasty.ts'
import type { Call } from './send.ts'

const METHODS = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'MKCOL',
  'SEARCH',
  'PURGE',
  'LOCK',
]
const SEGMENTS = [
  '%',
  '%zz',
  '%00',
  '%E0%A4%A',
  '%c0%af',
  '%ff',
  '..',
  '%2e%2e',
  '..%2f..%2fetc%2fpasswd',
  '%2F',
  '%5c',
  '.',
  ';a=b',
  '%0d%0aX:%20y',
  'a'.repeat(7_000),
  '*',
  "'%20or%20'1'='1",
  '-1',
  '0',
  'null',
  'undefined',
  'NaN',
  '__proto__',
  'constructor',
]
const PATHS = [
  '/api//people',
  '/api/people/',
  '/API/people',
  '//api/people',
  '/api/../api/people',
  '/api/./people',
  '/api/%2e%2e/people',
  '/api/people%00',
  '/api/people;x=1',
  '/api/people#x',
  '/api',
  '/api/',
  '/api/%',
  '/api/openapi.json/..',
  '/api/people/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
  '/..%2f..%2fpackage.json',
  '/assets/..%2f..%2fpackage.json',
  '/assets/%00.js',
  '/.env',
  '/.git/config',
  '/%',
  '//evil.example/api',
  '/api/people?%',
  '/api/people?=',
  '/api/people?&&&=&',
]

const header = (call: Call, more: Record<string, string | string[]>): Call => ({
  ...call,
  headers: { ...call.headers, ...more },
})
const query = (call: Call, more: string): Call => ({
  ...call,
  path: `${call.path}${call.path.includes('?') ? '&' : '?'}${more}`,
})
const encoded = (text: string) => encodeURIComponent(text.toWellFormed()).slice(0, 6_000)

/** What stands before the body: method, path, query, headers. */
export const HEADS: Record<string, Spoil> = {
  方法: (call, _, random) => ({ ...call, method: random.oneOf(METHODS) }),
  方法の上書き: (call, _, random) =>
    header(call, { 'x-http-method-override': random.oneOf(METHODS), 'x-method-override': 'DELETE' }),
  パスの値: (call, _, random) => {
    const parts = call.path.split('?')[0]!.split('/')
    const at = 2 + random.below(Math.max(parts.length - 2, 1))
    parts[at] = random.chance(0.6) ? random.oneOf(SEGMENTS) : encoded(nastyText(random))
    return { ...call, path: parts.join('/') || '/' }
  },
  変なパス: (call, _, random) => ({ ...call, path: random.oneOf(PATHS) }),
  生の文字のパス: (call, _, random) => ({
    ...call,
    path: `${call.path}/${random.oneOf(['あ', '\u0007', '<>"{}|\\^`', '\u00ff', '𠮷'])}`,
  }),
  問い合わせの値: (call, _, random) => {
    const [path, said = ''] = call.path.split('?')
    const names = [
      ...new URLSearchParams(said).keys(),
      'limit',
      'cursor',
      'format',
      'on',
      'day',
      'from',
      'until',
      'version',
      'month',
    ]
    return query({ ...call, path: path! }, `${random.oneOf(names)}=${encoded(nastyText(random))}`)
  },
  問い合わせの壊れ: (call, _, random) =>
    query(
      call,
      random.oneOf([
        '%',
        'a=%zz',
        'a=%ff%fe',
        '=',
        '&&',
        'a[]=1&a[b]=2',
        '__proto__[x]=1',
        'constructor.prototype.x=1',
        `a=${'x'.repeat(12_000)}`,
        'a;b',
        '%00=%00',
      ]),
    ),
  同じ名前の問い合わせ: (call, _, random) => {
    const names = [
      ...new URLSearchParams(call.path.split('?')[1] ?? '').keys(),
      'limit',
      'cursor',
      'format',
      'version',
    ]
    const name = random.oneOf(names)
    return query(call, `${name}=1&${name}=${encoded(nastyText(random))}&${name}=csv`)
  },
  続きの印: (call, _, random) =>
    query(
      call,
      `cursor=${random.oneOf(['AAAA', '{}', 'bnVsbA==', 'W10=', 'eyJhIjoxfQ', 'WyJcdTAwMDAiLCJcdTAwMDAiXQ', '%F0%9F', 'x'.repeat(5_000), 'WzFlOTk5XQ', 'WyIyMDI2LTAyLTMwIiwiMCJd'])}`,
    ),
  クッキー: (call, _, random) =>
    header(call, {
      cookie: random.oneOf([
        'meguri_session=%',
        'meguri_session=',
        `meguri_session=${'A'.repeat(32)}.x`,
        `meguri_session=${'x'.repeat(8_000)}`,
        ';;;===',
        'meguri_session=a; meguri_session=b',
        '__proto__=1',
        'meguri_session=%00.%00',
        `${'a=b; '.repeat(1_000)}`,
      ]),
    }),
  送り元: (call, _, random) =>
    header(call, {
      origin: random.oneOf(['null', 'https://evil.example', 'x', '://', 'http://', '']),
      'x-meguri-csrf': random.oneOf(['0', '', '1, 1', 'true']),
    }),
  大きいヘッダー: (call, _, random) =>
    header(call, { 'x-long': 'x'.repeat(random.oneOf([9_000, 20_000, 70_000])) }),
  多いヘッダー: (call, _, random) =>
    header(
      call,
      Object.fromEntries(Array.from({ length: random.oneOf([500, 3_000]) }, (_one, n) => [`x-${n}`, '1'])),
    ),
  ほかのヘッダー: (call, _, random) =>
    header(
      call,
      random.oneOf<Record<string, string>>([
        { range: 'bytes=0-,9-1,-1' },
        { 'if-none-match': '"' },
        { 'if-modified-since': '0000' },
        { accept: 'application/x;q=a' },
        { 'accept-language': 'x'.repeat(3_000) },
        { 'accept-encoding': 'br;q=NaN' },
        { expect: 'x' },
        { expect: '100-continue' },
        { te: 'x' },
        { upgrade: 'h2c', connection: 'upgrade' },
        { 'x-forwarded-for': "'", 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'x' },
        { 'last-event-id': '\u00ff' },
        { authorization: 'Basic %%%' },
        { 'x-request-id': '\u00e9<script>' },
      ]),
    ),
  GETに本文: (call) => ({ ...call, method: 'GET', body: Buffer.from('{"a":1}') }),
  chunked: (call) => header(call, { 'transfer-encoding': 'chunked' }),
}

/** Bytes that are no HTTP, or only almost. */
export const RAW: string[] = [
  'x\r\n\r\n',
  'GET\r\n\r\n',
  'GET /api/session\r\n\r\n',
  'GET /api/session HTTP/0.9\r\n\r\n',
  'GET /api/session HTTP/1.1\r\n\r\n',
  'GET /api/session HTTP/9.9\r\nHost: x\r\n\r\n',
  'GET http://evil.example/api/session HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'GET /api/session HTTP/1.1\r\nHost: x\r\nHost: y\r\nConnection: close\r\n\r\n',
  'GET /api/session HTTP/1.1\r\nHost: %%%\r\nConnection: close\r\n\r\n',
  'GET /api/session HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n',
  'GET /api/session HTTP/1.1\r\nHost: [::\r\nConnection: close\r\n\r\n',
  'GET /api/あ\u0007 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'GET /api/session HTTP/1.1\nHost: x\n\n',
  'GET /api/session HTTP/1.1\r\nHost: x\r\n X: folded\r\n\r\n',
  'GET /api/session HTTP/1.1\r\nHost : x\r\n\r\n',
  'GET /api/session HTTP/1.1\r\nHost: x\r\nA\u0000: b\r\n\r\n',
  'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef',
  'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n',
  'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n',
  'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n',
  'POST /api/session HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n',
  'POST /api/session HTTP/1.1\r\nHost: x\r\nx-meguri-csrf: 1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n',
  'POST /api/session HTTP/1.1\r\nHost: x\r\nx-meguri-csrf: 1\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"a":',
  'CONNECT evil.example:443 HTTP/1.1\r\nHost: x\r\n\r\n',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
  `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(70_000)}\r\n\r\n`,
  '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003',
]
