import { randomInt } from 'node:crypto'
import { hashPassword, verifyPassword } from 'better-auth/crypto'

export { hashPassword } from 'better-auth/crypto'

const SHORTEST = 12
/** Hashing works on the whole text; nobody types more. */
export const LONGEST_PASSWORD = 128
/** Without 0/o, 1/l/i: it is read from a paper slip. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A first password: 16 letters and digits in groups of four, about 79 bits. */
export const firstPassword = (): string =>
  Array.from({ length: 4 }, () =>
    Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  ).join('-')

let dummy: Promise<string> | undefined

/** A hash that nothing fits. Made ahead by createIdentity, so that the first unknown account is not slower than others. */
export function dummyHash(): Promise<string> {
  dummy ??= hashPassword(firstPassword())
  return dummy
}

/** Compares; an account that does not exist takes the same time as one that does. */
export async function isRightPassword(stored: string | null, typed: string): Promise<boolean> {
  const isRight = await verifyPassword({ hash: stored ?? (await dummyHash()), password: typed })
  return isRight && stored !== null
}

/**
 * The rules for a password that somebody chooses.
 * @param published passwords that stand in a public place (the sample's)
 * @returns null when it will do, else a Japanese sentence that says what to change
 */
export function passwordProblem(
  next: string,
  { current, staffNumber, published }: { current: string; staffNumber: string; published: readonly string[] },
): { code: string; message: string } | null {
  const folded = next.normalize('NFKC').toLowerCase()
  const length = [...next].length
  if (length < SHORTEST) {
    return {
      code: 'too-short',
      message: `新しいパスワードは${SHORTEST}文字以上にしてください（いま${length}文字です）。`,
    }
  }
  if (length > LONGEST_PASSWORD) {
    return { code: 'too-long', message: `新しいパスワードは${LONGEST_PASSWORD}文字までにしてください。` }
  }
  const rest = folded.replaceAll(staffNumber.normalize('NFKC').toLowerCase(), '')
  if ([...rest].length < 8) {
    return {
      code: 'staff-number',
      message: '職員番号をもとにしたパスワードは推測されます。職員番号と関係のない文字にしてください。',
    }
  }
  if (published.some((known) => known.normalize('NFKC').toLowerCase() === folded)) {
    return {
      code: 'published',
      message: '見本として公開されているパスワードは使えません。別のものにしてください。',
    }
  }
  if (new Set(folded).size < 5) {
    return {
      code: 'repeated',
      message: '同じ文字の繰り返しは推測されます。5種類以上の文字を使ってください。',
    }
  }
  if (next.normalize('NFKC') === current.normalize('NFKC')) {
    return { code: 'same', message: '今のパスワードと同じです。別のパスワードにしてください。' }
  }
  return null
}
