import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'

const PERIOD_MS = 30_000
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

export const randomLetters = (length: number, letters = LETTERS): string =>
  Array.from({ length }, () => letters[randomInt(letters.length)]).join('')

/** 24 letters, about 142 bits; their bytes are the key, as better-auth keeps it. */
export const newSecret = (): string => randomLetters(24)

export const counterAt = (now: Temporal.Instant): number => Math.floor(now.epochMilliseconds / PERIOD_MS)

/** The six digits of a time step. @source RFC 4226 §5.3, RFC 6238 §4 (SHA-1, 30 seconds) */
export function codeOf(secret: string, counter: number): string {
  const step = Buffer.alloc(8)
  step.writeBigUInt64BE(BigInt(counter))
  const mac = createHmac('sha1', secret).update(step).digest()
  const number = mac.readUInt32BE(mac[mac.length - 1]! & 15) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}

/** @returns the time step whose code was typed: this one, the one before or the next (clocks differ); else null */
export function matchingCounter(secret: string, code: string, now: Temporal.Instant): number | null {
  const typed = Buffer.from(code.normalize('NFKC').replaceAll(/\s/g, ''))
  const counters = [-1, 0, 1].map((step) => counterAt(now) + step)
  const isRight = (counter: number) => {
    const own = Buffer.from(codeOf(secret, counter))
    return typed.length === own.length && timingSafeEqual(typed, own)
  }
  return counters.filter(isRight).at(-1) ?? null
}

/** For typing into an authenticator by hand. @source RFC 4648 §6 */
export function base32(text: string): string {
  let bits = 0
  let value = 0
  let out = ''
  for (const byte of Buffer.from(text)) {
    value = ((value << 8) | byte) & 0xfff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      out += BASE32[(value >> bits) & 31]
    }
  }
  return bits > 0 ? out + BASE32[(value << (5 - bits)) & 31] : out
}

export function keyUri(secret: string, staffNumber: string): string {
  const issuer = encodeURIComponent('めぐり')
  const parameters = `secret=${base32(secret)}&issuer=${issuer}&digits=6&period=30`
  return `otpauth://totp/${issuer}:${encodeURIComponent(staffNumber)}?${parameters}`
}
