import type pg from 'pg'
import type { ImportContext } from '../../../platform/import/index.ts'
import { VANISHED } from './compare.ts'
import { applyDepartures, collectDepartures } from './departures.ts'
import { collectKeys, storeKeys } from './store-keys.ts'

/**
 * Stores what `planned` says. 支援措置 first: who becomes protected loses the address in casework.person before a new one
 * comes, and a protected address goes to casework.person_protected and nowhere else.
 */
export async function applyPeople(
  client: pg.ClientBase,
  context: ImportContext,
  step: () => Promise<void>,
): Promise<void> {
  const { insurerId, now } = context
  for (const text of [PROTECT, WITHDRAW, WITHOUT_CENTRE]) await client.query(text, [insurerId])
  await collectKeys(client, insurerId)
  await collectDepartures(client, insurerId)
  await step()
  for (const text of [ADD, CHANGE]) {
    await client.query(text, [insurerId, now.toString()])
    await step()
  }
  await client.query(KEEP_PROTECTED, [insurerId])
  await client.query(END_PROTECTED, [insurerId])
  await storeKeys(client, step)
  await client.query(ROWS, [insurerId])
  await client.query(FOLLOW)
  await step()
  await client.query(MISSING, [insurerId])
  await applyDepartures(client, context, step)
}

const COMING = `n.action in ('change', 'join')`

const PROTECT = `
  update casework.person p set is_protected = true from planned n
  where p.insurer_id = $1 and p.id = n.person_id and n.action in ('change', 'join', 'withdraw')
    and n.is_protected and not p.is_protected`

const WITHDRAW = `
  update casework.person p set insured_to = coalesce(p.insured_to, n.withdrawn_on), resident_history_number = n.history_number,
    core_updated_at = n.core_updated_at
  from planned n where p.insurer_id = $1 and p.id = n.person_id and n.action = 'withdraw'`

const ADD = `
  insert into casework.person (insurer_id, id, centre_id, area_id, town_id, resident_number, resident_history_number,
    household_number, insured_number, name, kana, name_fold, kana_fold, birth_on, birth_uncertainty, sex, relationship,
    postal_code, address_rest, building, address_fold, phone, phone_fold, is_protected, insured_from, insured_to,
    is_resident_exception, last_event, last_event_on, moved_out_on, died_on, source, core_updated_at, created_at, updated_at)
  select $1, n.person_id, n.area_centre_id, n.town_area_id, case when n.is_protected then null else n.town_id end,
    n.resident_number, n.history_number, n.household_number, n.insured_number, n.name, n.kana, n.name_fold, n.kana_fold,
    n.birth_on, n.birth_uncertainty, n.sex, n.relationship,
    case when n.is_protected then null else n.postal_code end, case when n.is_protected then null else n.address_rest end,
    case when n.is_protected then null else n.building end, n.address_fold,
    case when n.is_protected then null else n.phone end, n.phone_fold, n.is_protected, n.insured_from, n.insured_to,
    n.is_resident_exception, n.event, n.event_on, n.moved_out_on, n.died_on, 'core-system', n.core_updated_at, $2, $2
  from planned n where n.action = 'add'`

// the phone of a hand stays where the core system has none; note, alias, staff and centre are the hand's
const CHANGE = `
  update casework.person p set
    resident_number = n.resident_number, resident_history_number = n.history_number, household_number = n.household_number,
    insured_number = coalesce(n.insured_number, p.insured_number), name = n.name, name_fold = n.name_fold,
    kana = case when n.kana = '' then p.kana else n.kana end, kana_fold = case when n.kana = '' then p.kana_fold else n.kana_fold end,
    birth_on = n.birth_on, birth_uncertainty = n.birth_uncertainty, sex = n.sex, relationship = n.relationship,
    is_protected = n.is_protected,
    postal_code = case when n.is_protected then null else n.postal_code end,
    town_id = case when n.is_protected then null else n.town_id end,
    address_rest = case when n.is_protected then null else n.address_rest end,
    building = case when n.is_protected then null else n.building end, address_fold = n.address_fold,
    phone = case when n.is_protected then null else coalesce(n.phone, p.phone, a.phone) end,
    phone_fold = case when n.is_protected then '' when n.phone is not null then n.phone_fold when p.phone is not null then p.phone_fold
      else regexp_replace(normalize(coalesce(a.phone, ''), NFKC), '[^0-9]', '', 'g') end,
    area_id = coalesce(n.town_area_id, case when n.town_id is not distinct from coalesce(a.town_id, p.town_id) then p.area_id end),
    centre_id = coalesce(p.centre_id, n.area_centre_id),
    insured_from = coalesce(n.insured_from, p.insured_from), insured_to = n.insured_to,
    is_resident_exception = n.is_resident_exception,
    last_event = coalesce(n.event, p.last_event), last_event_on = case when n.event is null then p.last_event_on else n.event_on end,
    moved_out_on = case when n.has_returned then n.moved_out_on else coalesce(n.moved_out_on, p.moved_out_on) end,
    died_on = case when n.has_returned then n.died_on else coalesce(n.died_on, p.died_on) end,
    source = 'core-system', core_updated_at = n.core_updated_at, updated_at = $2
  from planned n left join casework.person_protected a on a.insurer_id = $1 and a.person_id = n.person_id
  where p.insurer_id = $1 and p.id = n.person_id and ${COMING}`

const KEEP_PROTECTED = `
  insert into casework.person_protected as kept (insurer_id, person_id, postal_code, town_id, address_rest, building, phone, protected_from)
  select $1, n.person_id, n.postal_code, n.town_id, n.address_rest, n.building, n.phone, n.created_on
  from planned n where n.is_protected and n.action in ('add', 'change', 'join')
  on conflict (insurer_id, person_id) do update set postal_code = excluded.postal_code, town_id = excluded.town_id,
    address_rest = excluded.address_rest, building = excluded.building, phone = coalesce(excluded.phone, kept.phone)
  where (kept.postal_code, kept.town_id, kept.address_rest, kept.building, kept.phone) is distinct from
    (excluded.postal_code, excluded.town_id, excluded.address_rest, excluded.building, coalesce(excluded.phone, kept.phone))`

const END_PROTECTED = `
  delete from casework.person_protected a using planned n
  where a.insurer_id = $1 and a.person_id = n.person_id and ${COMING} and not n.is_protected`

const ROWS = `
  insert into casework.core_row (insurer_id, resident_number, person_id, history_number, digest)
  select $1, n.resident_number, n.person_id, n.history_number, n.digest from planned n
  where n.action in ('add', 'change', 'join', 'withdraw') or n.merged_into is not null
  on conflict (insurer_id, resident_number) do update set person_id = excluded.person_id,
    history_number = excluded.history_number, digest = excluded.digest, missing_since = null`

const WITHOUT_CENTRE = `
  create temporary table first_centre on commit drop as select n.person_id from planned n
  join casework.person p on p.insurer_id = $1 and p.id = n.person_id and p.centre_id is null
  where ${COMING} and n.area_centre_id is not null`

const FOLLOW = `select casework.follow_first_centre(array_agg(person_id)) from first_centre having count(*) > 0`

const MISSING = `
  with gone as (${VANISHED})
  insert into casework.core_row (insurer_id, resident_number, person_id, history_number, digest, missing_since)
  select $1, g.resident_number, g.id, coalesce(p.resident_history_number, 0), '', (select max(created_on) from stage)
  from gone g join casework.person p on p.insurer_id = $1 and p.id = g.id
  on conflict (insurer_id, resident_number) do update set missing_since = excluded.missing_since`
