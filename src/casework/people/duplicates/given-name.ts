import { foldKana } from '../../../platform/text/index.ts'

/** Folded given name: what stands behind the first blank of a reading; null when there is no blank. */
export function givenOf(kana: string): string | null {
  const [, ...given] = kana.trim().split(/\s+/u)
  return given.length > 0 ? foldKana(given.join('')) : null
}
