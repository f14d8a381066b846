import { ROLES } from '../../platform/access/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { invalid, notFound } from '../../platform/errors/index.ts'
import type { AccountState, Identity } from '../../platform/identity/index.ts'
import type { Account, ListStaff, StaffMember, StaffPage, StaffRow, StoredPost } from './schema.ts'

/** The door of identity for the states of accounts. */
type Accounts = Pick<Identity, 'accountStates'>

interface Row extends Omit<StaffRow, 'posts'> {
  posts: Omit<StoredPost, 'roleLabel'>[]
}

const SELECT = `
  select f.id, f.staff_number as "staffNumber", f.name, f.kana, f.profession, f.valid_from as "validFrom",
    f.valid_to as "validTo",
    coalesce((
      select jsonb_agg(jsonb_build_object('id', p.id, 'version', p.version, 'role', p.role, 'centreName', c.name,
        'organisationName', o.name, 'validFrom', p.valid_from, 'validTo', p.valid_to) order by p.valid_from desc, p.id)
      from registers.post p
      left join registers.centre c on c.insurer_id = p.insurer_id and c.id = p.centre_id
      left join registers.organisation o on o.insurer_id = p.insurer_id and o.id = p.organisation_id
      where p.insurer_id = $1 and p.staff_id = f.id), '[]') as posts
  from registers.staff f`
const LIST = `${SELECT} where f.insurer_id = $1 and f.staff_number > $2 order by f.staff_number limit $3`
const ONE = `${SELECT} where f.insurer_id = $1 and f.id = $2`

const labels: Record<string, { label: string }> = ROLES

/** Staff of the actor's insurer by staff number, each with all posts and the state of the account. */
export async function listStaff(
  work: Work,
  accounts: Accounts,
  { cursor, limit }: ListStaff,
): Promise<StaffPage> {
  const after = cursor === null ? '' : decode(cursor)
  const [rows] = (await work.flight([{ text: LIST, values: [work.actor.insurerId, after, limit + 1] }])) as [
    Row[],
  ]
  const page = await withAccounts(work, accounts, rows.slice(0, limit))
  work.about('staff', undefined, { count: page.length })
  const last = page.at(-1)
  return {
    rows: page,
    nextCursor: rows.length > limit && last ? Buffer.from(last.staffNumber).toString('base64url') : null,
  }
}

/** One member of staff. @throws notFound */
export async function findStaff(work: Work, accounts: Accounts, staffId: string): Promise<StaffMember> {
  work.about('staff', staffId)
  const [rows] = (await work.flight([{ text: ONE, values: [work.actor.insurerId, staffId] }])) as [Row[]]
  const [member] = await withAccounts(work, accounts, rows)
  if (!member) throw notFound()
  return member
}

async function withAccounts(work: Work, accounts: Accounts, rows: readonly Row[]): Promise<StaffMember[]> {
  const states = await accounts.accountStates(
    work.actor.insurerId,
    rows.map(({ id }) => id),
  )
  const byStaff = new Map(states.map((state) => [state.staffId, accountOf(state)]))
  return rows.map((row) => ({
    ...row,
    posts: row.posts.map((post) => ({ ...post, roleLabel: labels[post.role]?.label ?? post.role })),
    account: byStaff.get(row.id) ?? null,
  }))
}

const accountOf = ({ staffId: _, ...account }: AccountState): Account => account

function decode(cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString()
  if (/^[\w.-]{1,50}$/.test(text)) return text
  throw invalid([
    { path: 'cursor', code: 'cursor', message: '続きの位置が読めません。一覧を開き直してください。' },
  ])
}
