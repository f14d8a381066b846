import type pg from 'pg'

/** What a test says about a 認定; the rest is boring. */
export interface CertificationExample {
  personId: string
  centreId: string | null
  level?: string | null
  kind?: string
  state?: string
  basis?: string
  appliedOn?: string | null
  decidedOn?: string | null
  validFrom?: string | null
  validTo?: string | null
  endedOn?: string | null
}

/** Stores a decided 認定 (要支援1, 2026-07-01 to 2027-06-30 unless said) as the owner. @returns its id */
export async function storeCertification(
  client: pg.ClientBase,
  insurerId: number,
  example: CertificationExample,
): Promise<string> {
  const one = {
    level: '12',
    kind: 'new',
    state: 'decided',
    basis: 'decision',
    appliedOn: '2026-07-01',
    decidedOn: '2026-07-20',
    validFrom: '2026-07-01',
    validTo: '2027-06-30',
    endedOn: null,
    ...example,
  }
  const isClosed = ['withdrawn', 'rejected', 'cancelled'].includes(one.state)
  const { rows } = await client.query<{ id: string }>(
    `insert into casework.certification (insurer_id, person_id, centre_id, kind, state, basis, applied_on, decided_on, level,
       valid_from, valid_to, ended_on, closed_on, closed_reason, confirmed_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) returning id`,
    [
      insurerId,
      one.personId,
      one.centreId,
      one.kind,
      one.state,
      one.basis,
      one.appliedOn,
      one.decidedOn,
      one.level,
      one.validFrom,
      one.validTo,
      one.endedOn,
      isClosed ? '2026-11-01' : null,
      isClosed ? '架空の理由' : null,
      one.basis === 'card' ? '2026-11-01' : null,
    ],
  )
  return rows[0]!.id
}
