import type { Actor } from '../access/index.ts'
import type { Statement, Tx } from '../database/engine.ts'
import type { TimelineSource } from './timeline.ts'

/** A card on the face sheet: a heading and lines; figures open to their rows by `link`. */
export interface Card {
  id: string
  title: string
  lines: { label: string; value: string; link: string | null }[]
  link: string | null
}

/** A card's statement goes out in the sheet's one flight, under the same rules as a timeline statement. */
export interface CardSource {
  id: string
  query(actor: Actor, today: string, personId: string): Statement
  /** null: nothing to show, no card */
  toCard(rows: unknown[]): Card | null
}

/** A fact of the header strip that stands on every page of a person: the level with its end and the days left. */
export interface FactSource {
  id: string
  query(actor: Actor, today: string, personId: string): Statement
  toFact(rows: unknown[], today: string): { label: string; value: string } | null
}

export interface SearchHit {
  kind: string
  id: string
  title: string
  text: string
  link: string
}

/** Records of a higher area that the search of the shell finds beside people. */
export interface SearchHitSource {
  kind: string
  label: string
  /** a right; readers without it never ask this source */
  may: string
  query(actor: Actor, today: string, text: string, limit: number): Statement | null
  toHit(row: unknown): SearchHit
}

/** An entry of the menu on a person's sheet; shown to those who have the right. */
export interface MenuEntry {
  id: string
  label: string
  may: string
  /** with `{personId}` where the id goes */
  link: string
}

/** A field of a table as the view 「ある日の姿」 shows it. */
export interface AsOnField {
  column: string
  label: string
  /** words for codes; ids of staff, centres, areas and towns are shown by name without being said here */
  words?: Readonly<Record<string, string>>
}

/**
 * A tenant table of a person that can be shown as it stood on a day (platform/history reads the rows). The table has an `id`,
 * keeps history and names the person; rows of it that a reader may not see are kept away by its policies.
 */
export interface AsOnSource {
  /** 'casework.contact' */
  table: string
  title: string
  /** place among the sections: person 0, contacts 10, consultations 20; others 30 and more */
  order: number
  /** default 'person_id' */
  personColumn?: string
  fields: readonly AsOnField[]
  /** heading of one row, from its values as kept (snake_case columns); default: the first field */
  rowTitle?(row: Readonly<Record<string, unknown>>): string
  /** a right besides person.history */
  may?: string
  /** columns that are never shown of somebody under 支援措置 */
  protectedColumns?: readonly string[]
}

/** `personId` is the person whose record goes on; for the end of an event (`returned`, `unmerged`) `of` says of what. */
export type PersonEvent =
  | { kind: 'died'; personId: string; on: string }
  | { kind: 'moved-out'; personId: string; on: string }
  | { kind: 'transferred'; personId: string; on: string; fromCentreId: string | null; toCentreId: string }
  /** a death or moving away was taken back: what its consequence did has to be put back */
  | { kind: 'returned'; personId: string; on: string; of: 'died' | 'moved-out' }
  /** rows were already re-pointed by merge_person; only what else follows */
  | { kind: 'merged'; personId: string; on: string; mergedId: string }
  | { kind: 'unmerged'; personId: string; on: string; mergedId: string }

/** What has to follow in a higher area when something happens to a person; runs inside the same transaction. */
export interface Consequence {
  id: string
  on: readonly PersonEvent['kind'][]
  run(tx: Tx, actor: Actor, event: PersonEvent): Promise<void>
  /** says beforehand what `run` would do, as rows `{ text, count }` for the confirm panel; absent: nothing is said */
  foresee?(actor: Actor, today: string, event: PersonEvent): Statement
}

/** What waits for a reader, as one row. `told`: how many of them new or overdue tasks already say. */
export interface Waiting {
  count: number
  told: number
}

/** A line of the bell: how many of something wait for the reader, opened by `link`. */
export interface NoticeSource {
  id: string
  label: string
  link: string
  /** a right; readers without it never ask this source */
  may: string
  /** answers one row, `Waiting`; goes out in the bell's one flight */
  query(actor: Actor): Statement
}

/** What hangs on entries of a register in a higher area: figures only, for whoever changes the register. */
export interface DependentSource {
  id: string
  /** 日本語, with its unit: 「担当している利用者（人）」 */
  label: string
  on: 'centre' | 'area' | 'town'
  /** answers rows `{id, count}` of those entries that have any */
  query(actor: Actor, today: string, ids: readonly string[]): Statement
}

/** What a higher area gives down (`export const contributes: Contributes` of its `contributes.ts`). */
export interface Contributes {
  timeline?: TimelineSource[]
  cards?: CardSource[]
  facts?: FactSource[]
  searchHits?: SearchHitSource[]
  menu?: MenuEntry[]
  notices?: NoticeSource[]
  consequences?: Consequence[]
  dependents?: DependentSource[]
  asOn?: AsOnSource[]
}

/** States a card with the type of its rows. */
export function cardSource<Row>(
  source: Omit<CardSource, 'toCard'> & { toCard(rows: Row[]): Card | null },
): CardSource {
  return { ...source, toCard: (rows) => source.toCard(rows as Row[]) }
}
