import type { ImportContext } from '../../../platform/import/index.ts'
import { events } from './interpret-record.ts'

const HIDDEN = `'（表示しません）'`
const CHANGED = `'変わります'`

/** Fields shown by name only: a report is kept, and nothing personal may stay in it, least of all of the protected. */
const named: readonly [string, string][] = [
  ['氏名', 'p.name is distinct from n.name'],
  ['フリガナ', `n.kana <> '' and p.kana is distinct from n.kana`],
  ['生年月日', '(p.birth_on, p.birth_uncertainty) is distinct from (n.birth_on, n.birth_uncertainty)'],
  ['性別', 'p.sex is distinct from n.sex'],
  ['続柄', 'p.relationship is distinct from n.relationship'],
  ['被保険者番号', 'p.insured_number is distinct from n.insured_number'],
  ['世帯', 'p.household_number is distinct from n.household_number'],
  [
    '住所',
    `(coalesce(a.postal_code, p.postal_code), coalesce(a.town_id, p.town_id), coalesce(a.address_rest, p.address_rest),
      coalesce(a.building, p.building)) is distinct from (n.postal_code, n.town_id, n.address_rest, n.building)`,
  ],
  ['電話', 'n.phone is not null and coalesce(a.phone, p.phone) is distinct from n.phone'],
]
/** Fields shown with their values: standing, nothing that finds or names anybody. */
const shown: readonly [string, string, string][] = [
  ['資格取得日', 'p.insured_from', 'n.insured_from'],
  [
    '資格喪失日',
    'p.insured_to',
    `case when n.action = 'withdraw' then coalesce(p.insured_to, n.withdrawn_on) else n.insured_to end`,
  ],
  ['住所地特例', 'p.is_resident_exception', 'n.is_resident_exception'],
  ['支援措置', 'p.is_protected', 'n.is_protected'],
  ['死亡日', 'p.died_on', `case when n.has_returned then n.died_on else coalesce(n.died_on, p.died_on) end`],
  [
    '転出日',
    'p.moved_out_on',
    `case when n.has_returned then n.moved_out_on else coalesce(n.moved_out_on, p.moved_out_on) end`,
  ],
  ['もとの登録', 'p.source', `'core-system'`],
]

const before = [
  ...named.map(([label]) => `'${label}', ${HIDDEN}`),
  ...shown.map(([label, stored]) => `'${label}', ${stored}`),
].join(', ')
const after = [
  ...named.map(
    ([label, differs]) =>
      `'${label}', case when n.action <> 'withdraw' and (${differs}) then ${CHANGED} else ${HIDDEN} end`,
  ),
  ...shown.map(([label, , next]) => `'${label}', ${next}`),
].join(', ')

/** 異動事由 in the words of the file: says what kind of new row it is, and nobody's name. */
const reason = `case n.event ${Object.entries(events)
  .map(([word, code]) => `when '${code}' then '${word}'`)
  .join(' ')} else '記載なし' end`

/**
 * People by 宛名番号. Rows that a newer 履歴番号 of the same person, stored or in the file, makes needless count as unchanged.
 * Removed: who was insured and is no longer in a full list; reported once, never deleted.
 */
export function comparePeople({ insurerId }: ImportContext): { text: string; values: unknown[] } {
  return {
    text: `
      select case n.action when 'add' then 'added' when 'same' then 'unchanged' else 'changed' end as state,
        '宛名番号 ' || n.resident_number as key,
        case when n.action in ('change', 'join', 'withdraw') then json_build_object(${before}) end as before,
        case when n.action in ('change', 'join', 'withdraw') then json_build_object(${after})
          when n.action = 'add' then json_build_object('種別', '新しい方', '異動事由', ${reason}) end as after
      from planned n
      left join casework.person p on p.insurer_id = $1 and p.id = n.person_id and n.action in ('change', 'join', 'withdraw')
      left join casework.person_protected a on a.insurer_id = $1 and a.person_id = p.id
      union all
      select 'unchanged', '宛名番号 ' || s.resident_number, null, null
      from stage s where not exists (select 1 from planned n
        where n.resident_number = s.resident_number and n.row_number = s.row_number)
      union all
      select 'removed', '宛名番号 ' || v.resident_number,
        json_build_object('種別', '一覧からいなくなった方（記録は残ります）'), null from (${VANISHED}) v`,
    values: [insurerId],
  }
}

/** $1 insurer. Still insured by what is stored, and neither reported before nor gone. */
export const VANISHED = `
  select p.id, p.resident_number from casework.person p
  left join casework.core_row c on c.insurer_id = $1 and c.resident_number = p.resident_number
  where p.insurer_id = $1 and p.resident_number is not null and p.source = 'core-system' and p.merged_into is null
    and p.died_on is null and p.moved_out_on is null and c.missing_since is null
    and exists (select 1 from stage where file_kind = 'full')
    and (p.insured_to is null or p.insured_to >= (select max(created_on) from stage))
    and not exists (select 1 from planned n where n.resident_number = p.resident_number)`
