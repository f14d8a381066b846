import { ageOn, attainsAgeOn, daysInMonth, type IsoDate } from '../../../platform/calendar/index.ts'
import { type Explained, explained } from '../../../platform/explanation/index.ts'
import { INSURED_TYPES, type InsuredType, labelOf } from '../codes.ts'

export interface InsuredPerson {
  /** any day of the month or year that is known, where `birthUncertainty` says that no more is; null: unknown */
  birthOn: IsoDate | null
  birthUncertainty: 'known' | 'day-unknown' | 'month-unknown' | 'year-unknown'
  /** 被保険者番号; H at its head: not insured, paid by 介護扶助 (NUM-03) */
  insuredNumber: string | null
  /** 資格取得日 and the last day of being insured, where the core system gives them */
  insuredFrom: IsoDate | null
  insuredTo: IsoDate | null
}

export interface InsuredAges {
  category1: number
  category2: number
}

/**
 * 第1号・第2号被保険者 on a day (INS-01). Ages by law: attained on the day before the birthday.
 * Between 40 and 64 the membership of a health insurance is not recorded by us: it is taken as given, and the step says so.
 * @returns null when the birth date leaves it open: ask, never guess
 * @source 介護保険法第9条・第10条・第11条; 年齢計算ニ関する法律
 */
export function insuredType(
  person: InsuredPerson,
  on: IsoDate,
  ages: InsuredAges,
): Explained<InsuredType | null> {
  const value = typeOf(person, on, ages)
  return explained(value, [
    {
      label: '被保険者の種別',
      formula: `${ages.category1}歳に達した日（誕生日の前日）から第1号、${ages.category2}歳から第2号（医療保険の加入者）`,
      inputs: {
        生年月日: person.birthOn,
        基準日: on,
        ...(value === 'category2Insured'
          ? { 医療保険の加入: '記録がないため、加入しているものとして扱う' }
          : {}),
      },
      value: value === null ? null : labelOf(INSURED_TYPES, value),
      source: { text: '介護保険法第9条' },
      confidence: value === 'category2Insured' ? 'decided' : 'recalled',
    },
  ])
}

function typeOf(person: InsuredPerson, on: IsoDate, ages: InsuredAges): InsuredType | null {
  const { birthOn, insuredNumber, insuredFrom, insuredTo } = person
  if (birthOn === null || person.birthUncertainty === 'year-unknown') return null
  if ((insuredTo !== null && on > insuredTo) || (insuredFrom !== null && on < insuredFrom))
    return 'notInsured'
  const [first, last] = possibleBirths(person, birthOn)
  const oldest = byAge(ageOn(first, on), ages, insuredNumber)
  const youngest = byAge(ageOn(last, on), ages, insuredNumber)
  return oldest === youngest ? oldest : null
}

function byAge(age: number, ages: InsuredAges, insuredNumber: string | null): InsuredType {
  if (age >= ages.category1) return 'category1Insured'
  if (age < ages.category2 || isPublicAssistance(insuredNumber)) return 'notInsured'
  return 'category2Insured'
}

/** H, as it may come from a form: in small letters or full width (NUM-03). */
const isPublicAssistance = (insuredNumber: string | null) =>
  insuredNumber?.normalize('NFKC').trim().toUpperCase().startsWith('H') === true

/** First and last day that the birth may have been on, whatever day stands for the unknown one. */
function possibleBirths({ birthUncertainty }: InsuredPerson, birthOn: IsoDate): [IsoDate, IsoDate] {
  const [year = '', month = ''] = birthOn.split('-')
  if (birthUncertainty === 'month-unknown') return [`${year}-01-01`, `${year}-12-31`]
  if (birthUncertainty !== 'day-unknown') return [birthOn, birthOn]
  return [`${year}-${month}-01`, `${year}-${month}-${daysInMonth(Number(year), Number(month))}`]
}

/** The day on which 第1号 begins; null: birth date unknown. */
export const becomesCategory1On = (birthOn: IsoDate | null, ages: InsuredAges): IsoDate | null =>
  birthOn === null ? null : attainsAgeOn(birthOn, ages.category1)
