import type { IsoDate } from '../../platform/calendar/index.ts'
import type { Sex } from '../population.ts'

/**
 * resident: lives in the city, 65 and over · second: 第2号被保険者 with a certificate · exception: 住所地特例, lives elsewhere
 * died, movedOut: left within the last years, kept in the record
 */
export type Standing = 'resident' | 'second' | 'exception' | 'died' | 'movedOut'

/** What is decided of a person before anything is written out. Small, since all of them stay in memory. */
export interface SamplePerson {
  n: number
  id: string
  standing: Standing
  sex: Sex
  age: number
  birthOn: IsoDate
  birthUncertainty: 'known' | 'day-unknown' | 'month-unknown' | 'year-unknown'
  /** −1: outside the city. */
  townAt: number
  areaAt: number
  centreAt: number
  household: number
  householdSize: number
  relationship: string
  surnameAt: number
  givenAt: number
  /** Place in `longNames`; −1: an ordinary name. */
  longNameAt: number
  hasRegisterGlyph: boolean
  isProtected: boolean
  isLocked: boolean
  /** Somebody the centre works with. */
  isClient: boolean
  /** 主担当; −1: nobody. */
  staffAt: number
  /** Day of death or of moving out. */
  endedOn: IsoDate | null
}
