import { offline } from './problem.ts'

/**
 * Asked when an answer was 401. Resolves true once the same person has signed in again, so that the request is sent
 * a second time and the page never notices; false when nobody will.
 */
export type SignInAgain = () => Promise<boolean>

let signInAgain: SignInAgain = async () => false

/** The session provider gives its panel in here. */
export function onSessionLost(handler: SignInAgain): () => void {
  signInAgain = handler
  return () => {
    signInAgain = async () => false
  }
}

const isSafe = (method: string) => method === 'GET' || method === 'HEAD'

async function send(input: RequestInfo | URL, init: RequestInit): Promise<Response> {
  const method = (init.method ?? 'GET').toUpperCase()
  const headers = new Headers(init.headers)
  if (!headers.has('accept')) headers.set('accept', 'application/json')
  // A foreign page cannot set a header of its own without asking us first: together with Origin this is our CSRF lock.
  if (!isSafe(method)) headers.set('x-meguri-csrf', '1')
  try {
    return await fetch(input, { ...init, method, headers, credentials: 'same-origin' })
  } catch (error) {
    if (init.signal?.aborted) throw error
    throw offline()
  }
}

/** fetch for everything under /api/. Give it to `hc(…, { fetch: apiFetch })`. Bodies must be repeatable (text, FormData). */
export async function apiFetch(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const response = await send(input, init)
  if (response.status !== 401 || !(await signInAgain())) return response
  return send(input, init)
}

/** The same without the sign-in panel: for the session's own routes and for what runs in the background. */
export const quietFetch = (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> =>
  send(input, init)
