import { type Actor, recordCondition, scopeCondition } from '../../platform/access/index.ts'
import { ageYears } from '../../platform/calendar/index.ts'
import type { Statement } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { type Interpreted, interpret } from './rules/interpret.ts'
import { type Found, rankFound } from './rules/rank.ts'
import type { SearchBody, SearchItem, SearchResult } from './schema.ts'

type Row = Found & Omit<SearchItem, 'ageYears' | 'own' | 'sameNames' | 'matched'>

/** Rows looked at per way of finding; far above what is shown, so that ranking has something to choose from. */
const MOST = 100
/** Of the door: beginnings come back among the parts. */
const MOST_ANYWHERE = 200

const COLUMNS = `p.id, p.name, p.kana, p.kana_fold as "kanaFold", p.name_fold as "nameFold", p.birth_on as "birthOn", p.sex,
  t.name as "townName", c.name as "centreName", p.centre_id as "centreId", p.insured_number as "insuredNumber"`
const NAMES = `left join registers.town t on t.insurer_id = p.insurer_id and t.id = p.town_id
  left join registers.centre c on c.insurer_id = p.insurer_id and c.id = p.centre_id`
/** Behind every literal: the last letter there is, so that `fold < text || this` closes the range of a beginning. */
const LAST = '\u{10FFFF}'

/**
 * Finds people by whatever is typed: reading, name, number, telephone, address, with one typing error in the reading.
 * One round trip. Locked people appear to their own centre only; merged records never.
 */
export async function searchPeople(work: Work, body: SearchBody): Promise<SearchResult> {
  const typed = interpret(body.text, body.birthYear)
  const statements = statementsFor(work.actor, work.today, typed, body.scope)
  const answers = (await work.flight(statements)) as Row[][]
  const found = new Map<string, Row>()
  for (const row of answers.flat()) {
    const own = row.centreId !== null && row.centreId === work.actor.centreId
    if (!found.has(row.id)) found.set(row.id, { ...row, own })
  }
  const ranked = rankFound([...found.values()], typed)
  const items = ranked.slice(0, body.limit).map((row) => toItem(row, work.today))
  work.touched(...items.map((item) => item.id))
  work.about('person-search', undefined, { scope: body.scope, count: items.length })
  return { items, more: ranked.length > items.length || answers.some((rows) => rows.length >= MOST) }
}

const toItem = (row: Row & { sameNames: number }, today: string): SearchItem => ({
  id: row.id,
  name: row.name,
  kana: row.kana,
  birthOn: row.birthOn,
  ageYears: row.birthOn === null ? null : ageYears(row.birthOn, today),
  sex: row.sex,
  townName: row.townName,
  centreName: row.centreName,
  centreId: row.centreId,
  own: row.own,
  insuredNumber: row.insuredNumber,
  matched: row.matched,
  sameNames: row.sameNames,
})

function statementsFor(
  actor: Actor,
  today: string,
  typed: Interpreted,
  scope: SearchBody['scope'],
): Statement[] {
  const statements: Statement[] = []
  const key = typed.name ?? typed.kana
  if (key !== null) {
    statements.push(beginning(actor, today, typed))
    if (actor.reach === 'centre' && scope === 'all') statements.push(grantedBeginning(actor, today, typed))
  }
  // a written name together with a reading is narrowed by both: the beginning says all
  const isBoth = typed.name !== null && typed.kana !== null
  if (!isBoth && (key !== null || typed.digits !== null))
    statements.push(anywhere(actor, today, typed, scope))
  return statements
}

/**
 * Beginning of the reading or of the written name, by range on a btree: an index that row-level security lets through. A
 * centre's reader gets the first of each centre in the order of the index; `centre_id = any (…)` would sort them all.
 */
function beginning(actor: Actor, today: string, typed: Interpreted): Statement {
  const column = typed.name === null ? 'kana_fold' : 'name_fold'
  const condition = scopeCondition(actor, today, { alias: 'p', person: 'id', next: 8 })
  const values = [...beginningValues(actor, typed), ...condition.values]
  const isCentre = actor.reach === 'centre'
  const rows = `select p.* from casework.person p
    where ${condition.sql} ${isCentre ? 'and p.centre_id = own.id' : ''} and p.${column} >= $1 and p.${column} < $2
      and ($3::text is null or position($3 in p.kana_fold) > 0)
      and ($4::date is null or (p.birth_on >= $4 and p.birth_on <= $5::date))
      and p.merged_into is null and (not p.is_locked or p.centre_id = $7::uuid)
    order by p.${column}, p.id limit $6`
  const from = isCentre
    ? `(select f.* from unnest($${values.length + 1}::uuid[]) own (id) cross join lateral (${rows}) f)`
    : `(${rows})`
  return {
    text: `select ${COLUMNS}, '${typed.name === null ? 'kana' : 'name'}' as matched from ${from} p ${NAMES}`,
    values: isCentre ? [...values, actor.centreIds] : values,
  }
}

function beginningValues(actor: Actor, typed: Interpreted): unknown[] {
  const key = typed.name ?? typed.kana ?? ''
  const reading = typed.name === null ? null : typed.kana
  return [key, key + LAST, reading, typed.bornFrom, typed.bornTo, MOST, actor.centreId]
}

/** The same for people of other centres to whom the reader holds an access today: driven by the few accesses. */
function grantedBeginning(actor: Actor, today: string, typed: Interpreted): Statement {
  const column = typed.name === null ? 'kana_fold' : 'name_fold'
  const granted = scopeCondition({ ...actor, reach: 'assignment' }, today, {
    alias: 'p',
    person: 'id',
    next: 8,
  })
  return {
    text: `select ${COLUMNS}, '${typed.name === null ? 'kana' : 'name'}' as matched from casework.person p ${NAMES}
      where ${granted.sql} and p.${column} >= $1 and p.${column} < $2
        and ($3::text is null or position($3 in p.kana_fold) > 0)
        and ($4::date is null or (p.birth_on >= $4 and p.birth_on <= $5::date))
        and p.merged_into is null and (not p.is_locked or p.centre_id = $7::uuid)
      order by p.${column}, p.id limit $6`,
    values: [...beginningValues(actor, typed), ...granted.values],
  }
}

/** Parts, numbers, addresses and typing errors: ids from the door, joined back under the policies with the scope. */
function anywhere(actor: Actor, today: string, typed: Interpreted, scope: SearchBody['scope']): Statement {
  const condition = recordCondition(actor, today, { alias: 'p', person: 'id', next: 11 })
  return {
    text: `select ${COLUMNS}, f.matched
      from casework.find_people($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) f
      join casework.person p on p.id = f.person_id and ${condition.sql}
      ${NAMES}
      where p.merged_into is null and (not p.is_locked or p.centre_id = $8::uuid)`,
    values: [
      typed.kana,
      typed.name,
      typed.digits,
      typed.address,
      typed.keys,
      typed.bornFrom,
      typed.bornTo,
      actor.centreId,
      scope === 'own' && actor.reach === 'centre',
      MOST_ANYWHERE,
      ...condition.values,
    ],
  }
}
