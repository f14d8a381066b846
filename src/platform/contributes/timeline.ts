import type { Actor } from '../access/index.ts'
import type { Statement } from '../database/engine.ts'

/** One line of a person's timeline, of any floor. Shown as it is: a source gives nothing its reader may not see. */
export interface TimelineItem {
  /** uuid of the record */
  id: string
  /** instant, ISO with Z; a source that knows only a day gives 00:00 of it in Japan */
  at: string
  /** the source's kind: 'consultation' */
  kind: string
  /** 相談 */
  kindLabel: string
  title: string
  text: string
  staffName: string | null
  centreName: string | null
  /** path of the screen that opens the record; null: nothing to open */
  link: string | null
  /** written by the reader */
  mine: boolean
}

/** Where a page of the timeline goes on: strictly older than this. */
export interface TimelinePlace {
  at: string
  id: string
}

export interface TimelineFilter {
  /** only what the reader wrote */
  mine: boolean
  before: TimelinePlace | null
  limit: number
}

/**
 * What a higher area gives down to the timeline of a person. The statement goes out in one flight with the other sources'
 * and has to: name insurer and scope in its own text (`recordCondition`), order by (at desc, id desc), return at most
 * `filter.limit` rows, strictly before `filter.before`, only the reader's own when `filter.mine`.
 */
export interface TimelineSource {
  kind: string
  label: string
  query(actor: Actor, today: string, personId: string, filter: TimelineFilter): Statement
  toItem(row: unknown): TimelineItem
}

/** States a source with the type of its rows. */
export function timelineSource<Row>(
  source: Omit<TimelineSource, 'toItem'> & { toItem(row: Row): TimelineItem },
): TimelineSource {
  return { ...source, toItem: (row) => source.toItem(row as Row) }
}

/** '…:11Z' and '…:11.5Z' as texts that sort as the instants do: microseconds written out. */
export function sortableInstant(at: string): string {
  const [seconds = '', fraction = ''] = at.replace(/Z$/, '').split('.')
  return `${seconds}.${fraction.padEnd(6, '0')}`
}

/** Newest first; of one instant the larger id first, as the statements order. */
export function newestFirst(a: TimelinePlace, b: TimelinePlace): number {
  const [x, y] = [sortableInstant(a.at) + a.id, sortableInstant(b.at) + b.id]
  return x < y ? 1 : x > y ? -1 : 0
}
