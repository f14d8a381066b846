import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Refusal, TabularSource } from '../../exchange/tabular/index.ts'
import { ROLES } from '../../platform/access/index.ts'
import { firstPassword, hashPassword } from '../../platform/identity/index.ts'
import type { ImportContext, ImportKind, Notice, ReadItem } from '../../platform/import/index.ts'
import { type ListedPost, type PlannedPost, planStaff, type Registers } from './rules/plan-staff.ts'
import { isPlausible } from './rules/plausible.ts'
import { missingProfessions } from './rules/three-professions.ts'
import { readStaff } from './staff-file.ts'
import { professionWords } from './words.ts'

/** The kind keeps nothing between its steps but temporary tables: what was planned stands in `planned`, one json a row. */
const STAGED = `select file_name as file, source_row as "sourceRow", staff_number as "staffNumber", name, kana, profession, role,
  centre, organisation, valid_from::text as "validFrom", valid_to::text as "validTo" from stage order by row_number`

const COMPARE = `
  select case when p.row ->> 'deed' = 'none' then 'unchanged' when p.row ->> 'staffId' is null then 'added' else 'changed' end as state,
    (p.row ->> 'staffNumber') || ' ' || (p.row ->> 'name') as key,
    case when p.row ->> 'staffId' is not null then json_build_object('職種', p.shown ->> 'profession', '職', null, '所属', null,
      '期間', null, '終わる日', p.row -> 'post' ->> 'validTo') end as before,
    json_build_object('職種', p.shown ->> 'profession', '職', p.shown ->> 'role', '所属', p.shown ->> 'place',
      '期間', p.shown ->> 'period', '終わる日', p.row ->> 'validTo') as after
  from planned p`

/** 職員の一覧: new staff with their first post, and further posts of those who are registered. Accounts wait for a first password. */
export const staffKind: ImportKind = {
  kind: 'staff',
  label: '職員と職の一覧',
  help: '職員番号・氏名・フリガナ・職種・センター・事業所・役割・開始日・終了日の表です。様式は「職員をまとめて登録」で書き出せます。',
  extensions: ['.csv', '.xlsx'],
  target: 'tenant',
  may: 'staff.manage',
  audit: 'staff.imported',
  page: { path: '/staff/first-passwords', label: '最初のパスワードの紙を作る' },
  stage: [
    { name: 'staff_number', type: 'text' },
    { name: 'name', type: 'text' },
    { name: 'kana', type: 'text' },
    { name: 'profession', type: 'text' },
    { name: 'role', type: 'text' },
    { name: 'centre', type: 'text' },
    { name: 'organisation', type: 'text' },
    { name: 'valid_from', type: 'date' },
    { name: 'valid_to', type: 'date' },
    { name: 'file_name', type: 'text' },
    { name: 'source_row', type: 'integer' },
  ],
  read: readAll,
  check: plan,
  compare: () => ({ text: COMPARE, values: [] }),
  notices,
  apply,
}

async function* readAll(files: readonly TabularSource[]): AsyncGenerator<ReadItem> {
  for (const source of files) {
    for await (const item of await readStaff(source)) {
      if (item.kind === 'refused') yield { refused: item.refusal }
      else {
        const { rowNumber, ...row } = item.row
        yield {
          values: [
            row.staffNumber,
            row.name,
            row.kana,
            row.profession,
            row.role,
            row.centre,
            row.organisation,
            row.validFrom,
            row.validTo,
            source.name,
            rowNumber,
          ],
        }
      }
    }
  }
}

async function plan(client: pg.ClientBase, { insurerId }: ImportContext): Promise<Refusal[]> {
  const { rows } = await client.query<ListedPost>(STAGED)
  const { planned, refusals } = planStaff(rows, await registersFor(client, insurerId))
  await client.query('create temporary table planned (place integer, row jsonb, shown jsonb) on commit drop')
  await client.query(
    `insert into planned select (p ->> 'place')::integer, p -> 'row', p -> 'shown' from jsonb_array_elements($1::jsonb) p`,
    [JSON.stringify(planned.map((row, place) => ({ place, row, shown: shownOf(row) })))],
  )
  return refusals.map(({ reason, remedy, ...where }) => ({ ...where, cell: null, reason, remedy }))
}

const shownOf = ({ profession, role, centre, organisation, validFrom, validTo }: PlannedPost) => ({
  profession: professionWords[profession],
  role: ROLES[role].label,
  place: centre ?? organisation ?? '市（保険者）全体',
  period: `${validFrom} から${validTo === null ? '' : ` ${validTo} まで`}`,
})

/** What the plan is made beside; read under the administrator's own rights. */
async function registersFor(client: pg.ClientBase, insurerId: number | null): Promise<Registers> {
  const centres = await client.query(
    `select id, name, short_name as "shortName", valid_from::text as "validFrom", valid_to::text as "validTo"
     from registers.centre where insurer_id = $1`,
    [insurerId],
  )
  const organisations = await client.query(
    `select id, name, null as "shortName", null as "validFrom", valid_to::text as "validTo"
     from registers.organisation where insurer_id = $1`,
    [insurerId],
  )
  const staff = await client.query(
    `select f.id, f.staff_number as "staffNumber", f.name, f.profession, coalesce((
       select jsonb_agg(jsonb_build_object('id', p.id, 'version', p.version, 'role', p.role, 'centreId', p.centre_id,
         'organisationId', p.organisation_id, 'validFrom', p.valid_from, 'validTo', p.valid_to))
       from registers.post p where p.insurer_id = $1 and p.staff_id = f.id), '[]') as posts
     from registers.staff f
     where f.insurer_id = $1 and lower(f.staff_number) in (select lower(staff_number) from stage)`,
    [insurerId],
  )
  const taken = await client.query<{ number: string }>(
    'select number from registers.staff_numbers_elsewhere(array(select distinct staff_number from stage))',
  )
  return {
    centres: centres.rows,
    organisations: organisations.rows,
    staff: staff.rows,
    takenElsewhere: new Set(taken.rows.map(({ number }) => number.toLowerCase())),
  }
}

