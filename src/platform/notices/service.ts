import type { Work } from '../database/work.ts'
import { countStatement } from '../tasks/index.ts'
import type { Notices } from './schema.ts'

/** What the bell shows. A task that is new and overdue is in both figures and once in the total. */
export async function noticesOf(work: Work): Promise<Notices> {
  const [rows] = (await work.flight([countStatement(work)])) as [
    [{ new: number; overdue: number; attention: number }],
  ]
  const [{ new: fresh, overdue, attention }] = rows
  return { new: fresh, overdue, total: attention }
}
