import pg from 'pg'
import type { Work } from '../../platform/database/work.ts'
import { conflict, type FieldError, invalid, notFound } from '../../platform/errors/index.ts'
import { readOfficeNumber } from '../insurers/index.ts'
import { dependentsOf } from './dependents.ts'
import type { CentreEntry, Dependents, EndCentre, PutCentre } from './schema.ts'
import { centreRegister } from './service.ts'

/** Adds or changes a centre. @throws invalid · conflict with the stored entry · notFound */
export async function putCentre(work: Work, input: PutCentre): Promise<{ id: string; warnings: string[] }> {
  const register = await centreRegister(work)
  const office = readOfficeNumber(input.officeNumber, input.acceptsOfficeNumber)
  const errors = [...placeErrors(input, register), ...office.errors]
  if (errors.length > 0) throw invalid(errors)
  const stored = register.find(({ id }) => id === input.id)
  const isMoved = stored !== undefined && stored.parentId !== input.parentId
  work.about('centre', input.id, {
    isNew: input.version === null,
    ...(isMoved ? { moved: { from: stored.parentId, to: input.parentId } } : {}),
  })
  const fields = {
    name: input.name,
    short_name: input.shortName,
    kind: input.kind,
    parent_id: input.parentId,
    operation: input.operation,
    organisation_id: input.organisationId,
    office_number: office.value,
    phone: input.phone,
    address: input.address,
    valid_from: input.validFrom,
  }
  const isDone = await explained(
    work.write(async (tx) => {
      const [row] = await tx.query<{ done: boolean }>('select registers.put_centre($1, $2, $3) as done', [
        input.id,
        input.version,
        JSON.stringify(fields),
      ])
      return row?.done ?? false
    }),
    MOVED_TO_OWN,
  ).catch((error: unknown) => {
    if (isTaken(error)) return false // sent twice: the first one is stored
    throw error
  })
  if (!isDone) throw await changedMeanwhile(work, input.id)
  return { id: input.id, warnings: office.warnings }
}

function placeErrors(input: PutCentre, register: readonly CentreEntry[]): FieldError[] {
  const errors: FieldError[] = []
  const needsParent = input.kind === 'branch' || input.kind === 'sub'
  const parent = register.find(({ id }) => id === input.parentId)
  if (needsParent && input.parentId === null) {
    const message = 'ブランチとサブセンターには、親センターを選んでください。'
    errors.push({ path: 'parentId', code: 'parent-needed', message })
  }
  if (input.parentId !== null && !parent) {
    errors.push({ path: 'parentId', code: 'unknown', message: '親センターを一覧から選び直してください。' })
  }
  if (parent && isBelow(register, parent.id, input.id)) {
    const message = '自分か、自分の下のセンターは、親センターにできません。ほかのセンターを選んでください。'
    errors.push({ path: 'parentId', code: 'circle', message })
  }
  if (input.operation === 'contracted' && input.organisationId === null) {
    const message = '委託のセンターには、運営法人を選んでください。なければ先に「法人・事業所」で登録します。'
    errors.push({ path: 'organisationId', code: 'organisation-needed', message })
  }
  const stored = register.find(({ id }) => id === input.id)
  if (stored?.validTo && stored.validTo < input.validFrom) {
    const message = '始まる日が、このセンターの最後の日より後です。どちらかを直してください。'
    errors.push({ path: 'validFrom', code: 'begins-after-it-ends', message })
  }
  return errors
}

/** Whether `id` is `above` or stands below it. */
function isBelow(register: readonly CentreEntry[], id: string, above: string): boolean {
  const seen = new Set<string>()
  for (let at: string | null = id; at !== null && !seen.has(at); ) {
    if (at === above) return true
    seen.add(at)
    const now: string = at
    at = register.find((entry) => entry.id === now)?.parentId ?? null
  }
  return false
}

/**
 * Sets the last day. Posts, areas and branches that would outlive it keep it from ending; people do when the day is past, else
 * they are what has to be done until then.
 */
