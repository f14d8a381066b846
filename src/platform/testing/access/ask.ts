import type { App, Operation } from './app.ts'
import type { AccessRequest } from './example.ts'

/** One request of an example, sent as the access tests send it; the cookie is `role=<who>`. */
export function askExample(
  app: App,
  operation: Operation,
  who: string,
  request: AccessRequest,
): Response | Promise<Response> {
  let path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(request.params?.[name] ?? name),
  )
  if (request.query) path += `?${new URLSearchParams(request.query)}`
  const headers: Record<string, string> = { 'x-meguri-csrf': '1', cookie: `role=${who}` }
  if (request.body !== undefined) headers['content-type'] = 'application/json'
  const body = request.form ?? (request.body === undefined ? undefined : JSON.stringify(request.body))
  return app.request(path, {
    method: operation.method,
    headers: request.form ? { ...headers, 'content-length': '300' } : headers,
    body,
  })
}
