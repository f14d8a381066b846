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

/** One, or many at once: a million awaits of one row each cost a second. */
export type ReadItems = ReadItem | readonly ReadItem[]

/** What people should know though nothing is refused. `examples` name records by their key, never by content. */
export interface Notice {
  code: string
  /** 日本語: what was found and what to do */
  message: string
  count: number
  examples: string[]
}

export interface ImportContext {
  /** null for published statistics */
  insurerId: number | null
  /** file name → SHA-256 in hex; its keys are the names of all files of the run */
  checksums: ReadonlyMap<string, string>
  /** who loads: a staff id or 'command' */
  loadedBy: string
  /** insurer of that staff; absent: a command or the sample */
  loaderInsurer?: number
  now: Temporal.Instant
  today: string
  /** 出典 as the person who loads states it, for files that carry none; null: not stated */
  attribution: string | null
  /** as asked for, of kinds that take one; absent: as the file says, else 確定 */
  release?: '速報' | '確定' | '改訂'
  /** what `mapping.parse` of the kind gave; absent: the files are of a layout that the kind knows */
  mapping?: unknown
}

export interface Counts {
  added: number
  changed: number
  removed: number
  unchanged: number
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
  /** small letters with their dot, as many as the kind has: ['.geojson', '.topojson', '.json'] */
  extensions: readonly string[]
  /** 'reference': published statistics, no insurer · 'tenant': records of one insurer, under the actor's rights */
  target: 'reference' | 'tenant'
  /** the right for the screen */
  may: string
  audit: string
  /** where what was read is seen afterwards */
  page?: { path: string; label: string }
  /** files of this kind may lack their 出典: it is asked for at upload and by `--attribution` */
  takesAttribution?: boolean
  /** 速報, 確定 and 改訂 of one period are kept apart: `--release` */
  takesRelease?: boolean
  /** files may be read as people mapped them: multipart `mapping` (JSON) at upload, `--profile` by command */
  mapping?: {
    /** @throws invalid (422) with what is wrong with it */
    parse(given: unknown): unknown
    /** the one that the insurer saved under this name, not yet parsed */
    named(client: pg.ClientBase, insurerId: number, name: string): Promise<unknown>
  }
  stage: readonly StageColumn[]
  read(files: readonly TabularSource[], context: ImportContext): AsyncIterable<ReadItems>
  /**
   * Checks over the whole stage and the stored rows; may make temporary tables (`on commit drop`) that the steps after it
   * use. Personal values are left out by the kind.
   */
  check?(client: pg.ClientBase, context: ImportContext): Promise<Refusal[]>
  /**
   * A query over `stage` and the stored rows with columns `state` ('added' | 'changed' | 'removed' | 'unchanged'),
   * `key` text, `before` json, `after` json (both hold only what differs, and nothing personal beyond the key's name). They
   * are shown in the order of `json_build_object`; jsonb would sort its keys by length.
   */
  compare(context: ImportContext): { text: string; values: unknown[] }
  /** Runs after `compare`, with the differences in the temporary table `diff`; also in a dry run. */
  notices?(client: pg.ClientBase, context: ImportContext): Promise<Notice[]>
  /** 出典 of the files as it will stand beside their figures; runs over `stage`, also in a dry run. */
  sources?(client: pg.ClientBase): Promise<string[]>
  /**
   * Stores. Runs after `compare`, in the same transaction, only when something differs.
   * @param step to be awaited between statements: lets a cancelled run end there
   */
  apply(client: pg.ClientBase, context: ImportContext, step: () => Promise<void>): Promise<void>
  /**
   * Kinds of published files: every table that `apply` and `record` write, with schema, those that others refer to first;
   * `platform.dataset_release` needs no mention. What a run replaced in them is kept, so that the newest run can be undone.
   * A run that writes any other table stops with an error.
   */
  tables?: readonly string[]
  /** Written too and not kept: made from `tables` alone (`undone` makes it anew), or only ever added to (places). */
  derived?: readonly string[]
  /** After an undo has put `tables` back, in the same transaction: makes anew what was derived from them. */
  undone?(client: pg.ClientBase, context: ImportContext): Promise<void>
  /** Keeps that the file was taken in, also when nothing differed; must find its own trace of the same file. */
  record?(client: pg.ClientBase, context: ImportContext, counts: Counts): Promise<void>
}

/**
 * What is made from published files of any area, in the transaction of the run that changed them: `export const afterImport` of an
 * area's `after-import.ts`. A lower area that reads a file need not know who counts it.
 */
export type AfterImport = (client: pg.ClientBase, kind: string, context: ImportContext) => Promise<void>

/** What may be chosen on the screen: published lists that come as CSV may come as a list in JSON too. */
export const chosenExtensions = ({ extensions, target }: ImportKind): string[] =>
  target === 'reference' && extensions.includes('.csv') && !extensions.includes('.json')
    ? [...extensions, '.json']
    : [...extensions]
