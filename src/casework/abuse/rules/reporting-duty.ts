import type { ReportingDuties, ReportingDuty } from '../../../law/casework/abuse-response.ts'

/**
 * What a finder of suspected abuse is bound to (ABU-02).
 * @param isOwnFacility staff of 養介護施設等 about their own facility; null: not known
 * @param isGraveDanger grave danger to life or body; null: not known
 * @returns null when what is not known would change the answer
 * @source 高齢者虐待の防止、高齢者の養護者に対する支援等に関する法律第7条・第21条
 */
export function reportingDuty(
  isOwnFacility: boolean | null,
  isGraveDanger: boolean | null,
  law: ReportingDuties,
): ReportingDuty | null {
  const judge = (own: boolean, grave: boolean) =>
    own ? law.ownFacility : grave ? law.graveDanger : law.otherwise
  const both = [true, false]
  const found = new Set(
    (isOwnFacility === null ? both : [isOwnFacility]).flatMap((own) =>
      (isGraveDanger === null ? both : [isGraveDanger]).map((grave) => judge(own, grave)),
    ),
  )
  const [only] = found
  return found.size === 1 && only !== undefined ? only : null
}
