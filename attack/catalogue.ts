import type { RoleName } from '../src/platform/access/index.ts'
import { mayRole, ROLES } from '../src/platform/access/index.ts'
import { findAreas } from '../src/platform/http/find-areas.ts'
import { findExamples, type Operation, operationsIn } from '../src/platform/testing/access/app.ts'
import type { AccessExample, AccessRequest } from '../src/platform/testing/access/example.ts'
import type { PlaceName } from '../src/platform/testing/access/world.ts'
import { type Call, type Line, send } from './send.ts'

export interface Route extends Operation {
  /** undefined: one's own session, and what is public */
  example: AccessExample | undefined
}

/** What the server says of itself, with the example requests of its areas. */
export async function catalogueOf(line: Line): Promise<Route[]> {
  const answer = await send(line, { method: 'GET', path: '/api/openapi.json', headers: {} })
  if (answer.status !== 200) throw new Error(`/api/openapi.json answers ${answer.status}`)
  await findAreas() // their policies say what a role may
  const examples = await findExamples()
  return operationsIn(JSON.parse(answer.text)).map((operation) => ({
    ...operation,
    example: examples[operation.key],
  }))
}

export const mayCall = (role: RoleName, { may }: Operation): boolean =>
  may === 'public' || may === 'session' || mayRole(role, may ?? '')

/** Whether the role may reach records of the place through a right that it has: as the access test says it. */
export function reaches(role: RoleName, place: PlaceName, { reach = 'person' }: AccessExample): boolean {
  if (place === 'absent' || place === 'foreign') return false
  if (place === 'own') return reach !== 'person' || ROLES[role].reach !== 'none'
  if (reach === 'author') return false
  return reach === 'insurer' || ROLES[role].reach === 'insurer'
}

/** The request as bytes for the line. */
export async function callOf(
  { method, path }: Pick<Operation, 'method' | 'path'>,
  request: AccessRequest,
  cookie: string,
): Promise<Call> {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(request.params?.[name] ?? name)),
  )
  const query = request.query ? `?${new URLSearchParams(request.query)}` : ''
  const headers: Record<string, string> = { 'x-meguri-csrf': '1', ...(cookie ? { cookie } : {}) }
  const call = { method, path: `${filled}${query}`, headers }
  if (request.form) {
    const encoded = new Response(request.form)
    headers['content-type'] = encoded.headers.get('content-type') ?? ''
    return { ...call, body: Buffer.from(await encoded.arrayBuffer()) }
  }
  if (request.body === undefined) return call
  headers['content-type'] = 'application/json'
  return { ...call, body: Buffer.from(JSON.stringify(request.body)) }
}
