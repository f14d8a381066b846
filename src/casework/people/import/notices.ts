import type pg from 'pg'
import type { ImportContext, Notice } from '../../../platform/import/index.ts'
import { filesInOrder, gapDays } from './file-order.ts'
import { lastCreatedOn } from './plan.ts'

interface Question {
  code: string
  message: (count: string) => string
  /** a condition on `planned n` beside the stored person p and the protected address a; $1 insurer */
  where: string
}

const questions: readonly Question[] = [
  {
    code: 'person.joined',
    message: (n) => `手で登録されていた ${n} 人を、被保険者番号が同じ人として基幹システムの人に結びます。`,
    where: `n.action = 'join'`,
  },
  {
    code: 'person.maybe-known',
    message: (n) =>
      `新しい ${n} 人には、氏名と生年月日が同じ、手で登録された人がいます。自動では結びません。同じ人か確かめてください。`,
    where: `n.action = 'add' and n.birth_on is not null and exists (select 1 from casework.person h where h.insurer_id = $1
      and h.resident_number is null and h.merged_into is null and h.birth_on = n.birth_on and h.name_fold = n.name_fold)`,
  },
  {
    code: 'person.number-of-another',
    message: (n) =>
      `新しい ${n} 人の被保険者番号は、手で登録された別の生年月日の人が持っています。どちらかの番号を確かめてください。`,
    where: `n.action = 'add' and n.insured_number is not null and exists (select 1 from casework.person h where h.insurer_id = $1
      and h.resident_number is null and h.merged_into is null and h.insured_number = n.insured_number)`,
  },
  {
    code: 'person.area-changed',
    message: (n) =>
      `転居して担当センターの区域が変わった人が ${n} 人います。担当は変えません。引き継ぐかどうかを確かめてください。`,
    where: `n.action in ('change', 'join') and n.town_id is distinct from coalesce(a.town_id, p.town_id)
      and p.centre_id is not null and n.area_centre_id is not null and p.centre_id <> n.area_centre_id`,
  },
  {
    code: 'person.no-centre',
    message: (n) =>
      `町から担当センターを決められない新しい人が ${n} 人います。町の一覧と圏域を確かめてください。`,
    where: `n.action = 'add' and n.area_centre_id is null`,
  },
  {
    code: 'person.protection-ended',
    message: (n) => `支援措置が終わった人が ${n} 人います。住所と電話がふつうに見えるようになります。`,
    where: `n.action in ('change', 'join') and p.is_protected and not n.is_protected`,
  },
  {
    code: 'person.departed-with-work',
    message: (n) =>
      `死亡・転出になる ${n} 人に、終わっていない予定か担当者があります。予定は取りやめ、担当者の「きょう」に手続きの予定を作ります。`,
    where: `n.action in ('change', 'join')
      and (n.died_on is not null and p.died_on is null or n.moved_out_on is not null and p.moved_out_on is null)
      and (p.staff_id is not null or exists (select from platform.task t where t.insurer_id = $1 and t.person_id = p.id
        and t.state in ('open', 'waiting')))`,
  },
  {
    code: 'person.merged-away',
    message: (n) =>
      `統合された記録の宛名番号で、新しい内容が ${n} 件届きました。統合先の方の記録は変えません。統合先の宛名番号の内容と合っているかを確かめてください。`,
    where: `n.merged_into is not null and n.digest is distinct from n.stored_digest`,
  },
  {
    code: 'person.no-kana',
    message: (n) => `フリガナのない人が ${n} 人います。読みでは探せません。`,
    where: `n.action = 'add' and n.kana = ''`,
  },
  {
    code: 'person.withdrawn-unknown',
    message: (n) => `登録のない人の取り消し（削除区分 1）が ${n} 件ありました。何もしません。`,
    where: `n.known_id is null and n.is_deleted`,
  },
  {
    code: 'person.number-twice',
    message: (n) =>
      `同じ被保険者番号が、別の宛名番号の人にもあります（${n} 人）。基幹システムで確かめてください。`,
    where: `n.insured_number is not null and not n.is_deleted and exists (select 1 from planned o
      where o.insured_number = n.insured_number and o.resident_number <> n.resident_number and not o.is_deleted)`,
  },
]

/** What an officer should look at, by 宛名番号; addresses and telephone numbers never stand in it. */
export async function noticesOfPeople(client: pg.ClientBase, context: ImportContext): Promise<Notice[]> {
  const found: Notice[] = [...(await aboutFiles(client, context)), ...(await stillMissing(client, context))]
  await client.query('create index on planned (insured_number) where insured_number is not null')
  for (const { code, message, where } of questions) {
    const { rows } = await client.query<{ count: number; examples: string[] }>(
      `select count(*)::int as count, coalesce((array_agg('宛名番号 ' || n.resident_number order by n.resident_number))[1:20], '{}') as examples
       from planned n left join casework.person p on p.insurer_id = $1 and p.id = n.person_id
       left join casework.person_protected a on a.insurer_id = $1 and a.person_id = p.id
       where ${where}`,
      [context.insurerId],
    )
    const { count, examples } = rows[0]!
    if (count > 0) found.push({ code, message: message(count.toLocaleString('ja-JP')), count, examples })
  }
  return found
}

async function aboutFiles(client: pg.ClientBase, { insurerId, checksums }: ImportContext): Promise<Notice[]> {
  const files = filesInOrder(checksums.keys())
  const last = await lastCreatedOn(client, insurerId)
  const days = gapDays(files, last)
  const names = files.map((file) => file.name)
  if (last === null && files[0]?.kind === 'diff') {
    const message = '全件のファイルをまだ取り込んでいません。差分だけでは、変わりのない人がそろいません。'
    return [{ code: 'file.no-full-list', message, count: 1, examples: names }]
  }
  if (days === null) return []
  const message = `前のファイルの作成日（${last}）から ${days} 日あいています。抜けた差分があるときは、全件を出し直してください。`
  return [{ code: 'file.gap', message, count: days, examples: names }]
}

async function stillMissing(client: pg.ClientBase, { insurerId }: ImportContext): Promise<Notice[]> {
  const { rows } = await client.query<{ n: number; examples: string[] }>(
    `select count(*)::int as n, coalesce((array_agg('宛名番号 ' || c.resident_number order by c.resident_number))[1:20], '{}') as examples
     from casework.core_row c where c.insurer_id = $1 and c.missing_since is not null
       and exists (select 1 from stage where file_kind = 'full')
       and not exists (select 1 from planned n where n.resident_number = c.resident_number)`,
    [insurerId],
  )
  const { n, examples } = rows[0]!
  if (n === 0) return []
  const message = `前から一覧にいない人が ${n.toLocaleString('ja-JP')} 人います（資格喪失は不明のまま）。基幹システムで確かめてください。`
  return [{ code: 'person.still-missing', message, count: n, examples }]
}
