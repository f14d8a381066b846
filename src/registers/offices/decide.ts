import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { conflict, invalid, notFound } from '../../platform/errors/index.ts'
import { differenceOf, differenceStatement, type StoredDifference } from './differences.ts'
import type { Decide, Difference } from './schema.ts'

/** 本ソフトの決め: the reason that stands beside what was accepted together. */
export const BULK_REASON = '全角・半角・空白だけのちがい（まとめて確認）'

/**
 * Stores what the insurer decides about one number. It holds while the texts stay the same.
 * @throws conflict with the stored difference when texts or decision changed meanwhile · notFound · invalid
 */
export async function decide(work: Work, input: Decide): Promise<{ id: string; version: number }> {
  return work.write(async (tx) => {
    const difference = await differenceNow(work, tx, input.officeNumber)
    if (!difference) throw notFound()
    const stored = difference.decision
    if (difference.textsHash !== input.textsHash || (stored?.version ?? null) !== input.version)
      throw conflict(difference)
    checkShown(input, difference)
    const [row] = await tx.query<{ id: string; version: number }>(STORE, [
      work.actor.insurerId,
      input.officeNumber,
      input.outcome,
      input.outcome === 'one-office' ? input.shownName : null,
      input.outcome === 'one-office' ? input.shownAddress : null,
      input.reason,
      input.textsHash,
      JSON.stringify(difference.texts.map(({ name, address }) => ({ name, address }))),
      work.actor.staffId,
      work.clock.now().toString(),
      input.version,
    ])
    if (!row) throw conflict((await differenceNow(work, tx, input.officeNumber)) ?? difference)
    work.about('office-decision', row.id, {
      officeNumber: input.officeNumber,
      outcome: input.outcome,
      kind: difference.kind,
    })
    return row
  })
}

const STORE = `
  insert into registers.care_office_decision as d (insurer_id, office_number, outcome, shown_name, shown_address, reason, texts_hash,
    texts, decided_by, decided_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10)
  on conflict (insurer_id, office_number) do update set outcome = excluded.outcome, shown_name = excluded.shown_name,
    shown_address = excluded.shown_address, reason = excluded.reason, texts_hash = excluded.texts_hash, texts = excluded.texts,
    is_bulk = false, decided_by = excluded.decided_by, decided_at = excluded.decided_at
  where d.version = $11::integer
  returning id, version`

/** What is shown is one of the published texts, never a word of our own. */
function checkShown({ outcome, shownName, shownAddress }: Decide, { texts }: Difference): void {
  if (outcome !== 'one-office') return
  const errors = []
  if (!texts.some(({ name }) => name === shownName)) {
    const message = '一覧に出す名称を、公表された名称の中から選んでください。'
    errors.push({ path: 'shownName', code: 'not-published', message })
  }
  if (!texts.some(({ address }) => address === shownAddress)) {
    const message = '一覧に出す住所を、公表された住所の中から選んでください。'
    errors.push({ path: 'shownAddress', code: 'not-published', message })
  }
  if (errors.length > 0) throw invalid(errors)
}

async function differenceNow(work: Work, tx: Tx, officeNumber: string): Promise<Difference | null> {
  const { text, values } = differenceStatement(work, officeNumber)
  const [row] = await tx.query<StoredDifference>(text, values)
  return row ? differenceOf(row) : null
}

/**
 * Accepts all that differ in width and spaces only and were never decided: the text that most files write stands, of equally
 * frequent ones that of the lowest service code.
 */
export async function acceptSpacing(work: Work, municipalityCode: string | null): Promise<{ count: number }> {
  return work.write(async (tx) => {
    const rows = await tx.query<{ id: string }>(ACCEPT, [
      work.actor.insurerId,
      municipalityCode,
      BULK_REASON,
      work.actor.staffId,
      work.clock.now().toString(),
    ])
    work.about('office-decision', undefined, { count: rows.length, municipalityCode })
    return { count: rows.length }
  })
}

const ACCEPT = `
  insert into registers.care_office_decision
    (insurer_id, office_number, outcome, shown_name, shown_address, reason, texts_hash, texts, is_bulk, decided_by, decided_at)
  select $1, f.office_number, 'one-office', t.texts -> 0 ->> 'name', t.texts -> 0 ->> 'address', $3, f.texts_hash, t.texts, true, $4, $5
  from registers.care_office_difference f
  cross join lateral (
    select jsonb_agg(jsonb_build_object('name', w.name, 'address', w.address) order by w.written desc, w.first) as texts
    from (select name, address, count(*) as written, min(service_code) as first from registers.care_office_service s
      where s.office_number = f.office_number group by name, address) w) t
  where f.kind = 'spacing' and ($2::text is null or $2 = any (f.municipality_codes))
    and not exists (select from registers.care_office_decision d where d.insurer_id = $1 and d.office_number = f.office_number)
  on conflict (insurer_id, office_number) do nothing
  returning id`

/** Takes a decision back: the difference is open again. @throws notFound · conflict */
export async function withdrawDecision(
  work: Work,
  { id, version }: { id: string; version: number },
): Promise<{ id: string }> {
  return work.write(async (tx) => {
    const [stored] = await tx.query<{ office_number: string; version: number }>(
      'select office_number, version from registers.care_office_decision where insurer_id = $1 and id = $2 for update',
      [work.actor.insurerId, id],
    )
    if (!stored) throw notFound()
    work.about('office-decision', id, { officeNumber: stored.office_number })
    if (stored.version !== version) throw conflict(await differenceNow(work, tx, stored.office_number))
    await tx.query('delete from registers.care_office_decision where insurer_id = $1 and id = $2', [
      work.actor.insurerId,
      id,
    ])
    return { id }
  })
}
