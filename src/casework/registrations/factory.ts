import type pg from 'pg'

export interface ChecklistExample {
  personId: string
  centreId: string | null
  staffId: string
  answeredOn?: string
  judgement?: 'target' | 'notTarget' | 'undetermined' | 'notApplicable'
  met?: string[]
}

/** Stores a checklist of which only the judgement matters (no answers), as the owner. @returns its id */
export async function storeChecklist(
  client: pg.ClientBase,
  insurerId: number,
  example: ChecklistExample,
): Promise<string> {
  const { personId, centreId, staffId, answeredOn = '2025-05-08', judgement = 'target' } = example
  const met = example.met ?? (judgement === 'target' ? ['motor'] : [])
  const { rows } = await client.query<{ id: string }>(
    `insert into casework.checklist (insurer_id, person_id, centre_id, recorded_centre_id, staff_id, form_version, answered_on,
       method, coding, answers, judgement, met, undetermined, known_points, unknown_points, insured_type, source, created_at)
     values ($1, $2, $3, $3, $4, 'test', $5, 'visit', 'yesNo', array_fill(null::text, array[25]), $6, $7, '{}', 3, 0,
       'category1Insured', 'form', now()) returning id`,
    [insurerId, personId, centreId, staffId, answeredOn, judgement, met],
  )
  return rows[0]!.id
}

/** A fork to the checklist, asked and agreed to. */
export const aChoice = (askedOn = '2025-05-08') => ({
  route: 'checklist' as const,
  wish: 'checklist' as const,
  consent: true,
  isTold: true,
  askedOn,
})

/** 届出書 with the card. */
export const aNotification = (on = '2025-05-12') => ({
  on,
  kind: 'new' as const,
  cardPlace: 'attached' as const,
})