export async function endCentre(
  work: Work,
  id: string,
  { version, lastDay }: EndCentre,
): Promise<{ id: string; toDo: string[] }> {
  const stored = await needCentre(work, id)
  if (stored.version !== version) throw conflict(stored)
  if (lastDay !== null && lastDay < stored.validFrom) {
    const message = 'センターの最後の日が、始まる日より前です。日付を直してください。'
    throw invalid([{ path: 'lastDay', code: 'ends-before-it-begins', message }])
  }
  const left = lastDay === null ? null : await dependentsOf(work, id, lastDay)
  const isPast = lastDay !== null && lastDay < work.today
  const errors = left ? refusals(left, isPast) : []
  if (errors.length > 0) throw invalid(errors)
  work.about('centre', id, { lastDay })
  const isDone = await explained(
    work.write(async (tx) => {
      const [row] = await tx.query<{ done: boolean }>(
        'select registers.end_centre($1, $2, $3::date) as done',
        [id, version, lastDay],
      )
      return row?.done ?? false
    }),
    CHANGED_MEANWHILE,
  )
  if (!isDone) throw await changedMeanwhile(work, id)
  const toDo = left
    ? left.records.filter(({ count }) => count > 0).map(({ label, count }) => `${label}: ${count}`)
    : []
  return { id, toDo }
}

function refusals({ posts, areas, branches, records }: Dependents, isPast: boolean): FieldError[] {
  const names = (rows: readonly { name: string }[]) =>
    `${rows
      .slice(0, 5)
      .map(({ name }) => name)
      .join('、')}${rows.length > 5 ? ' ほか' : ''}`
  const found: [number, string, string][] = [
    [
      posts.length,
      'posts',
      `この日のあとも続く職が${posts.length}件あります（${names(posts)}）。「職員と口座」で、職を終えてください。`,
    ],
    [
      areas.length,
      'areas',
      `この日のあとも担当する圏域が${areas.length}あります（${names(areas)}）。「圏域と町」で、次の日から別のセンターの担当にしてください。`,
    ],
    [
      branches.length,
      'branches',
      `この日のあとも続くブランチ・サブセンターが${branches.length}あります（${names(branches)}）。先に終えるか、親センターを替えてください。`,
    ],
    ...(isPast ? records : []).map(({ id, label, count }): [number, string, string] => [
      count,
      id,
      `${label}: ${count}。市の担当者に「担当替え」で別のセンターへ引き継いでもらってから、過ぎた日で終えてください。`,
    ]),
  ]
  return found.filter(([count]) => count > 0).map(([, code, message]) => ({ path: 'lastDay', code, message }))
}

/** @throws notFound */
export async function needCentre(work: Work, id: string): Promise<CentreEntry> {
  const stored = (await centreRegister(work)).find((entry) => entry.id === id)
  if (!stored) throw notFound()
  return stored
}

async function changedMeanwhile(work: Work, id: string): Promise<Error> {
  const stored = (await centreRegister(work)).find((entry) => entry.id === id)
  return stored ? conflict(stored) : notFound()
}

const isTaken = (error: unknown): boolean => error instanceof pg.DatabaseError && error.code === '23505'

const MOVED_TO_OWN: FieldError = {
  path: 'parentId',
  code: 'own-centre',
  message:
    'あなたの職があるセンター（またはその下）へ親センターを替えると、あなたに見える範囲が広がります。ほかの管理者に頼んでください。',
}
const CHANGED_MEANWHILE: FieldError = {
  path: 'lastDay',
  code: 'changed-meanwhile',
  message: '終わる前に、職か圏域かブランチが加わりました。もう一度、残っているものを確かめてください。',
}

/** @param restricted what it means when the door refuses (23001) */
async function explained<T>(writing: Promise<T>, restricted: FieldError): Promise<T> {
  try {
    return await writing
  } catch (error) {
    const { code, constraint } = error instanceof pg.DatabaseError ? error : {}
    if (code === '23503' && constraint?.includes('organisation')) {
      const message = '運営法人を一覧から選び直してください。'
      throw invalid([{ path: 'organisationId', code: 'unknown', message }])
    }
    if (code === '23001') throw invalid([restricted])
    throw error
  }
}
