import { existsSync, readFileSync, statSync } from 'node:fs'
import { extname, join, normalize, sep } from 'node:path'
import type { MiddlewareHandler } from 'hono'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}

interface Asset {
  type: string
  plain: Buffer
  br?: Buffer
  gzip?: Buffer
}

/** Serves the built screens; any other path gets the shell page, whose router decides. Compressed at build, kept in memory. */
export function screens(folder: string): MiddlewareHandler {
  const assets = new Map<string, Asset>()
  const load = (path: string): Asset | null => {
    const known = assets.get(path)
    if (known) return known
    const file = normalize(join(folder, path))
    const isInside = file.startsWith(normalize(folder) + sep)
    const found = isInside && existsSync(file) && statSync(file).isFile()
    const asset = found ? readAsset(file) : null
    if (asset) assets.set(path, asset) // never what is absent: invented paths would fill the memory
    return asset
  }
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next()
    const path = decoded(c.req.path)
    if (path === undefined) return next()
    if (path.startsWith('/api/')) return next()
    const isHashed = path.startsWith('/assets/')
    const asset = load(path) ?? (isHashed ? null : load('/index.html'))
    if (!asset) return next()
    const accepted = c.req.header('accept-encoding') ?? ''
    const encoding =
      asset.br && accepted.includes('br')
        ? 'br'
        : asset.gzip && accepted.includes('gzip')
          ? 'gzip'
          : undefined
    const headers: Record<string, string> = {
      'content-type': asset.type,
      'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'accept-encoding',
    }
    if (encoding) headers['content-encoding'] = encoding
    return new Response(new Uint8Array(asset[encoding ?? 'plain'] ?? asset.plain), { headers })
  }
}

/** undefined: not percent-encoding, so the name of nothing */
function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

function readAsset(file: string): Asset {
  const side = (suffix: string) => (existsSync(file + suffix) ? readFileSync(file + suffix) : undefined)
  return {
    type: TYPES[extname(file)] ?? 'application/octet-stream',
    plain: readFileSync(file),
    br: side('.br'),
    gzip: side('.gz'),
  }
}
