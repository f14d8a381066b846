export interface Insured {
  /** at the begin of the fiscal year */
  ageYears: number
  /** 第1号被保険者 on that day */
  isInsuredAtStart: boolean
  isCertifiedAtStart: boolean
  /** the first certification that began within the year; null: none */
  certifiedOn: string | null
  /** last day of the certification before it; null: never had one */
  previousEndOn: string | null
}

/** Whether a certification is a first one: none in force in so many months before the day it begins. */
export function isFresh(certifiedOn: string, previousEndOn: string | null, months: number): boolean {
  if (previousEndOn === null) return true
  return previousEndOn < Temporal.PlainDate.from(certifiedOn).subtract({ months }).toString()
}

export interface FirstCertified {
  /** certified for the first time in the year */
  first: number
  /** of them, those who were not insured at its begin (turned 65, moved in) */
  joinedLater: number
  /** 第1号 not certified at its begin */
  uncertified: number
  /** the same two for those insured at the begin, by age band */
  bands: { fromAge: number; first: number; uncertified: number }[]
}

/** 新規認定 of one fiscal year in counts. @param bandAges begins of the bands, ascending */
export function firstCertified(
  people: readonly Insured[],
  bandAges: readonly number[],
  months: number,
): FirstCertified {
  const isFirst = ({ certifiedOn, previousEndOn, isCertifiedAtStart }: Insured) =>
    !isCertifiedAtStart && certifiedOn !== null && isFresh(certifiedOn, previousEndOn, months)
  const first = people.filter(isFirst)
  const uncertified = people.filter((one) => one.isInsuredAtStart && !one.isCertifiedAtStart)
  const inBand = (list: readonly Insured[], at: number) =>
    list.filter(({ isInsuredAtStart, ageYears }) => {
      const next = bandAges[at + 1]
      return isInsuredAtStart && ageYears >= bandAges[at]! && (next === undefined || ageYears < next)
    }).length
  return {
    first: first.length,
    joinedLater: first.filter(({ isInsuredAtStart }) => !isInsuredAtStart).length,
    uncertified: uncertified.length,
    bands: bandAges.map((fromAge, at) => ({
      fromAge,
      first: inBand(first, at),
      uncertified: inBand(uncertified, at),
    })),
  }
}
