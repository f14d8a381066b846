import { createHmac, timingSafeEqual } from 'node:crypto'

export interface SessionCookie {
  name: string
  /** @returns the session's token when the header carries our cookie with a right signature */
  tokenOf(cookieHeader: string | undefined): string | null
  /** `name=value`, as a browser sends it back */
  pair(token: string): string
  /** Set-Cookie for a new session; it ends with the browser */
  given(token: string): string
  /** Set-Cookie that takes it away */
  taken(): string
}

const TOKEN = /^[A-Za-z0-9]{16,64}$/

/**
 * The cookie of a session: `token.signature`, HMAC-SHA256 as better-auth signs its own. A forged token costs no query.
 * @param isSecure the product is reached by https: Secure, and bound to this host by its name
 */
export function sessionCookie(secret: string, isSecure: boolean): SessionCookie {
  const name = isSecure ? '__Host-meguri_session' : 'meguri_session'
  const attributes = `Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
  const sign = (token: string) => createHmac('sha256', secret).update(token).digest('base64')
  const pair = (token: string) => `${name}=${encodeURIComponent(`${token}.${sign(token)}`)}`
  return {
    name,
    pair,
    tokenOf(header) {
      const value = cookieNamed(header, name)
      const dot = value.indexOf('.')
      const token = value.slice(0, Math.max(dot, 0))
      if (!TOKEN.test(token)) return null
      const sent = Buffer.from(value.slice(dot + 1))
      const own = Buffer.from(sign(token))
      return sent.length === own.length && timingSafeEqual(sent, own) ? token : null
    },
    given: (token) => `${pair(token)}; ${attributes}`,
    taken: () => `${name}=; ${attributes}; Max-Age=0`,
  }
}

function cookieNamed(header: string | undefined, name: string): string {
  const start = `${name}=`
  const part = (header ?? '')
    .split(';')
    .map((one) => one.trim())
    .find((one) => one.startsWith(start))
  try {
    return decodeURIComponent(part?.slice(start.length) ?? '')
  } catch {
    return '' // not percent-encoding: not ours
  }
}
