import { createMiddleware } from 'hono/factory'
import { unstorable } from './accident.ts'
import type { Env } from './env.ts'

/**
 * Refuses JSON with a NUL or half a surrogate pair in it: PostgreSQL takes neither, and the driver would turn the latter
 * into another character without a word. Both can only come as `\u…`, which a browser hardly ever writes.
 */
export const soundText = createMiddleware<Env>(async (c, next) => {
  if (c.req.header('content-type')?.startsWith('application/json')) {
    const text = await c.req.text()
    const place = text.includes('\\u') ? unsoundPlace(text) : undefined
    if (place !== undefined) throw unstorable(place)
  }
  await next()
})

/** @returns the field's name ('' for an element of a list), undefined when all is sound or the text is no JSON */
function unsoundPlace(json: string): string | undefined {
  let place: string | undefined
  const isUnsound = (text: string) => text.includes('\0') || !text.isWellFormed()
  try {
    JSON.parse(json, (key, value: unknown) => {
      if (typeof value === 'string' && isUnsound(value)) place = /^\d*$/.test(key) ? '' : key
      if (isUnsound(key)) place = ''
      return value
    })
  } catch {
    return undefined // the schema's reader says so
  }
  return place
}
