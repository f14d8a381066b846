import type pg from 'pg'
import type { Difference } from '../run.ts'

/** Differences of one state, as many as stand in a page of the screen. */
export interface DifferencePart {
  state: Difference['state']
  /** counted from 1 in each state */
  part: number
  items: Difference[]
}

export const PART = 200
export const STATES = ['removed', 'changed', 'added'] as const

type Row = Omit<Difference, 'fields'>

/** The first differences of each state, what goes away first. */
export async function firstDifferences(client: pg.ClientBase, show: number): Promise<Difference[]> {
  const found: Difference[] = []
  for (const state of STATES) {
    const { rows } = await client.query<Row>(
      'select state, key, before, after from diff where state = $1 order by key limit $2',
      [state, show],
    )
    found.push(...rows.map(onlyWhatDiffers))
  }
  return found
}

/** Walks all of them, in the order of `firstDifferences`, without holding more than a part. */
export async function eachDifference(
  client: pg.ClientBase,
  take: (part: DifferencePart) => Promise<void> | void,
): Promise<void> {
  for (const state of STATES) {
    await client.query(
      `declare differences no scroll cursor for select state, key, before, after from diff where state = '${state}' order by key`,
    )
    for (let part = 1; ; part += 1) {
      const { rows } = await client.query<Row>(`fetch ${PART} from differences`)
      if (rows.length > 0) await take({ state, part, items: rows.map(onlyWhatDiffers) })
      if (rows.length < PART) break
    }
    await client.query('close differences')
  }
}

function onlyWhatDiffers(difference: Row): Difference {
  const { before, after } = difference
  if (!before || !after) return { ...difference, fields: Object.keys(after ?? before ?? {}) }
  const fields = Object.keys(after).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  )
  const pick = (from: Record<string, unknown>) =>
    Object.fromEntries(fields.map((field) => [field, from[field]]))
  return { ...difference, fields, before: pick(before), after: pick(after) }
}