const plannedRows = async (client: pg.ClientBase): Promise<PlannedPost[]> =>
  (await client.query<{ row: PlannedPost }>('select row from planned order by place')).rows.map(
    ({ row }) => row,
  )

async function notices(client: pg.ClientBase, { insurerId, today }: ImportContext): Promise<Notice[]> {
  const planned = (await plannedRows(client)).filter(({ deed }) => deed === 'add')
  const said = (code: string, message: string, examples: string[]): Notice[] =>
    examples.length === 0 ? [] : [{ code, message, count: examples.length, examples: examples.slice(0, 20) }]
  const line = ({ sourceRow, role, profession }: PlannedPost) =>
    `${sourceRow}行目 ${ROLES[role].label}・${professionWords[profession]}`
  const second = await client.query<{ why: string | null; second: boolean }>(
    `select registers.why_second(coalesce((row ->> 'staffId')::uuid, '00000000-0000-0000-0000-000000000000'), row ->> 'role') as why,
       registers.has_second(coalesce((row ->> 'staffId')::uuid, '00000000-0000-0000-0000-000000000000')) as second
     from planned where row ->> 'deed' = 'add' order by place`,
  )
  const sensitive = planned.filter((_, at) => second.rows[at]?.why)
  const hasSecond = second.rows.some((row) => row.why && row.second)
  return [
    ...said(
      'staff.implausible',
      '職種と役割の組み合わせが珍しい行があります。まちがいでないか確かめてください。',
      planned.filter(({ role, profession }) => !isPlausible(role, profession)).map(line),
    ),
    ...said(
      'staff.three-professions',
      '三職種（保健師等・社会福祉士・主任介護支援専門員）のそろわないセンターがあります。',
      await incompleteCentres(client, insurerId, planned, today),
    ),
    ...said(
      hasSecond ? 'staff.second' : 'staff.alone',
      hasSecond
        ? '保険者全体の職と管理者の職は、もう一人の管理者か保険者職員が確認してから有効になります。'
        : '保険者全体の職か管理者の職があります。確認できる人がまだいないため、すぐに有効になり、そのことが監査に残ります。',
      sensitive.map(line),
    ),
    ...said(
      'staff.ended',
      '終了日の過ぎた職があります。記録には残りますが、サインインはできません。',
      planned.filter(({ validTo }) => validTo !== null && validTo < today).map(line),
    ),
  ]
}

/** Centres that get somebody by the list and still lack a profession on the day when all of these have begun. */
async function incompleteCentres(
  client: pg.ClientBase,
  insurerId: number | null,
  planned: readonly PlannedPost[],
  today: string,
): Promise<string[]> {
  const found: string[] = []
  for (const centreId of new Set(planned.flatMap(({ centreId }) => centreId ?? []))) {
    const coming = planned.filter((one) => one.centreId === centreId)
    const day =
      coming
        .map(({ validFrom }) => validFrom)
        .toSorted()
        .at(-1) ?? today
    const judgedOn = day > today ? day : today
    const { rows } = await client.query<{
      name: string
      kind: string
      staff: { role: string; profession: string }[]
    }>(
      `select c.name, c.kind, coalesce((
         select jsonb_agg(jsonb_build_object('role', p.role, 'profession', f.profession))
         from registers.post p join registers.staff f on f.insurer_id = p.insurer_id and f.id = p.staff_id
         where p.insurer_id = $1 and p.centre_id = c.id and p.valid_from <= $3::date
           and (p.valid_to is null or p.valid_to >= $3::date)), '[]') as staff
       from registers.centre c where c.insurer_id = $1 and c.id = $2`,
      [insurerId, centreId, judgedOn],
    )
    const [centre] = rows
    if (!centre || centre.kind === 'branch' || centre.kind === 'sub') continue
    const there = coming.filter(({ validTo }) => validTo === null || validTo >= judgedOn)
    const missing = missingProfessions([...centre.staff, ...there])
    if (missing.length > 0) found.push(`${centre.name}: ${missing.join('・')}なし`)
  }
  return found
}

async function apply(
  client: pg.ClientBase,
  { now }: ImportContext,
  step: () => Promise<void>,
): Promise<void> {
  // nobody knows this password: the paper slips come by their own door, which makes a new one for each
  const locked = await hashPassword(firstPassword())
  const made = new Map<string, string>()
  for (const row of await plannedRows(client)) {
    const number = row.staffNumber.toLowerCase()
    let staffId = row.staffId ?? made.get(number)
    if (staffId === undefined) {
      staffId = randomUUID()
      made.set(number, staffId)
      const { staffNumber, name, kana, profession, validFrom } = row
      await client.query('select registers.add_staff($1, $2, $3, $4, $5, $6::date, $7, $8)', [
        staffId,
        staffNumber,
        name,
        kana,
        profession,
        validFrom,
        locked,
        now.toString(),
      ])
    }
    if (row.deed === 'add') {
      await client.query('select registers.add_post($1, $2, $3, $4, $5, $6::date, $7::date)', [
        randomUUID(),
        staffId,
        row.role,
        row.centreId,
        row.organisationId,
        row.validFrom,
        row.validTo,
      ])
    } else if (row.deed === 'end' && row.post) {
      await client.query('select registers.end_post($1, $2, $3::date)', [
        row.post.id,
        row.post.version,
        row.validTo,
      ])
    }
    await step()
  }
}

export const imports: ImportKind[] = [staffKind]
