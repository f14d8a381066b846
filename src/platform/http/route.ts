import { createRoute, OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi'
import { mayRole } from '../access/index.ts'
import { forbidden, invalid, Problem } from '../errors/index.ts'
import { answerAudited, needActor } from './audited.ts'
import type { Env } from './env.ts'
import { fieldErrors } from './problem.ts'

type Responses = Record<number, z.ZodType>
type JsonResponses<R extends Responses> = {
  [Status in keyof R]: { description: string; content: { 'application/json': { schema: R[Status] } } }
}
interface RequestParts {
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
}
type JsonRequest<Q extends RequestParts> = Omit<Q, 'body'> &
  (Q extends { body: infer B }
    ? { body: { required: true; content: { 'application/json': { schema: B } } } }
    : unknown)

export interface RouteSpec<
  P extends string,
  M extends RouteConfig['method'],
  Q extends RequestParts,
  R extends Responses,
> {
  method: M
  path: P
  /** one sentence in Japanese for the readable API page */
  summary: string
  /** a right of the area's policy · 'session' anyone signed in · 'public' nobody in particular */
  may: string
  /** the audit word; 'none' only where nothing of a person or an account is shown */
  audit: string
  request?: Q
  responses: R
}

/** What a declared route is to Hono and to the typed client. */
type Declared<P extends string, M, Q extends RequestParts, R extends Responses> = {
  method: M
  path: P
  request: JsonRequest<Q>
  responses: JsonResponses<R>
  getRoutingPath(): P
}

const summaries = new Map<string, string>()

/** What a route with this audit word does, in Japanese; the word itself for work that no route does (commands, sign-in). */
export const actionLabel = (action: string): string => summaries.get(action) ?? action

/** Every audit word that a route states, with the sentence of the first route that states it. */
export const statedActions = (): { action: string; label: string }[] =>
  [...summaries]
    .map(([action, label]) => ({ action, label }))
    .sort((a, b) => a.label.localeCompare(b.label, 'ja'))

/** Declares a route: path, right, audit word and schemas in one place; `may` and `audit` also stand in the OpenAPI document. */
export function route<
  const P extends string,
  const M extends RouteConfig['method'],
  const Q extends RequestParts,
  const R extends Responses,
>(spec: RouteSpec<P, M, Q, R>) {
  const { may, audit } = spec
  if (audit !== 'none' && !summaries.has(audit)) summaries.set(audit, spec.summary)
  const { body, ...parts } = spec.request ?? ({} as Q)
  const responses = Object.fromEntries(
    Object.entries(spec.responses).map(([status, schema]) => [
      status,
      { description: spec.summary, content: { 'application/json': { schema } } },
    ]),
  )
  const config = {
    method: spec.method,
    path: spec.path,
    summary: spec.summary,
    'x-may': may,
    'x-audit': audit,
    request: (body
      ? { ...parts, body: { required: true, content: { 'application/json': { schema: body } } } }
      : parts) as unknown as JsonRequest<Q>,
    responses: responses as JsonResponses<R>,
    middleware: [
      answerAudited(audit, may, spec.path),
      ...(may === 'public' ? [] : [needActor(may, mayRole, forbidden)]),
    ],
  }
  return createRoute(config as RouteConfig & { path: P }) as unknown as Declared<P, M, Q, R>
}

/** An area's own router: validation errors become one problem+json shape. */
export function area() {
  return new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (!result.success) throw invalid(fieldErrors(result.error.issues))
    },
  })
}

export { Problem, z }
