import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { answerFile, type TableFile } from '../../platform/documents/index.ts'
import type { Env } from '../../platform/http/index.ts'

const isFile = (answer: object): answer is TableFile => 'bytes' in answer && 'type' in answer

/**
 * Answers openly: anybody may keep it and asks each time by its tag; where nothing changed, 304 without a body. Without asking
 * nothing kept is shown again: what an insurer hides today must not come out of somebody's cache.
 * Pages of other sites may read it, since it is for everybody.
 */
export function openly(c: Context<Env>, answer: object): never {
  const body = isFile(answer) ? answer.bytes : JSON.stringify(answer)
  const tag = `"${createHash('sha1').update(body).digest('base64url')}"`
  c.header('etag', tag)
  c.header('cache-control', 'public, no-cache')
  c.header('access-control-allow-origin', '*')
  if (isKnown(c.req.header('if-none-match'), tag)) return c.body(null, 304) as never
  if (isFile(answer)) return answerFile(c, answer) as never
  return c.body(body, 200, { 'content-type': 'application/json; charset=utf-8' }) as never
}

const isKnown = (given: string | undefined, tag: string): boolean =>
  (given ?? '').split(',').some((one) => ['*', tag].includes(one.trim().replace(/^W\//, '')))
