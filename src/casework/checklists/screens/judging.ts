import { NoValueInForce } from '../../../law/in-force.ts'
import type { Explained } from '../../../platform/explanation/index.ts'
import { type JudgedSheet, judgeSheet, type SheetInput } from '../judge-sheet.ts'
import { knownHundredths } from './measured.ts'

export type Judging = Explained<JudgedSheet>
export type JudgingInput = Pick<SheetInput, 'answers' | 'answeredOn' | 'insuredType' | 'certification'> & {
  /** as typed, cm and kg */
  height: string
  weight: string
}

/**
 * The judgement while the paper is typed, by the computation that the server stores.
 * @returns null when no criteria are in force on that day (before 2015-04-01)
 */
export function judging({ height, weight, ...rest }: JudgingInput): Judging | null {
  try {
    return judgeSheet({
      ...rest,
      heightHundredthsCm: knownHundredths(height),
      weightHundredthsKg: knownHundredths(weight),
    })
  } catch (error) {
    if (error instanceof NoValueInForce) return null
    throw error
  }
}

/** BMI × 10 as people read it: 185 → '18.5' */
export const bmiText = (tenths: number | null): string =>
  tenths === null ? '―' : `${Math.floor(tenths / 10)}.${tenths % 10}`
