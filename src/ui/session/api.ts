import { callPath, quietFetch } from '../http/index.ts'
import type { Credentials, Session } from './types.ts'

// Quiet: a 401 here is an answer, not a reason to show the sign-in panel.
const quiet = { fetch: quietFetch }

export const sessionKey = ['session'] as const
export const fetchSession = () => callPath<Session>('GET', '/api/session', quiet)
export const signIn = (credentials: Credentials) =>
  callPath<unknown>('POST', '/api/session', { ...quiet, json: credentials })
export const signOut = () => callPath<unknown>('DELETE', '/api/session', quiet)
export const changePassword = (current: string, next: string) =>
  callPath<unknown>('POST', '/api/session/password', { ...quiet, json: { current, next } })
export const takePost = (postId: string) =>
  callPath<unknown>('POST', '/api/session/post', { ...quiet, json: { postId } })
export const startSecondFactor = () =>
  callPath<{ secret: string; uri: string }>('POST', '/api/session/second-factor/start', {
    ...quiet,
    json: {},
  })
export const confirmSecondFactor = (code: string) =>
  callPath<{ recoveryCodes: string[] }>('POST', '/api/session/second-factor/confirm', {
    ...quiet,
    json: { code },
  })
/** Our second factor after the city's directory proved who it is. */
export const finishDirectorySignIn = (code: string) =>
  callPath<unknown>('POST', '/api/session/directory/code', { ...quiet, json: { code } })
