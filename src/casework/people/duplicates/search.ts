import type pg from 'pg'
import { givenOf } from './given-name.ts'
import { agreements, type Compared, pointsOf, type Reason, SHOWN_FROM } from './score.ts'

export interface FoundPair {
  /** the smaller id first */
  oneId: string
  otherId: string
  score: number
  reasons: Reason[]
}

export interface Searched {
  people: number
  pairs: FoundPair[]
  /** groups too large to compare: a date or number that stands for "unknown" */
  skippedGroups: number
}

/** Records that agree in one field: only these are compared with each other. Given names count where the whole names differ. */
const PASSES = [
  {
    column: 'birth_on',
    readsGiven: true,
    where: `birth_uncertainty = 'known'`,
    of: (one: Compared) => one.birthOn,
  },
  { column: 'kana_fold', readsGiven: false, where: `kana_fold <> ''`, of: (one: Compared) => one.kanaFold },
  { column: 'name_fold', readsGiven: false, where: `name_fold <> ''`, of: (one: Compared) => one.nameFold },
  { column: 'phone_fold', readsGiven: true, where: `phone_fold <> ''`, of: (one: Compared) => one.phoneFold },
  {
    column: 'insured_number',
    readsGiven: true,
    where: 'insured_number is not null',
    of: (one: Compared) => one.insuredNumber,
  },
] as const

/** More with one birth date or one telephone number than this are no likeness but a stopgap (decided). */
const LARGEST_GROUP = 1_500
const BATCH = 2_000

const PERSON = `id, name_fold as "nameFold", kana_fold as "kanaFold", kana,
  case when birth_uncertainty = 'known' then birth_on end as "birthOn", sex, phone_fold as "phoneFold",
  address_fold as "addressFold", insured_number as "insuredNumber", resident_number as "residentNumber"`

/**
 * Every pair of the insurer's records from `SHOWN_FROM` on. Reads through a cursor, batch by batch; only one group of equals is in
 * memory. Between two batches other requests of the server have their turn.
 */
export async function searchDuplicates(
  client: pg.ClientBase,
  insurerId: number,
  progress: (done: number, total: number) => Promise<void>,
): Promise<Searched> {
  const scope = `insurer_id = $1 and merged_into is null and not is_locked`
  await client.query('set local cursor_tuple_fraction = 1')
  const { rows } = await client.query<{ n: number }>(
    `select count(*)::int as n from casework.person where ${scope}`,
    [insurerId],
  )
  const people = rows[0]?.n ?? 0
  const found = new Map<string, FoundPair>()
  let skippedGroups = 0
  for (const [nth, { column, where, of, readsGiven }] of PASSES.entries()) {
    let done = 0
    let group: Compared[] = []
    const close = () => {
      if (group.length > LARGEST_GROUP) skippedGroups += 1
      else compareAll(group, found)
      group = []
    }
    await client.query(
      `declare alike no scroll cursor for select ${PERSON} from casework.person where ${scope} and ${where} order by ${column}`,
      [insurerId],
    )
    for (;;) {
      const batch = await client.query<Compared & { kana: string }>(`fetch ${BATCH} from alike`)
      for (const { kana, ...row } of batch.rows) {
        const one = { ...row, givenFold: readsGiven ? givenOf(kana) : null }
        if (group[0] && of(group[0]) !== of(one)) close()
        group.push(one)
      }
      done += batch.rows.length
      await progress(nth * people + done, PASSES.length * people)
      if (batch.rows.length < BATCH) break
    }
    close()
    await client.query('close alike')
  }
  return { people, pairs: [...found.values()], skippedGroups }
}

function compareAll(group: readonly Compared[], found: Map<string, FoundPair>): void {
  for (let i = 0; i < group.length; i++) {
    for (let j = i + 1; j < group.length; j++) {
      const reasons = agreements(group[i]!, group[j]!)
      if (reasons === null) continue
      const score = pointsOf(reasons)
      if (score < SHOWN_FROM) continue
      const [oneId, otherId] = [group[i]!.id, group[j]!.id].toSorted() as [string, string]
      found.set(`${oneId} ${otherId}`, { oneId, otherId, score, reasons })
    }
  }
}
