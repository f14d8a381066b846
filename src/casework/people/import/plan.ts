import type pg from 'pg'
import type { Refusal } from '../../../exchange/tabular/index.ts'
import type { ImportContext } from '../../../platform/import/index.ts'
import { filesInOrder, refuseFiles } from './file-order.ts'
import { type KnownTown, matchTown } from './match-town.ts'

/**
 * Makes the temporary tables of a run (`town_match`, `planned`) and says what is refused. `planned` holds the newest row of
 * each 宛名番号 beside the person it belongs to and what is to happen:
 *  add · join (a person entered by hand, by 被保険者番号) · change · withdraw (削除区分) · same (nothing new)
 */
export async function planRun(client: pg.ClientBase, context: ImportContext): Promise<Refusal[]> {
  await client.query(`set local work_mem = '64MB'`)
  const refusals = refuseFiles(filesInOrder(context.checksums.keys()), await expectedOf(client, context))
  await matchTowns(client, context)
  await client.query(PLAN, [context.insurerId, context.today])
  await client.query(HAND_PROTECTED, [context.insurerId])
  await client.query('create index on planned (resident_number); analyze planned')
  return [...refusals, ...(await emptyFullList(client, context)), ...(await otherContent(client, context))]
}

/** 作成日 of the latest file that was taken in; null: none yet. */
export async function lastCreatedOn(client: pg.ClientBase, insurerId: number | null): Promise<string | null> {
  const { rows } = await client.query<{ last: string | null }>(
    'select max(created_on) as last from casework.core_import where insurer_id = $1',
    [insurerId],
  )
  return rows[0]?.last ?? null
}

async function expectedOf(client: pg.ClientBase, { insurerId, today }: ImportContext) {
  const { rows } = await client.query<{ number: string }>(
    'select insurer_number as number from registers.insurer where insurer_id = $1',
    [insurerId],
  )
  return {
    insurerNumber: rows[0]?.number ?? '',
    lastCreatedOn: await lastCreatedOn(client, insurerId),
    today,
  }
}

// 支援措置 that the insurer's officer set by hand goes on until the officer ends it, whatever the file says
const HAND_PROTECTED = `
  update planned n set is_protected = true, address_fold = '', phone_fold = '' from casework.person_restriction r
  where r.insurer_id = $1 and r.person_id = n.person_id and r.kind = 'protected' and r.ended_at is null and not n.is_protected`

/** A few hundred spellings, matched by the pure rule, then joined. */
async function matchTowns(client: pg.ClientBase, { insurerId }: ImportContext): Promise<void> {
  await client.query(
    'create temporary table town_match (town text primary key, town_id uuid, rest text) on commit drop',
  )
  const { rows: towns } = await client.query<KnownTown>(
    'select id, name, fold from registers.town where insurer_id = $1',
    [insurerId],
  )
  const { rows: spellings } = await client.query<{ town: string }>(
    'select distinct town from stage where town is not null',
  )
  const found = spellings.map(({ town }) => ({ town, match: matchTown(town, towns) }))
  await client.query('insert into town_match select * from unnest($1::text[], $2::uuid[], $3::text[])', [
    found.map(({ town }) => town),
    found.map(({ match }) => match?.id ?? null),
    found.map(({ town, match }) => match?.rest ?? town),
  ])
}

