import { describe, expect, it } from 'vitest'
import { sessionCookie } from './cookie.ts'

const SECRET = 'a-secret-for-tests-only-a-secret-for-tests-only'
const TOKEN = 'AbcdefghijklmnopqrstuvwxyZ012345'

describe('セッションのクッキー', () => {
  it('https では Secure で、名前でこの機械に結び付く', () => {
    const cookie = sessionCookie(SECRET, true)
    expect(cookie.given(TOKEN)).toMatch(
      /^__Host-meguri_session=[^;]+; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
    )
    expect(cookie.taken()).toBe('__Host-meguri_session=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0')
    expect(cookie.tokenOf(`a=1; ${cookie.pair(TOKEN)}`)).toBe(TOKEN)
  })

  it('別の鍵で署名したもの、http の名前のものは読まない', () => {
    const cookie = sessionCookie(SECRET, true)
    expect(cookie.tokenOf(sessionCookie(`${SECRET}2`, true).pair(TOKEN))).toBeNull()
    expect(cookie.tokenOf(sessionCookie(SECRET, false).pair(TOKEN))).toBeNull()
  })
})
