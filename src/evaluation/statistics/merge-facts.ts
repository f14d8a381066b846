import type pg from 'pg'
import {
  type Count,
  countAt,
  type FactKey,
  factColumns,
  type NewFacts,
  placesOf,
  readerOf,
  storeFacts,
} from './facts.ts'

/**
 * Stores what a file gives of a column and leaves the places that it does not name as they are; nothing at all is written when every
 * count is known already, so that what was made from the column stays.
 * @returns whether anything changed
 */
export async function mergeFacts(client: pg.ClientBase, facts: Omit<NewFacts, 'absent'>): Promise<boolean> {
  const given = [...facts.byCode]
  const stored = await storedColumn(client, facts)
  if (stored && given.every(([code, count]) => isSame(stored.byCode.get(code), count))) return false
  const others = [...(stored?.byCode ?? [])].filter(([code]) => !facts.byCode.has(code))
  return storeFacts(client, {
    ...facts,
    byCode: new Map([...others, ...given]),
    absent: 'not-loaded',
    releaseIds: others.length > 0 ? [...(stored?.releaseIds ?? []), ...facts.releaseIds] : facts.releaseIds,
  })
}

async function storedColumn(
  client: pg.ClientBase,
  { measure, level, series, periodFrom, periodTo, release }: FactKey,
): Promise<{ byCode: Map<string, Count>; releaseIds: string[] } | null> {
  const reader = readerOf(client)
  const found = await factColumns(reader, {
    measures: [measure],
    level,
    series,
    from: periodFrom,
    to: periodTo,
    release,
  })
  const column = found.find((one) => one.periodFrom === periodFrom && one.periodTo === periodTo)
  if (!column) return null
  const places = await placesOf(reader, level, series)
  const counts = places
    .slice(0, column.figures.length)
    .map(({ code, position }): [string, Count] => [code, countAt(column, position)])
  return {
    byCode: new Map(
      counts.filter(([, count]) => typeof count === 'number' || count.missing !== 'not-loaded'),
    ),
    releaseIds: column.releaseIds,
  }
}

const isSame = (a: Count | undefined, b: Count): boolean => JSON.stringify(a) === JSON.stringify(b)
