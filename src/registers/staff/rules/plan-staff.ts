import { ROLES, type RoleName } from '../../../platform/access/roles.ts'
import type { NewStaff } from '../schema.ts'

/** A row of the list as the stage holds it. */
export interface ListedPost {
  file: string
  sourceRow: number
  staffNumber: string
  name: string
  kana: string
  profession: NewStaff['profession']
  role: RoleName
  centre: string | null
  organisation: string | null
  validFrom: string
  validTo: string | null
}
export interface Place {
  id: string
  name: string
  shortName: string | null
  validFrom: string | null
  validTo: string | null
}
export interface KnownPost {
  id: string
  version: number
  role: string
  centreId: string | null
  organisationId: string | null
  validFrom: string
  validTo: string | null
}
export interface KnownStaff {
  id: string
  staffNumber: string
  name: string
  profession: string
  posts: KnownPost[]
}
export interface Registers {
  centres: readonly Place[]
  organisations: readonly Place[]
  staff: readonly KnownStaff[]
  /** in lower case: numbers that another insurer of the installation has */
  takenElsewhere: ReadonlySet<string>
}

export interface PlannedPost extends ListedPost {
  /** null: a new member of staff */
  staffId: string | null
  centreId: string | null
  organisationId: string | null
  deed: 'add' | 'end' | 'none'
  /** the post to be ended */
  post: KnownPost | null
}
/** Where a row is wrong and why; the caller adds file and row. */
export interface PlanRefusal {
  file: string
  row: number
  column: string
  value: string
  code: string
  reason: string
  remedy: string
}

/**
 * What a list of staff comes to beside what is registered: who is new, which posts are added, which get a last day. Nothing is
 * taken away by being absent from the list.
 */
export function planStaff(
  rows: readonly ListedPost[],
  registers: Registers,
): { planned: PlannedPost[]; refusals: PlanRefusal[] } {
  const refusals: PlanRefusal[] = []
  const planned: PlannedPost[] = []
  const known = new Map(registers.staff.map((one) => [one.staffNumber.toLowerCase(), one]))
  for (const row of rows) {
    const refuse = (column: string, value: string | null, code: string, reason: string, remedy: string) =>
      refusals.push({ file: row.file, row: row.sourceRow, column, value: value ?? '', code, reason, remedy })
    const before = refusals.length
    const number = row.staffNumber.toLowerCase()
    const staff = known.get(number)
    const earlier = planned.filter((one) => one.staffNumber.toLowerCase() === number)
    checkNumber(row, { staff, first: earlier[0], isTaken: registers.takenElsewhere.has(number) }, refuse)
    const place = placeOf(row, registers, refuse)
    if (refusals.length > before) continue
    const held = [...(staff?.posts ?? []), ...earlier.map((one) => ({ ...one, id: null }))].filter(
      (post) =>
        post.role === row.role &&
        post.centreId === place.centreId &&
        post.organisationId === place.organisationId,
    )
    const over = held.find((post) => overlaps(post, row))
    const same = over && over.id !== null && over.validFrom === row.validFrom ? (over as KnownPost) : null
    if (over && !same) {
      const until = over.validTo === null ? 'から続く' : `から ${over.validTo} までの`
      const reason = `同じ職が、${over.validFrom} ${until}期間と重なっています。`
      refuse('開始日', row.validFrom, 'post.overlaps', reason, '前の職を終えてから、次の職を始めてください。')
      continue
    }
    const isEnd = same !== null && row.validTo !== null && row.validTo !== same.validTo
    planned.push({
      ...row,
      ...place,
      staffId: staff?.id ?? null,
      deed: same ? (isEnd ? 'end' : 'none') : 'add',
      post: same,
    })
  }
  return { planned, refusals }
}

type Refuse = (column: string, value: string | null, code: string, reason: string, remedy: string) => void
const plain = (name: string) => name.normalize('NFKC').replace(/\s/gu, '')

function checkNumber(
  row: ListedPost,
  {
    staff,
    first,
    isTaken,
  }: { staff: KnownStaff | undefined; first: ListedPost | undefined; isTaken: boolean },
  refuse: Refuse,
): void {
  if (isTaken) {
    const remedy = 'この機械のほかの保険者が使っています。別の番号にしてください。'
    refuse('職員番号', row.staffNumber, 'number.taken', 'この職員番号は使えません。', remedy)
  }
  if (staff && plain(staff.name) !== plain(row.name)) {
    const reason = `職員番号 ${row.staffNumber} は、別の氏名で登録されています。`
    refuse('氏名', row.name, 'number.other-name', reason, '番号か氏名を確かめてください。')
  }
  if (!staff && first && plain(first.name) !== plain(row.name)) {
    const reason = `職員番号 ${row.staffNumber} は、${first.sourceRow} 行目では別の氏名です。`
    refuse('職員番号', row.staffNumber, 'number.twice', reason, '一人に一つの番号にしてください。')
  }
  const profession = staff?.profession ?? first?.profession
  if (profession !== undefined && profession !== row.profession) {
    const reason = '同じ職員番号の、別の職種が登録されています。'
    refuse('職種', row.profession, 'number.other-profession', reason, '職種をそろえてください。')
  }
}

function placeOf(
  row: ListedPost,
  { centres, organisations }: Registers,
  refuse: Refuse,
): { centreId: string | null; organisationId: string | null } {
  const { reach, label } = ROLES[row.role]
  const find = (places: readonly Place[], column: string, typed: string | null): string | null => {
    if (typed === null) return null
    const found = places.filter(({ name, shortName }) => name === typed || shortName === typed)
    const holds = found.find(
      ({ validFrom, validTo }) =>
        (validFrom === null || validFrom <= row.validFrom) &&
        (validTo === null || validTo >= (row.validTo ?? '9999-12-31')),
    )
    if (holds) return holds.id
    if (found[0]) {
      const until = found[0].validTo === null ? '' : ` ${found[0].validTo} まで`
      const reason = `${typed} は${found[0].validFrom === null ? '' : ` ${found[0].validFrom} から`}${until}です。`
      refuse(column, typed, 'place.not-in-force', reason, '職の期間を、その中に収めてください。')
    } else {
      refuse(
        column,
        typed,
        'place.unknown',
        `${column}「${typed}」は、台帳にありません。`,
        '台帳の名称か略称で入れてください。',
      )
    }
    return null
  }
  const centreId = find(centres, 'センター', row.centre)
  const organisationId = find(organisations, '事業所', row.organisation)
  if (reach === 'centre' && row.centre === null) {
    refuse(
      'センター',
      null,
      'centre-needed',
      `${label}には、センターが要ります。`,
      'センターを入れてください。',
    )
  }
  if (reach === 'assignment' && row.organisation === null) {
    refuse(
      '事業所',
      null,
      'organisation-needed',
      `${label}には、事業所が要ります。`,
      '事業所を入れてください。',
    )
  }
  if (reach === 'insurer' && row.centre !== null) {
    const remedy = 'センターの欄を空けるか、センターの役割にしてください。'
    refuse('センター', row.centre, 'centre-needless', `${label}は保険者全体の役割です。`, remedy)
  }
  return { centreId, organisationId }
}

const overlaps = (
  a: { validFrom: string; validTo: string | null },
  b: { validFrom: string; validTo: string | null },
): boolean =>
  (b.validTo === null || a.validFrom <= b.validTo) && (a.validTo === null || b.validFrom <= a.validTo)
