import type { ClientResponse } from 'hono/client'
import type { SuccessStatusCode } from 'hono/utils/http-status'
import { apiFetch } from './fetch.ts'
import { Problem, readProblem } from './problem.ts'

/** What a route answers when it succeeds, out of all its answers. */
export type SuccessOf<R> =
  R extends ClientResponse<infer Body, infer Status, infer _Format>
    ? Status extends SuccessStatusCode
      ? Body
      : never
    : never

type Answer = Pick<Response, 'ok' | 'status' | 'headers' | 'text'>

async function bodyOf(response: Answer): Promise<unknown> {
  const body = await response.text()
  try {
    return body === '' ? null : JSON.parse(body)
  } catch {
    return body
  }
}

async function unwrap(response: Answer): Promise<unknown> {
  const body = await bodyOf(response)
  if (!response.ok) throw readProblem(response.status, body, response.headers)
  return body
}

/**
 * Waits for a call of an area's client and gives its success body: `callApi(client.people[':id'].$get({ param }))`.
 * @throws Problem when the server refuses, Conflict for 409 with versions; never returns an error body
 */
export async function callApi<R extends ClientResponse<unknown, number, string>>(
  call: Promise<R>,
): Promise<SuccessOf<R>> {
  return (await unwrap(await call)) as SuccessOf<R>
}

/** The same for a path written out, where no typed client reaches: drafts, jobs, the session. The caller states the shape. */
export async function callPath<T>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  options: {
    json?: unknown
    /** files: sent as multipart instead of JSON */
    form?: FormData
    signal?: AbortSignal
    fetch?: typeof apiFetch
    keepalive?: boolean
  } = {},
): Promise<T> {
  const { json, form, signal, fetch: fetcher = apiFetch, keepalive } = options
  const init: RequestInit = { method }
  if (signal) init.signal = signal
  if (keepalive) init.keepalive = true
  if (form) init.body = form
  else if (json !== undefined) {
    init.body = JSON.stringify(json)
    init.headers = { 'content-type': 'application/json' }
  }
  return (await unwrap(await fetcher(path, init))) as T
}

/** A file that a route gives. @throws Problem when the server refuses */
export async function callFile(path: string): Promise<Blob> {
  return (await callNamedFile(apiFetch(path))).content
}

/** A file under the name that the server gave it. @param answer of apiFetch or of an `hc` client's call */
export async function callNamedFile(answer: Promise<Response>): Promise<{ name: string; content: Blob }> {
  const response = await answer
  if (!response.ok) await unwrap(response)
  const given = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  return { name: decodeURIComponent(given ?? 'meguri'), content: await response.blob() }
}

/** For TanStack Query: only trouble that passes by itself is asked again, after the time the server gave. */
export const retryOnTrouble = {
  retry: (failures: number, error: Error) =>
    error instanceof Problem && [0, 429, 503].includes(error.status) && failures < 3,
  retryDelay: (failures: number, error: Error) =>
    1000 * ((error instanceof Problem ? error.retryAfterSeconds : null) ?? 2 ** failures),
}
