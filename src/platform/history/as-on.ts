/** A row as to_jsonb gives it: days 'YYYY-MM-DD', instants ISO with an offset. */
export type RowValues = Readonly<Record<string, unknown>>

/** A row that history kept: what stood there before the change. */
export interface KeptRow {
  row: RowValues
  operation: 'update' | 'delete'
  /** instant of the change that replaced it */
  at: string
  /** name of who changed it; null: a command of the operator, or unknown */
  by: string | null
}

/** A row as the statement finds it: as it is now, and what was kept after the day, oldest first. */
export interface FoundRow {
  id: string
  now: RowValues | null
  later: readonly KeptRow[]
}

export interface AsOn {
  id: string
  /** null: not there yet, or somebody else's */
  stood: RowValues | null
  /** null: removed since, or somebody else's now */
  now: RowValues | null
  /** instant at which it was made; null: not known */
  createdAt: string | null
  later: readonly KeptRow[]
}

export interface FieldChange {
  at: string
  by: string | null
}

/** First instant after a day in Japan. @param day 'YYYY-MM-DD' */
export const endOfDay = (day: string): string =>
  Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime('Asia/Tokyo').toInstant().toString()

/** A row as it stood at the end of a day, for one person. @param until the first instant after the day */
export function rowAsOn(
  { id, now, later }: FoundRow,
  whose: { personColumn: string; personId: string },
  until: string,
): AsOn {
  const isTheirs = (row: RowValues | null | undefined) => row?.[whose.personColumn] === whose.personId
  const last = later[0]?.row ?? now
  const createdAt = last === null ? null : madeAt(last)
  const isLater = createdAt !== null && Temporal.Instant.compare(createdAt, until) >= 0
  return {
    id,
    stood: isTheirs(last) && !isLater ? last : null,
    now: isTheirs(now) ? now : null,
    createdAt,
    later,
  }
}

/** When a row was made: its own word, else the time inside a uuid of version 7; null: neither. */
export function madeAt(row: RowValues): string | null {
  if (typeof row.created_at === 'string') return row.created_at
  const id = typeof row.id === 'string' ? row.id : ''
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(id)) return null
  return Temporal.Instant.fromEpochMilliseconds(
    Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16),
  ).toString()
}

/** Who changed a column last after the day, and when; null: nobody. */
export function fieldChange({ later, now }: Pick<AsOn, 'later' | 'now'>, column: string): FieldChange | null {
  for (let n = later.length - 1; n >= 0; n -= 1) {
    const kept = later[n]
    const after = n + 1 < later.length ? (later[n + 1]?.row ?? null) : now
    if (kept && (after === null || !isSame(kept.row[column], after[column])))
      return { at: kept.at, by: kept.by }
  }
  return null
}

/** Nothing and an absent column are the same; lists are compared by what stands in them. */
export const isSame = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
