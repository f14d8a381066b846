import type { Parameter } from '../../law/find-parameters.ts'
import { isUnread } from './confirmations.ts'
import type { Confirmation, Entry, Mark } from './schema.ts'
import { valueHash } from './value-hash.ts'

export interface ConfirmationRow extends Omit<Confirmation, 'isOfThisValue'> {
  parameterId: string
  from: string
  hash: string
}

/** Confirmations of an insurer, newest first. */
export const CONFIRMATIONS = `select c.id, c.version, c.parameter_id as "parameterId", c.entry_from as "from", c.value_hash as hash,
    c.source, c.source_url as "sourceUrl", c.seen_in as "seenIn", b.name as "confirmedBy", c.confirmed_at as "confirmedAt",
    w.name as "withdrawnBy", c.withdrawn_at as "withdrawnAt", c.withdrawn_reason as "withdrawnReason"
  from registers.law_confirmation c
  join registers.staff b on b.insurer_id = c.insurer_id and b.id = c.confirmed_by
  left join registers.staff w on w.insurer_id = c.insurer_id and w.id = c.withdrawn_by
  where c.insurer_id = $1 order by c.confirmed_at desc, c.id`

const hashes = new WeakMap<object, string>()

/** The hash of an entry's value, computed once a process: entries never change while it runs. */
function hashOf(entry: Parameter['history'][number]): string {
  const known = hashes.get(entry)
  if (known) return known
  const hash = valueHash(entry.value)
  hashes.set(entry, hash)
  return hash
}

/** The history of a parameter as this insurer sees it. @param rows confirmations of the parameter */
export const entriesOf = (parameter: Parameter, rows: readonly ConfirmationRow[]): Entry[] =>
  parameter.history.map((entry, at) => {
    const hash = hashOf(entry)
    const { from, to, value, source, confidence, status, note } = entry
    const held = rows.find((row) => row.withdrawnAt === null && row.from === from && row.hash === hash)
    const confirmation = held ? shownConfirmation(held, true) : null
    const end = to ?? dayBefore(parameter.history[at + 1]?.from)
    return {
      from,
      to: end,
      value,
      source,
      confidence,
      mark: markOf(confidence, confirmation !== null),
      status: status ?? null,
      note: note ?? null,
      hash,
      confirmation,
    }
  })

/** What no longer holds: withdrawn, or of a value that has changed since. */
export const pastOf = (
  entries: readonly Entry[],
  rows: readonly ConfirmationRow[],
): (Confirmation & { from: string })[] => {
  const held = new Set(entries.map(({ confirmation }) => confirmation?.id))
  return rows
    .filter(({ id }) => !held.has(id))
    .map((row) => ({
      ...shownConfirmation(
        row,
        entries.some(({ from, hash }) => from === row.from && hash === row.hash),
      ),
      from: row.from,
    }))
}

function shownConfirmation(
  { parameterId: _, from: __, hash: ___, ...row }: ConfirmationRow,
  isOfThisValue: boolean,
): Confirmation {
  return { ...row, isOfThisValue }
}

function markOf(confidence: Entry['confidence'], isConfirmed: boolean): Mark {
  if (confidence === 'seen' || confidence === 'decided') return confidence
  if (isConfirmed) return 'confirmed'
  return isUnread({ confidence }) ? 'unread' : 'secondary'
}

const dayBefore = (day: string | undefined): string | null =>
  day === undefined ? null : Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()
