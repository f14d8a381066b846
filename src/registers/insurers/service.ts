import pg from 'pg'
import type { Work } from '../../platform/database/work.ts'
import { conflict, type FieldError, invalid, notFound } from '../../platform/errors/index.ts'
import { checkInsurerNumber, checkMunicipalityCode } from '../numbers/index.ts'
import type { ChangeInsurer, Insurer, InsurerSheet, Member, PutMember } from './schema.ts'

/** The insurer of the reader's post. */
export async function ownInsurer(work: Work): Promise<Insurer> {
  const [rows] = await work.flight([
    {
      text: `select insurer_number as "insurerNumber", name, kind, is_statistics_only as "isStatisticsOnly",
          is_sample as "isSample"
        from registers.insurer where insurer_id = $1`,
      values: [work.actor.insurerId],
    },
  ])
  const insurer = (rows as Insurer[])[0]
  if (!insurer) throw notFound()
  return insurer
}

const SHEET = `select insurer_number as "insurerNumber", name, kind, is_statistics_only as "isStatisticsOnly",
    is_sample as "isSample", version
  from registers.insurer where insurer_id = $1`
const MEMBERS = `select id, version, municipality_code as "municipalityCode", name, valid_from as "validFrom",
    valid_to as "validTo"
  from registers.member_municipality where insurer_id = $1 order by municipality_code, valid_from`

/** The insurer as its administrator sets it up. */
export async function insurerSheet(work: Work): Promise<InsurerSheet> {
  const values = [work.actor.insurerId]
  const [insurers, members] = (await work.flight([
    { text: SHEET, values },
    { text: MEMBERS, values },
  ])) as [Omit<InsurerSheet, 'members'>[], Member[]]
  const [insurer] = insurers
  if (!insurer) throw notFound()
  return { ...insurer, members }
}

/** @throws invalid (NUM-02, number of another insurer) · conflict with the stored sheet */
export async function changeInsurer(work: Work, change: ChangeInsurer): Promise<void> {
  const number = checkInsurerNumber(change.insurerNumber)
  if (!number.ok)
    throw invalid([{ path: 'insurerNumber', code: number.code, message: `保険者番号: ${number.message}` }])
  work.about('insurer', undefined, { fields: ['insurerNumber', 'name', 'kind'] })
  const isDone = await explained(
    work.write(async (tx) => {
      const [row] = await tx.query<{ done: boolean }>(
        'select registers.change_insurer($1, $2, $3, $4) as done',
        [change.version, number.value, change.name, change.kind],
      )
      return row?.done ?? false
    }),
  )
  if (!isDone) throw conflict(await insurerSheet(work))
}

/** Adds or changes a member municipality. @throws invalid (NUM-01, days) · conflict · notFound */
export async function putMember(work: Work, input: PutMember): Promise<void> {
  const code = checkMunicipalityCode(input.municipalityCode)
  const errors: FieldError[] = code.ok
    ? []
    : [{ path: 'municipalityCode', code: code.code, message: `市区町村コード: ${code.message}` }]
  if (input.validTo !== null && input.validTo < input.validFrom) {
    const message = '構成から出た日が、入った日より前です。どちらかを直してください。'
    errors.push({ path: 'validTo', code: 'ends-before-it-begins', message })
  }
  if (!code.ok || errors.length > 0) throw invalid(errors)
  work.about('member-municipality', input.id, { isNew: input.version === null })
  const isDone = await explained(
    work.write(async (tx) => {
      const [row] = await tx.query<{ done: boolean }>(
        'select registers.put_member($1, $2, $3, $4, $5::date, $6::date) as done',
        [input.id, input.version, code.value, input.name, input.validFrom, input.validTo],
      )
      return row?.done ?? false
    }),
  )
  if (!isDone) throw await changedMember(work, input.id)
}

/** Takes out a member entered by mistake; one that left gets a last day instead. */
export async function removeMember(
  work: Work,
  { id, version }: { id: string; version: number },
): Promise<void> {
  work.about('member-municipality', id)
  const isDone = await work.write(async (tx) => {
    const [row] = await tx.query<{ done: boolean }>('select registers.remove_member($1, $2) as done', [
      id,
      version,
    ])
    return row?.done ?? false
  })
  if (!isDone) throw await changedMember(work, id)
}

async function changedMember(work: Work, id: string): Promise<Error> {
  const { members } = await insurerSheet(work)
  const stored = members.find((member) => member.id === id)
  return stored ? conflict(stored) : notFound()
}

async function explained<T>(writing: Promise<T>): Promise<T> {
  try {
    return await writing
  } catch (error) {
    const { code, constraint } = error instanceof pg.DatabaseError ? error : {}
    if (code === '23505' && constraint === 'insurer_insurer_number_key') {
      const message = '保険者番号: ほかの保険者が使っている番号です。番号を確かめてください。'
      throw invalid([{ path: 'insurerNumber', code: 'taken', message }])
    }
    if (code === '23P01' || code === '23505') {
      const message = '同じ市区町村の期間が重なっています。前の期間を終えてから、次の期間を加えてください。'
      throw invalid([{ path: 'validFrom', code: 'overlaps', message }])
    }
    throw error
  }
}