// $1 insurer, $2 today. A hand-entered person is joined only by a 被保険者番号 that one such person has, never against another
// birth date; name and birth alone only propose. The 宛名番号 of a record merged away that kept its own number beside the survivor's changes
// nothing: the survivor's own number speaks for the person, and a notice tells the officer.
const PLAN = `
  create temporary table planned on commit drop as
  with newest as (
    select distinct on (resident_number) * from stage order by resident_number, history_number desc, row_number desc
  ), placed as (
    select n.*, m.town_id, nullif(concat_ws('', nullif(coalesce(m.rest, ''), ''), n.lot), '') as address_rest,
      at.area_id as town_area_id, ca.centre_id as area_centre_id,
      count(n.insured_number) over (partition by n.insured_number) as of_number
    from newest n
    left join town_match m on m.town = n.town
    left join registers.area_town at on at.insurer_id = $1 and at.town_id = m.town_id
      and at.valid_from <= $2::date and (at.valid_to is null or at.valid_to >= $2::date)
    left join registers.centre_area ca on ca.insurer_id = $1 and ca.area_id = at.area_id
      and ca.valid_from <= $2::date and (ca.valid_to is null or ca.valid_to >= $2::date)
  ), by_number as (
    select h.insured_number, (array_agg(h.id))[1] as id, (array_agg(h.birth_on))[1] as birth_on
    from casework.person h
    where h.insurer_id = $1 and h.resident_number is null and h.merged_into is null and h.insured_number is not null
    group by h.insured_number having count(*) = 1
  ), known as (
    select n.*, p.id as known_id, h.id as hand_id, p.resident_history_number as stored_history, p.merged_into, c.digest as stored_digest,
      c.history_number as digest_history
    from placed n
    left join casework.person p on p.insurer_id = $1 and p.resident_number = n.resident_number
    left join casework.core_row c on c.insurer_id = $1 and c.resident_number = n.resident_number
    left join by_number h on p.id is null and h.insured_number = n.insured_number and n.of_number = 1
      and (h.birth_on is null or n.birth_on is null or h.birth_on = n.birth_on)
  )
  select k.*, coalesce(k.known_id, k.hand_id, uuidv7()) as person_id,
    case when k.known_id is null and k.is_deleted then 'same'
      when k.known_id is null and k.hand_id is not null then 'join'
      when k.known_id is null then 'add'
      when k.merged_into is not null then 'same'
      when k.history_number < k.stored_history then 'same'
      when k.history_number = k.stored_history and k.stored_digest = k.digest then 'same'
      when k.history_number = k.stored_history and k.digest_history = k.stored_history and k.stored_digest <> '' then 'refuse'
      when k.is_deleted then 'withdraw'
      else 'change' end as action
  from known k`

/** Every one would seem to have vanished. */
async function emptyFullList(client: pg.ClientBase, { checksums }: ImportContext): Promise<Refusal[]> {
  const full = filesInOrder(checksums.keys()).find((file) => file.kind === 'full')
  const { rows } = await client.query('select 1 from stage limit 1')
  if (!full || rows.length > 0) return []
  return [
    {
      file: full.name,
      row: null,
      column: null,
      cell: null,
      value: null,
      code: 'file.no-people',
      reason: '全件のファイルに、読み取れた人が一人もいません。',
      remedy: '基幹システムの出力条件を確かめて、出し直してください。',
    },
  ]
}

/** The key (宛名番号, 履歴番号) is known with other content: one of the two is wrong, and only the core system knows which. */
async function otherContent(client: pg.ClientBase, { insurerId }: ImportContext): Promise<Refusal[]> {
  const { rows } = await client.query<{ file_name: string; file_row: number }>(
    `select s.file_name, s.file_row from stage s
     join casework.core_row c on c.insurer_id = $1 and c.resident_number = s.resident_number
       and c.history_number = s.history_number and c.digest <> '' and c.digest <> s.digest
     where not exists (select 1 from stage later where later.resident_number = s.resident_number
       and later.history_number = s.history_number and later.row_number > s.row_number)
     order by s.row_number`,
    [insurerId],
  )
  return rows.map((row) => ({
    file: row.file_name,
    row: row.file_row,
    column: '履歴番号',
    cell: `B${row.file_row}`,
    value: null,
    code: 'row.other-content',
    reason: 'すでに取り込んだ同じ宛名番号・履歴番号の行と、内容が違います。',
    remedy: '基幹システムで、内容が変わったときに履歴番号が進むことを確かめて、出し直してください。',
  }))
}
