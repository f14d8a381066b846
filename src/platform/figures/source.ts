import type { Actor } from '../access/index.ts'
import {
  fiscalYearEnd,
  fiscalYearOf,
  fiscalYearStart,
  formatDate,
  formatFiscalYear,
} from '../calendar/index.ts'
import type { Tx } from '../database/engine.ts'

/** 'YYYY-MM-DD', both inclusive; a day has the same twice. */
export interface FigurePeriod {
  from: string
  to: string
}

/** A figure that can be chosen. */
export interface FigureOffer {
  /** stays the same from year to year; told apart by its source */
  ref: string
  /** what was counted, of where */
  label: string
  unit: string
  definition: string
  /** newest period that has it; null: none yet */
  latest: FigurePeriod | null
}

/** A figure of one period: its value, or why there is none. */
export interface FigureReading {
  label: string
  unit: string
  definition: string
  value: number | string | null
  /** in words for people; null exactly when there is a value */
  missing: string | null
  /** last day that it speaks of */
  asOf: string | null
  /** attribution line, with 速報 or 確定 where there are both */
  source: string
}

export interface FigureSource {
  id: string
  label: string
  /** the right without which nobody is offered or given a figure of it */
  may: string
  /** @param words each must stand in the label; none: the usual ones first */
  list(tx: Tx, actor: Actor, words: readonly string[], limit: number): Promise<FigureOffer[]>
  read(tx: Tx, actor: Actor, ref: string, period: FigurePeriod): Promise<FigureReading>
}

export const missingReading = (
  { label, unit, definition }: Pick<FigureReading, 'label' | 'unit' | 'definition'>,
  missing: string,
  source = '',
): FigureReading => ({ label, unit, definition, value: null, missing, asOf: null, source })

/** 令和6年度 · 令和7年3月31日 · 令和6年10月 */
export function periodWords({ from, to }: FigurePeriod): string {
  if (from === to) return formatDate(from)
  const year = fiscalYearOf(from)
  if (from === fiscalYearStart(year) && to === fiscalYearEnd(year)) return formatFiscalYear(year)
  if (from.slice(0, 7) === to.slice(0, 7) && from.endsWith('-01'))
    return formatDate(from).replace(/1日.*$/, '')
  return `${formatDate(from)}から${formatDate(to)}まで`
}

/** Whether each word stands in the label; width, case, spaces and kinds of dashes do not count. */
export function hasWords(label: string, words: readonly string[]): boolean {
  const folded = foldWord(label)
  return words.every((word) => folded.includes(foldWord(word)))
}

const foldWord = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[〜～~‐‑–—―−ーｰ-]/g, '-')
    .replace(/\s+/g, '')
