/** How long before the end the warning stands on the screen (WCAG 2.2.1 asks for 20 seconds at least). */
export const warningMs = 2 * 60_000

export type IdleState =
  | { state: 'active'; nextCheckMs: number }
  | { state: 'warning'; leftMs: number }
  | { state: 'expired' }

/**
 * Where somebody who last did something at `lastMs` stands at `nowMs`.
 * @param idleMinutes the server's limit, whole minutes; with a limit of four minutes or less the warning takes half of it
 */
export function idleState(lastMs: number, nowMs: number, idleMinutes: number): IdleState {
  const limitMs = idleMinutes * 60_000
  const warnMs = Math.min(warningMs, limitMs / 2)
  const leftMs = limitMs - (nowMs - lastMs)
  if (leftMs <= 0) return { state: 'expired' }
  if (leftMs <= warnMs) return { state: 'warning', leftMs }
  return { state: 'active', nextCheckMs: leftMs - warnMs }
}

/** あと 1分30秒, あと 45秒. Rounded up, so that it never says zero while there is time. */
export function leftText(leftMs: number): string {
  const seconds = Math.ceil(leftMs / 1000)
  const minutes = Math.floor(seconds / 60)
  const rest = seconds % 60
  return `あと ${minutes > 0 ? `${minutes}分` : ''}${minutes === 0 || rest > 0 ? `${rest}秒` : ''}`
}
