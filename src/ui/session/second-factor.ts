/** Six digits are the authenticator's; anything else is taken for a recovery code. Typed with spaces or in full width. */
export function secondFactorCode(typed: string): { plain: string; isRecovery: boolean } {
  const plain = typed.normalize('NFKC').replace(/\s/g, '')
  return { plain, isRecovery: !/^\d{6}$/.test(plain) }
}

/** A long key in groups that can be typed off the screen. */
export const groupsOfFour = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? ''
