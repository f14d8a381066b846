import pg from 'pg'
import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { conflict, type FieldError, invalid, notFound } from '../../platform/errors/index.ts'
import { checkCorporateNumber, checkOfficeNumber } from '../numbers/index.ts'
import type { Organisation, PutOrganisation } from './schema.ts'

const LIST = `
  select o.id, o.version, o.name, o.kind, o.office_number as "officeNumber", o.corporate_number as "corporateNumber",
    o.phone, o.address, o.valid_to as "validTo",
    (select count(*)::int from registers.centre c where c.insurer_id = $1 and c.organisation_id = o.id
      and c.valid_from <= $2::date and (c.valid_to is null or c.valid_to >= $2::date)) as "centreCount",
    (select count(*)::int from registers.post p where p.insurer_id = $1 and p.organisation_id = o.id
      and p.valid_from <= $2::date and (p.valid_to is null or p.valid_to >= $2::date)) as "postCount"
  from registers.organisation o
  where o.insurer_id = $1
  order by o.name, o.id`

/** The register of organisations, those that ended too. Some hundred rows, given whole. */
export async function listOrganisations(work: Work): Promise<Organisation[]> {
  const [rows] = await work.flight([{ text: LIST, values: [work.actor.insurerId, work.today] }])
  return rows as Organisation[]
}

/**
 * NUM-04 of a typed office number. A wrong check digit is refused once, since numbers in use break the rule: whoever holds the
 * notice of designation may accept it.
 * @returns the number to store (null: none), and what is wrong
 */
export function readOfficeNumber(
  typed: string | null,
  acceptsIt: boolean,
): { value: string | null; errors: FieldError[]; warnings: string[] } {
  if (!typed) return { value: null, errors: [], warnings: [] }
  const number = checkOfficeNumber(typed, acceptsIt ? 'warn' : 'strict')
  if (number.ok)
    return { value: number.value, errors: [], warnings: number.warning ? [number.warning.message] : [] }
  const isDoubtful = !acceptsIt && (number.code === 'check-digit' || number.code === 'prefecture')
  const more = isDoubtful ? '指定の通知書もこの番号なら、「この番号のまま保存する」を選んでください。' : ''
  const message = `事業所番号: ${number.message}${more}`
  return { value: null, errors: [{ path: 'officeNumber', code: number.code, message }], warnings: [] }
}

/** Adds, changes or ends an organisation. @throws invalid · conflict with the stored row · notFound */
export async function putOrganisation(
  work: Work,
  input: PutOrganisation,
): Promise<{ id: string; warnings: string[] }> {
  const office = readOfficeNumber(input.officeNumber, input.acceptsOfficeNumber)
  const corporate = checkCorporateNumber(input.corporateNumber ?? '')
  const errors = [...office.errors]
  if (!corporate.ok) {
    errors.push({ path: 'corporateNumber', code: corporate.code, message: `法人番号: ${corporate.message}` })
  }
  if (!corporate.ok || errors.length > 0) throw invalid(errors)
  const isNew = input.version === null
  work.about('organisation', input.id, { isNew })
  const fields = {
    name: input.name,
    kind: input.kind,
    office_number: office.value,
    corporate_number: corporate.value,
    phone: input.phone,
    address: input.address,
    valid_to: input.validTo,
  }
  const isDone = await work
    .write(async (tx) => {
      if (input.validTo !== null) await refuseDependents(tx, work, input.id, input.validTo)
      const [row] = await tx.query<{ done: boolean }>(
        'select registers.put_organisation($1, $2, $3) as done',
        [input.id, input.version, JSON.stringify(fields)],
      )
      return row?.done ?? false
    })
    .catch((error: unknown) => {
      // sent twice: the first one is stored
      if (error instanceof pg.DatabaseError && error.code === '23505') return false
      throw error
    })
  if (!isDone) {
    const stored = (await listOrganisations(work)).find(({ id }) => id === input.id)
    throw stored ? conflict(stored) : notFound()
  }
  const warnings = [...office.warnings, ...(corporate.warning ? [corporate.warning.message] : [])]
  return { id: input.id, warnings }
}

const DEPENDENTS = `
  select
    (select count(*)::int from registers.centre c where c.insurer_id = $1 and c.organisation_id = $2
      and (c.valid_to is null or c.valid_to > $3::date)) as centres,
    (select count(*)::int from registers.post p where p.insurer_id = $1 and p.organisation_id = $2
      and (p.valid_to is null or p.valid_to > $3::date)) as posts,
    registers.count_assignments($2, $3::date) as people`

/** What outlives the last day keeps the organisation from ending; each is said, so that it can be handled first. */
async function refuseDependents(tx: Tx, work: Work, id: string, lastDay: string): Promise<void> {
  const [found] = await tx.query<{ centres: number; posts: number; people: number }>(DEPENDENTS, [
    work.actor.insurerId,
    id,
    lastDay,
  ])
  const left: [number, string, string][] = [
    [
      found?.centres ?? 0,
      'centres',
      '件のセンターを運営しています。センターを終えるか、運営法人を替えてください。',
    ],
    [found?.posts ?? 0, 'posts', '件の職が残っています。「職員と口座」で、職を終えてください。'],
    [
      found?.people ?? 0,
      'people',
      '人の利用者の委託が残っています。担当のセンターに、委託を終えるか移すよう依頼してください。',
    ],
  ]
  const errors = left
    .filter(([count]) => count > 0)
    .map(([count, code, message]) => ({
      path: 'validTo',
      code,
      message: `最後の日のあとも、${count}${message}`,
    }))
  if (errors.length > 0) throw invalid(errors)
}
