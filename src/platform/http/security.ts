import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { Problem } from '../errors/index.ts'
import type { Env } from './env.ts'

/** Style attributes stay allowed: React Aria and ECharts set them (stack notes); everything else is our own file. */
const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-elem 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

export const securityHeaders = (isHttps: boolean) =>
  createMiddleware<Env>(async (c, next) => {
    await next()
    const set = (name: string, value: string) => c.res.headers.set(name, value)
    set('content-security-policy', CSP)
    set('x-content-type-options', 'nosniff')
    set('referrer-policy', 'no-referrer')
    set('cross-origin-opener-policy', 'same-origin')
    set('cross-origin-resource-policy', 'same-origin')
    set('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()')
    if (isHttps) set('strict-transport-security', 'max-age=31536000')
    if (c.req.path.startsWith('/api/') && !c.res.headers.has('cache-control'))
      set('cache-control', 'no-store')
  })

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Cross-site requests cannot carry our header without a preflight that is never answered, and carry a foreign Origin.
 * @param origin the product's own (MEGURI_URL); undefined: the request's Host decides
 */
export const sameOriginOnly = (origin: string | undefined) =>
  createMiddleware<Env>(async (c, next) => {
    if (SAFE.has(c.req.method)) return next()
    const sent = c.req.header('origin')
    const own = origin ? new URL(origin).host : c.req.header('host')
    const isForeign = sent !== undefined && (!URL.canParse(sent) || new URL(sent).host !== own)
    if (isForeign || c.req.header('x-meguri-csrf') !== '1') {
      throw new Problem('cross-site', 403, 'ほかのサイトからの操作は受け付けません', {
        detail: 'めぐりの画面を開き直して、もう一度操作してください。',
      })
    }
    await next()
  })

interface Bucket {
  tokens: number
  at: number
}

const MOST_BUCKETS = 10_000

/** A token bucket for each session, else for each address: one person's runaway script must not stop the office. */
export function rateLimit(
  { perSecond, burst }: { perSecond: number; burst: number },
  keyOf: (c: Context<Env>) => string,
) {
  const buckets = new Map<string, Bucket>()
  return createMiddleware<Env>(async (c, next) => {
    const now = performance.now()
    const key = keyOf(c)
    const bucket = buckets.get(key) ?? { tokens: burst, at: now }
    buckets.delete(key) // so that the order is that of use, and the one longest idle goes first
    bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * perSecond)
    bucket.at = now
    buckets.set(key, bucket)
    const oldest = buckets.size > MOST_BUCKETS ? buckets.keys().next().value : undefined
    if (oldest !== undefined) buckets.delete(oldest)
    if (bucket.tokens < 1) {
      throw new Problem('too-many-requests', 429, '操作が多すぎます', {
        detail: '少し待ってからもう一度お試しください。',
        extra: { retryAfter: 1 },
      })
    }
    bucket.tokens -= 1
    await next()
  })
}

/** Refuses bodies past the limit before they are read whole: a declared length is what the server reads at most. */
export const bodyLimit = (most: { files: number; other: number }) =>
  createMiddleware<Env>(async (c, next) => {
    const hasFiles = c.req.header('content-type')?.startsWith('multipart/form-data') ?? false
    const maxBytes = hasFiles ? most.files : most.other
    const declared = Number(c.req.header('content-length') ?? 0)
    const chunked =
      c.req.header('transfer-encoding') !== undefined && c.req.header('content-length') === undefined
    if (declared > maxBytes || (chunked && !SAFE.has(c.req.method))) {
      throw new Problem('too-large', 413, '送られた内容が大きすぎます', {
        detail: `一度に送れるのは ${Math.floor(maxBytes / 1024 / 1024)} MB までです。${hasFiles ? 'ファイル' : '内容'}を分けて送ってください。`,
      })
    }
    await next()
  })
