import { mayRole } from '../access/index.ts'
import { allContributes, type Waiting } from '../contributes/index.ts'
import type { Work } from '../database/work.ts'
import { countStatement } from '../tasks/index.ts'
import type { Notices } from './schema.ts'

interface TaskCounts {
  new: number
  overdue: number
  attention: number
}

/** What the bell shows. A task that is new and overdue is in both figures and once in the total. */
export async function noticesOf(work: Work): Promise<Notices> {
  const { actor } = work
  const sources = (await allContributes()).notices.filter(({ may }) => mayRole(actor.role, may))
  const [tasks, ...answers] = (await work.flight([
    countStatement(work),
    ...sources.map((source) => source.query(actor)),
  ])) as [[TaskCounts], ...[Waiting][]]
  const [{ new: fresh, overdue, attention }] = tasks
  const waiting = answers.map(([row]) => row)
  return {
    new: fresh,
    overdue,
    others: sources.map(({ id, label, link }, at) => ({ id, label, link, count: waiting[at]?.count ?? 0 })),
    total: waiting.reduce((sum, { count, told }) => sum + count - told, attention),
  }
}
