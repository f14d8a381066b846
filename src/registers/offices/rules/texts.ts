import { foldAddress } from '../../../platform/text/index.ts'

/** A name or address without width, spaces and the many hyphens: what differs only in these is written the same. */
export const plainText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/[‐‑‒–—―−]|(?<=\d)ー(?=\d)/gu, '-')

/**
 * An address without its prefecture, 郡 and municipality (files leave them out as they like) and without the ways of writing
 * 丁目 and 番地. Building names that stand inside the address stay.
 * @param municipalityName as the file writes it: 高松市, 木田郡三木町, 浜松市中央区
 */
export function addressNotation(address: string, prefectureName: string, municipalityName: string): string {
  let rest = plainText(address)
  const town = plainText(municipalityName)
  const [, county = '', own = town] = /^(.+?郡)(.+)$/u.exec(town) ?? []
  for (const prefix of [plainText(prefectureName), county, own]) {
    if (prefix !== '' && rest.startsWith(prefix)) rest = rest.slice(prefix.length)
    else if (prefix === own) rest = rest.replace(new RegExp(`^[^0-9]{1,6}郡${escaped(own)}`, 'u'), '')
  }
  return foldAddress(rest)
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Several texts cut where they begin and cease to agree: `[before, differing, behind]` each, for marking what differs. */
export function markDifferences(texts: readonly string[]): [string, string, string][] {
  const letters = texts.map((text) => [...text])
  const [first = []] = letters
  const shortest = Math.min(...letters.map(({ length }) => length))
  let before = 0
  while (before < shortest && letters.every((one) => one[before] === first[before])) before += 1
  let behind = 0
  while (behind < shortest - before && letters.every((one) => one.at(-1 - behind) === first.at(-1 - behind)))
    behind += 1
  return letters.map((one) => [
    one.slice(0, before).join(''),
    one.slice(before, one.length - behind).join(''),
    one.slice(one.length - behind).join(''),
  ])
}
