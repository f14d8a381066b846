import { LEVELS, type LevelCode } from '../codes.ts'

/**
 * Is one level heavier than another (CRT-01)? 01 < 06 = 12 < 13 < 21 … < 25; never by the numbers of the codes.
 * @returns null where one of them is historical (11) and not ordered
 */
export function isHeavier(one: LevelCode, other: LevelCode): boolean | null {
  const rank = (code: LevelCode) => LEVELS.find((level) => level.code === code)?.rank ?? null
  const [a, b] = [rank(one), rank(other)]
  return a === null || b === null ? null : a > b
}
