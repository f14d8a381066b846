import type { OpenAPIHono } from '@hono/zod-openapi'
import { html, raw } from 'hono/html'
import type { Env } from './env.ts'

/** The OpenAPI 3.1 document of everything the server answers; `x-may` and `x-audit` say right and audit word. */
export const openApi = (app: OpenAPIHono<Env>) =>
  app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'めぐり API',
      version: '1',
      description:
        '書き込みには x-meguri-csrf: 1 と同一オリジンが必要です。エラーは application/problem+json で返ります。' +
        '閲覧できない記録と存在しない記録は、どちらも 404 で同じ本文です。',
    },
  })

export type Document = ReturnType<typeof openApi>

const completions: ((document: Document) => Promise<void>)[] = []

/** For a part that knows more of its operations than the schema of a route can say, and learns it only when asked. */
export const completeDocument = (complete: (document: Document) => Promise<void>): void =>
  void completions.push(complete)

/** The document with all that was added to it. */
export async function wholeDocument(app: OpenAPIHono<Env>): Promise<Document> {
  const document = openApi(app)
  for (const complete of completions) await complete(document)
  return document
}

interface Operation {
  summary?: string
  'x-may'?: string
  'x-audit'?: string
}

/** The same document as a page that reads without JavaScript. */
export function apiPage(document: Document) {
  const rows = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({
      path,
      method,
      operation,
    })),
  )
  return html`<!doctype html>
    <html lang="ja">
      <head><meta charset="utf-8" /><title>めぐり API</title><meta name="viewport" content="width=device-width" /></head>
      <body>
        <h1>めぐり API</h1>
        <p>${document.info.description}</p>
        <p><a href="/api/openapi.json">OpenAPI 3.1（JSON）</a></p>
        <table>
          <thead><tr><th scope="col">方法</th><th scope="col">パス</th><th scope="col">内容</th><th scope="col">権限</th><th scope="col">監査</th></tr></thead>
          <tbody>
            ${raw(
              rows
                .map(
                  ({ path, method, operation }) =>
                    html`<tr><td>${method.toUpperCase()}</td><td><code>${path}</code></td><td>${operation.summary ?? ''}</td><td>${operation['x-may'] ?? ''}</td><td>${operation['x-audit'] ?? ''}</td></tr>`,
                )
                .join(''),
            )}
          </tbody>
        </table>
      </body>
    </html>`
}
