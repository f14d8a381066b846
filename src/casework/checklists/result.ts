import type { SheetResult } from './answers.ts'
import type { JudgedSheet } from './judge-sheet.ts'
import { itemNumbers } from './rules/points.ts'

/** A judged sheet as the answer carries it: points as 25 cells, the study's citation as text. */
export const toResult = ({ points, frailty, ...judged }: JudgedSheet): SheetResult => ({
  ...judged,
  points: itemNumbers.map((no) => points[no]),
  frailty: frailty && {
    frailty: frailty.frailty,
    min: frailty.min,
    max: frailty.max,
    citation: frailty.citation.text,
    remark: frailty.remark,
  },
})
