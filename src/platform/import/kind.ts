import type pg from 'pg'
import type { Refusal, TabularSource } from '../../exchange/tabular/index.ts'

/** A value as COPY takes it; null is "missing", never zero. */
export type StageValue = string | number | boolean | null | readonly (number | null)[]

export interface StageColumn {
  name: string
  /** PostgreSQL type of the staging column */
  type: string
}

/** What a reader gives for each row of a file: values in the order of `stage`, or why the row is refused. */
export type ReadItem = { values: StageValue[] } | { refused: Refusal }

export interface ImportContext {
  /** null for published statistics */
  insurerId: number | null
  /** file name → SHA-256 in hex */
  checksums: ReadonlyMap<string, string>
  /** who loads: a staff id or 'command' */
  loadedBy: string
  now: Temporal.Instant
  today: string
}

/**
 * One kind of file, found in an area's `imports.ts` (`export const imports: ImportKind[]`).
 * The engine stages every row into a temporary table `stage` (columns below, then `row_number`), refuses the whole run
 * when one row is refused, asks `compare` for the differences, and only then applies, all in one transaction.
 */
export interface ImportKind {
  kind: string
  /** 日本語 */
  label: string
  /** 日本語: what the file is, where it comes from */
  help: string
  extensions: readonly string[]
  /** 'reference': published statistics, no insurer · 'tenant': records of one insurer, under the actor's rights */
  target: 'reference' | 'tenant'
  /** the right for the screen */
  may: string
  audit: string
  stage: readonly StageColumn[]
  read(files: readonly TabularSource[], context: ImportContext): AsyncIterable<ReadItem>
  /** Checks over the whole stage and the stored rows. Personal values are left out by the kind. */
  check?(client: pg.ClientBase, context: ImportContext): Promise<Refusal[]>
  /**
   * A query over `stage` and the stored rows with columns `state` ('added' | 'changed' | 'removed' | 'unchanged'),
   * `key` text, `before` jsonb, `after` jsonb (both hold only what differs, and nothing personal beyond the key's name).
   */
  compare(context: ImportContext): { text: string; values: unknown[] }
  /** Stores. Runs after `compare`, in the same transaction, with the differences in the temporary table `diff`. */
  apply(client: pg.ClientBase, context: ImportContext): Promise<void>
}
