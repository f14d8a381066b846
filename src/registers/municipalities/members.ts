import type { Statement, Tx } from '../../platform/database/engine.ts'
import type { StatedMember } from './rules/match-insurers.ts'

/** Members of unions that a file states, on a day: for a flight of several statements. */
export const insurerMembersStatement = (day: string): Statement => ({
  text: `select prefecture_code as "prefectureCode", insurer_fold as "insurerFold", municipality_code as "municipalityCode"
    from registers.insurer_member
    where (valid_from is null or valid_from <= $1::date) and (valid_to is null or valid_to >= $1::date)
    order by prefecture_code, insurer_fold, municipality_code`,
  values: [day],
})

export function insurerMembersOn(tx: Tx, day: string): Promise<StatedMember[]> {
  const { text, values } = insurerMembersStatement(day)
  return tx.query<StatedMember>(text, values)
}
