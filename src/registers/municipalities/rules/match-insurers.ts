import { prefectureCode, prefectureNumber } from '../../../exchange/municipality-codes/index.ts'
import { foldMunicipality, isBasic, type Municipality } from './municipality.ts'

/** An insurer as a published list names it. */
export interface NamedInsurer {
  prefectureName: string
  name: string
}

/** A municipality that a file states as member of an insurer (kind `insurer-members`). */
export interface StatedMember {
  prefectureCode: string
  /** key of the insurer's name */
  insurerFold: string
  municipalityCode: string
}

/**
 * name: the insurer is the municipality of its name · stated: a file gives its members · deduced: the only insurer of its
 * prefecture without a municipality, so it has all that are left · unknown: none of these
 */
export type MatchBasis = 'name' | 'stated' | 'deduced' | 'unknown'

export interface MatchedInsurer extends NamedInsurer {
  /** six digits; null: no such prefecture */
  prefectureCode: string | null
  basis: MatchBasis
  /** sorted; empty when unknown */
  municipalityCodes: string[]
}

/**
 * Joins insurers to municipalities, within their prefecture and by folded name; order is kept. What is left of a prefecture
 * goes to its one remaining union: this holds because the list names every insurer of the prefecture and each municipality
 * belongs to exactly one. With two or more unions left, or when a list is not whole, nothing is guessed.
 * @param municipalities of the day that the list is of (`municipalitiesOn`)
 * @param isWhole the list names all insurers of its prefectures; without this nothing is deduced
 */
export function matchInsurers({
  insurers,
  municipalities,
  members = [],
  isWhole = true,
}: {
  insurers: readonly NamedInsurer[]
  municipalities: readonly Municipality[]
  members?: readonly StatedMember[]
  isWhole?: boolean
}): MatchedInsurer[] {
  const basic = municipalities.filter(isBasic)
  const byName = new Map(basic.map((one) => [key(one.prefectureCode, one.fold), one.code]))
  const known = new Set(basic.map(({ code }) => code))
  const stated = Map.groupBy(
    members.filter(({ municipalityCode }) => known.has(municipalityCode)),
    (one) => key(one.prefectureCode, one.insurerFold),
  )
  const matched = insurers.map((insurer): MatchedInsurer => {
    const number = prefectureNumber(insurer.prefectureName)
    if (number === undefined)
      return { ...insurer, prefectureCode: null, basis: 'unknown', municipalityCodes: [] }
    const prefecture = prefectureCode(number)
    const at = key(prefecture, foldMunicipality(insurer.name))
    const own = byName.get(at)
    const codes = own === undefined ? (stated.get(at) ?? []).map((one) => one.municipalityCode) : [own]
    const basis = own !== undefined ? 'name' : codes.length > 0 ? 'stated' : 'unknown'
    return { ...insurer, prefectureCode: prefecture, basis, municipalityCodes: codes.sort() }
  })
  return isWhole ? deduced(matched, basic) : matched
}

const key = (prefecture: string, fold: string): string => `${prefecture} ${fold}`

function deduced(matched: readonly MatchedInsurer[], basic: readonly Municipality[]): MatchedInsurer[] {
  const taken = new Set(matched.flatMap(({ municipalityCodes }) => municipalityCodes))
  const unknown = Map.groupBy(
    matched.filter(({ basis }) => basis === 'unknown'),
    (one) => one.prefectureCode,
  )
  return matched.map((insurer) => {
    if (insurer.basis !== 'unknown' || insurer.prefectureCode === null) return insurer
    const isOnly = unknown.get(insurer.prefectureCode)?.length === 1
    const left = basic.filter((one) => one.prefectureCode === insurer.prefectureCode && !taken.has(one.code))
    if (!isOnly || left.length === 0) return insurer
    return { ...insurer, basis: 'deduced', municipalityCodes: left.map(({ code }) => code).sort() }
  })
}
