import type { Step } from '../../../platform/explanation/index.ts'
import type { SheetResult } from '../answers.ts'
import type { Judging } from './judging.ts'

/** What the judgement panel shows, computed in this browser or read from the server. */
export interface Shown
  extends Pick<SheetResult, 'judgement' | 'met' | 'undetermined' | 'notes' | 'criteria' | 'bmi'> {
  frailty: { frailty: string; min: number; max: number; citation: string } | null
  steps: readonly Step[]
}

export function shownOf(judging: Judging | null): Shown | null {
  if (!judging) return null
  const { value, steps } = judging
  const frailty = value.frailty && { ...value.frailty, citation: value.frailty.citation.text }
  return { ...value, frailty, steps }
}

export const shownOfResult = (result: SheetResult, steps: readonly Step[]): Shown => ({ ...result, steps })
