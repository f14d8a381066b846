import { inForce, NoValueInForce } from '../../law/in-force.ts'
import type { Dated, DatedEntry } from '../../law/types.ts'
import { formatDate, type IsoDate } from '../../platform/calendar/index.ts'
import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { Problem } from '../../platform/errors/index.ts'
import { valueHash } from './value-hash.ts'

/** A value of a legal number: the parameter, and the entry of its history. */
export interface LawEntry {
  parameter: Pick<Dated<unknown>, 'id' | 'title'>
  entry: Pick<DatedEntry<unknown>, 'from' | 'value' | 'confidence'>
}

/** Whether nobody read the value in its source: no official paper may stand on it unless the insurer confirmed it. */
export const isUnread = ({ confidence }: Pick<DatedEntry<unknown>, 'confidence'>): boolean =>
  confidence === 'recalled' || confidence === 'unverified'

/** The entries in force on a day; a parameter without a value then is left out: nothing of it can be printed. */
export const entriesOn = (parameters: readonly Dated<unknown>[], on: string): LawEntry[] =>
  parameters.flatMap((parameter) => {
    try {
      return [{ parameter, entry: inForce(parameter, on) }]
    } catch (error) {
      if (error instanceof NoValueInForce) return []
      throw error
    }
  })

const ACTIVE = `select parameter_id as id, entry_from as "from", value_hash as hash from registers.law_confirmation
  where insurer_id = $1 and withdrawn_at is null and parameter_id = any ($2::text[])`

/** Of these, the values that nobody read in their source and this insurer has not confirmed as they now are. */
export async function unconfirmed(
  tx: Tx,
  insurerId: number,
  entries: readonly LawEntry[],
): Promise<LawEntry[]> {
  const unread = entries.filter(({ entry }) => isUnread(entry))
  if (unread.length === 0) return []
  const rows = await tx.query<{ id: string; from: string; hash: string }>(ACTIVE, [
    insurerId,
    [...new Set(unread.map(({ parameter }) => parameter.id))],
  ])
  const known = new Set(rows.map(({ id, from, hash }) => `${id} ${from} ${hash}`))
  return unread.filter(
    ({ parameter, entry }) => !known.has(`${parameter.id} ${entry.from} ${valueHash(entry.value)}`),
  )
}

/**
 * The gate before every notice, claim, fee statement and council paper: what it prints or was decided by must have been read in
 * its source, by us or by this insurer.
 * @param documentKind 「事業対象者の登録のお知らせ」, as the message calls the paper
 * @param parameters whose values in force on `on` stand on the paper or decided what it says
 * @throws Problem 409 `law.unconfirmed`, with a Japanese sentence for each value; `errors[].path` is the parameter's id
 */
export async function needConfirmed(
  work: Work,
  documentKind: string,
  parameters: readonly Dated<unknown>[],
  on: string,
): Promise<void> {
  const entries = entriesOn(parameters, on)
  const open = await work.read((tx) => unconfirmed(tx, work.actor.insurerId, entries))
  if (open.length > 0) throw refusal(documentKind, open)
}

const refusal = (documentKind: string, open: readonly LawEntry[]): Problem =>
  new Problem('law.unconfirmed', 409, `「${documentKind}」を作る前に、制度の数値の確認が要ります`, {
    detail: `出典をまだだれも確かめていない数値が${open.length}件あります（${open
      .map(({ parameter }) => `「${parameter.title}」`)
      .join(
        '',
      )}）。保険者職員が「制度の数値」でその数値を開き、法令や通知を見て「出典を確かめて確認する」と記録すると、作れるようになります。`,
    errors: open.map(({ parameter: { id, title }, entry }) => ({
      path: id,
      code: 'unconfirmed',
      message: `${title}（${formatDate(entry.from as IsoDate)}からの値）: 出典未確認です。「制度の数値」で出典を確かめて、確認を記録してください。`,
    })),
    extra: { parameters: open.map(({ parameter, entry }) => ({ id: parameter.id, from: entry.from })) },
  })
