import { isNearBirth, isWithinOneError } from './likeness.ts'

/** What of a record is compared: folded keys, never what is shown. Empty or null: not known, which speaks neither for nor against. */
export interface Compared {
  id: string
  nameFold: string
  kanaFold: string
  /** folded given name; null when family and given name are not parted */
  givenFold: string | null
  /** null also when a part of it is uncertain */
  birthOn: string | null
  sex: string
  phoneFold: string
  addressFold: string
  insuredNumber: string | null
  residentNumber: string | null
}

/**
 * What an agreement is worth. Our own decision (confidence 'decided'), chosen so that reading and birth together are enough, one of
 * them with an error needs a further field, and a birth date with a given name alone never suffices: in 200,000 people a thousand pairs
 * of strangers share those two.
 */
export const REASONS = {
  'same-kana': { label: '読みが同じ', points: 4 },
  'similar-kana': { label: '読みが一字ちがい', points: 3 },
  'same-name': { label: '漢字の氏名が同じ（新旧の字体を区別しない）', points: 3 },
  'same-given-name': { label: '名の読みが同じ', points: 2 },
  'same-birth': { label: '生年月日が同じ', points: 4 },
  'near-birth': { label: '生年月日が一けたちがい・入れちがい', points: 2 },
  'same-phone': { label: '電話番号が同じ', points: 3 },
  'same-address': { label: '住所が同じ', points: 2 },
  'same-number': { label: '被保険者番号が同じ', points: 5 },
  'other-sex': { label: '性別がちがう', points: -2 },
  'other-number': { label: '被保険者番号がちがう', points: -3 },
  'other-resident-number': { label: '宛名番号がちがう', points: -2 },
} as const satisfies Record<string, { label: string; points: number }>
export type Reason = keyof typeof REASONS

/** A pair is shown from here on (decided). */
export const SHOWN_FROM = 7
const SHORTEST_PHONE = 9

/** Which fields agree; null: nothing of the names does, or the birth dates are of two people. */
export function agreements(a: Compared, b: Compared): Reason[] | null {
  const birth = birthOf(a, b)
  if (birth === 'other') return null
  const name = nameOf(a, b)
  if (name === null) return null
  const reasons: Reason[] = [name]
  if (birth) reasons.push(birth)
  if (a.phoneFold.length >= SHORTEST_PHONE && a.phoneFold === b.phoneFold) reasons.push('same-phone')
  if (a.addressFold !== '' && a.addressFold === b.addressFold) reasons.push('same-address')
  if (a.insuredNumber && b.insuredNumber)
    reasons.push(a.insuredNumber === b.insuredNumber ? 'same-number' : 'other-number')
  if (a.residentNumber && b.residentNumber) reasons.push('other-resident-number')
  if (a.sex !== b.sex && a.sex !== 'unknown' && b.sex !== 'unknown') reasons.push('other-sex')
  return reasons
}

export const pointsOf = (reasons: readonly Reason[]): number =>
  reasons.reduce((sum, reason) => sum + REASONS[reason].points, 0)

function nameOf(a: Compared, b: Compared): Reason | null {
  if (a.kanaFold !== '' && a.kanaFold === b.kanaFold) return 'same-kana'
  if (a.kanaFold.length >= 4 && b.kanaFold.length >= 4 && isWithinOneError(a.kanaFold, b.kanaFold))
    return 'similar-kana'
  if (a.nameFold.length >= 2 && a.nameFold === b.nameFold) return 'same-name'
  if (a.givenFold !== null && a.givenFold.length >= 2 && a.givenFold === b.givenFold) return 'same-given-name'
  return null
}

function birthOf(a: Compared, b: Compared): 'same-birth' | 'near-birth' | 'other' | null {
  if (a.birthOn === null || b.birthOn === null) return null
  if (a.birthOn === b.birthOn) return 'same-birth'
  return isNearBirth(a.birthOn, b.birthOn) ? 'near-birth' : 'other'
}
