import { formatDate, type IsoDate } from '../../platform/calendar/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { pdf, type TableFile } from '../../platform/documents/index.ts'
import { invalid, notFound } from '../../platform/errors/index.ts'
import type { Identity } from '../../platform/identity/index.ts'
import type { WaitingStaff } from './schema.ts'

type Accounts = Pick<Identity, 'accountStates' | 'resetPassword'>
type Waiting = WaitingStaff['items'][number]

const STAFF = `
  select f.id, f.staff_number as "staffNumber", f.name, f.kana, coalesce((
    select string_agg(distinct coalesce(c.name, o.name, '市（保険者）全体'), '、')
    from registers.post p
    left join registers.centre c on c.insurer_id = p.insurer_id and c.id = p.centre_id
    left join registers.organisation o on o.insurer_id = p.insurer_id and o.id = p.organisation_id
    where p.insurer_id = $1 and p.staff_id = f.id and (p.valid_to is null or p.valid_to >= $2::date)), '') as places
  from registers.staff f
  where f.insurer_id = $1 and (f.valid_to is null or f.valid_to >= $2::date)
  order by places, f.staff_number`

/** Staff who have not chosen a password of their own and are not signed in. */
export async function waitingStaff(work: Work, accounts: Accounts): Promise<Waiting[]> {
  const [rows] = (await work.flight([{ text: STAFF, values: [work.actor.insurerId, work.today] }])) as [
    Waiting[],
  ]
  const states = await accounts.accountStates(
    work.actor.insurerId,
    rows.map(({ id }) => id),
  )
  const waits = new Set(states.filter((one) => one.mustChangePassword).map(({ staffId }) => staffId))
  const items = rows.filter(({ id }) => waits.has(id))
  work.about('staff', undefined, { count: items.length })
  return items
}

/**
 * New first passwords on paper, a slip each. They stand in this file and nowhere else: no second look, only a new one. Who has
 * chosen a password already keeps it.
 * @throws invalid when somebody chosen no longer waits
 */
export async function firstPasswordSlips(
  work: Work,
  accounts: Accounts,
  staffIds: readonly string[],
): Promise<TableFile> {
  const waiting = new Map((await waitingStaff(work, accounts)).map((one) => [one.id, one]))
  const chosen = staffIds.map((id) => waiting.get(id))
  if (chosen.some((one) => one === undefined)) {
    const message = 'もう自分のパスワードを決めた人がいます。一覧を開き直して、選び直してください。'
    throw invalid([{ path: 'staffIds', code: 'not-waiting', message }])
  }
  const people = chosen.filter((one) => one !== undefined)
  const { insurerId } = work.actor
  work.about('staff', undefined, { count: people.length, staffIds: [...staffIds] })
  // on record before it is done: accounts live outside the tenant's transaction
  const [insurer] = await work.write(async (tx) => {
    const ids = people.map(({ id }) => id)
    await tx.query(`select registers.note_reset(id, 'password') from unnest($1::uuid[]) id`, [ids])
    return tx.query<{ name: string }>('select name from registers.insurer where insurer_id = $1', [insurerId])
  })
  const slips: { name: string; kana: string; staffNumber: string; places: string; password: string }[] = []
  for (const { id, name, kana, staffNumber, places } of people) {
    const password = await accounts.resetPassword({ insurerId, staffId: id })
    if (password === null) throw notFound()
    slips.push({ name, kana, staffNumber, places, password })
  }
  const made = formatDate(work.today as IsoDate)
  const bytes = await pdf(
    'registers/staff/documents/first-passwords.typ',
    { insurer: insurer?.name ?? '', made, slips },
    work.clock.now(),
  )
  return {
    name: `最初のパスワード_${work.today}.pdf`,
    type: 'application/pdf',
    bytes: Uint8Array.from(bytes),
  }
}
