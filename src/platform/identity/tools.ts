import type { Context } from 'hono'
import type { Env } from '../http/env.ts'
import type { Identity } from './identity.ts'

/** What createApp's tools carry for the routes that deal with accounts. */
export interface IdentityTools {
  identity: Identity
}

/** @throws Error when createApp was started without identity */
export function identityOf(c: Context<Env>): Identity {
  const tools: Env['Variables']['tools'] & Partial<IdentityTools> = c.get('tools')
  if (!tools.identity) throw new Error('the tools of createApp carry no identity')
  return tools.identity
}
