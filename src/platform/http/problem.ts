import type { Context } from 'hono'
import type { z } from 'zod'
import type { FieldError, Problem } from '../errors/index.ts'
import type { Env } from './env.ts'

type Issue = z.core.$ZodIssue

/** Turns zod's issues into field errors with a Japanese sentence each; messages given in a schema win. */
export const fieldErrors = (issues: Issue[]): FieldError[] =>
  issues.map((issue) => ({ path: issue.path.join('.'), code: issue.code, message: issue.message }))

/** problem+json with the request's id. Never a stack, never a value that was sent. */
export function answerProblem(c: Context<Env>, problem: Problem): Response {
  const headers: Record<string, string> = { 'content-type': 'application/problem+json; charset=utf-8' }
  if (problem.status === 503 || problem.status === 429)
    headers['retry-after'] = String(problem.extra.retryAfter ?? 2)
  return new Response(
    JSON.stringify({
      type: 'about:blank',
      code: problem.code,
      title: problem.title,
      status: problem.status,
      detail: problem.detail,
      requestId: c.get('requestId'),
      errors: problem.errors,
      ...problem.extra,
    }),
    { status: problem.status, headers },
  )
}
