import { type Actor, mayRole } from '../../platform/access/index.ts'
import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { invalid } from '../../platform/errors/index.ts'
import {
  type FigureReading,
  findFigureSources,
  missingReading,
  periodWords,
} from '../../platform/figures/index.ts'
import { formRow } from './opened.ts'
import { periodOf, spanOf } from './rules/period.ts'
import type { FigureBody, Offers, Reading, SearchBody } from './schema.ts'
import { CONSTANT, HAND, OWN_SOURCES } from './words.ts'

export async function sourceLabels(): Promise<ReadonlyMap<string, string>> {
  const sources = [...(await findFigureSources()).values()]
  return new Map([...Object.entries(OWN_SOURCES), ...sources.map(({ id, label }) => [id, label] as const)])
}

/** Figures whose names hold all the words, from every source that the reader may see. */
export async function searchFigures(work: Work, { words, source, limit }: SearchBody): Promise<Offers> {
  const all = [...(await findFigureSources()).values()].filter(({ may }) => mayRole(work.actor.role, may))
  const asked = all.filter(({ id }) => source === undefined || id === source)
  const wanted = words.split(/[\s\u3000]+/).filter((word) => word !== '')
  const found = await work.read(async (tx) => {
    const lists = []
    for (const one of asked) lists.push({ one, offers: await one.list(tx, work.actor, wanted, limit + 1) })
    return lists
  })
  const lists = found.map(({ one, offers }) =>
    offers.map((offer) => ({
      ...offer,
      source: one.id,
      sourceLabel: one.label,
      latestLabel: offer.latest && periodWords(offer.latest),
      usualSpan: offer.latest && (spanOf(offer.latest)?.span ?? null),
    })),
  )
  // by turns: a source with many figures hides none of another
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  const items = Array.from({ length: longest }, (_, at) =>
    lists.flatMap((list) => list.slice(at, at + 1)),
  ).flat()
  return {
    sources: all.map(({ id, label }) => ({ id, label })),
    items: items.slice(0, limit),
    hasMore: items.length > limit,
  }
}

/** A figure for the form's year, as it would be filled in now. */
export async function readFigure(work: Work, formId: string, figure: FigureBody): Promise<Reading> {
  const { insurerId } = work.actor
  work.about('workbook-form', formId, { source: figure.source })
  return work.read(async (tx) => {
    const { fiscalYear } = await formRow(tx, insurerId, formId)
    const period = periodOf(fiscalYear + figure.yearOffset, figure.span)
    const reading = await readingOf(tx, work.actor, figure, fiscalYear, undefined)
    return { ...reading, periodLabel: periodWords(period) }
  })
}

/** @param typed what was typed this year, for figures that are */
export async function readingOf(
  tx: Tx,
  actor: Actor,
  { source, ref, span, yearOffset }: FigureBody,
  fiscalYear: number,
  typed: string | undefined,
): Promise<FigureReading> {
  const period = periodOf(fiscalYear + yearOffset, span)
  if (source === CONSTANT) {
    const [kind = '', ...rest] = ref.split(':')
    const value = typedValue(kind, rest.join(':'))
    const about = { label: OWN_SOURCES[CONSTANT] ?? '', unit: '', definition: '決まった値' }
    return value === null
      ? missingReading(about, '値がありません。')
      : { ...about, value, missing: null, asOf: null, source: '' }
  }
  if (source === HAND) {
    const about = { label: OWN_SOURCES[HAND] ?? '', unit: '', definition: '毎年入力する' }
    if (typed === undefined || typed.trim() === '') return missingReading(about, 'まだ入力していません。')
    const value = typedValue(ref, typed)
    if (value === null) return missingReading(about, '数として読めません。半角の数字で入力してください。')
    return { ...about, value, missing: null, asOf: null, source: '手入力' }
  }
  const found = (await findFigureSources()).get(source)
  const nothing = { label: ref, unit: '', definition: '' }
  if (!found) return missingReading(nothing, 'この数の出どころは、今はありません。選び直してください。')
  if (!mayRole(actor.role, found.may)) return missingReading(nothing, 'この数を見る権限がありません。')
  return found.read(tx, actor, ref, period)
}

/** @returns null: blank, or no number where one belongs. 1,234 and １２３４ are numbers. */
function typedValue(kind: string, text: string): number | string | null {
  if (kind === 'text') return text.trim() === '' ? null : text
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '').replace(/^[−‐]/, '-')
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return null
  const value = Number(plain)
  return Number.isFinite(value) ? value : null
}

/** What a figure is called when it is bound. @throws 422 a source or value that is none */
export async function describeFigure(
  tx: Tx,
  actor: Actor,
  figure: FigureBody & { label: string; unit: string },
  fiscalYear: number,
): Promise<{ label: string; unit: string }> {
  const { source, ref, label, unit } = figure
  if (source === HAND) {
    if (ref !== 'number' && ref !== 'text') throw wrong('ref', '入力する値が数か文字かを選んでください。')
    if (label === '') throw wrong('label', '何を入力するかを書いてください。')
    return { label, unit }
  }
  const reading = await readingOf(tx, actor, figure, fiscalYear, undefined)
  if (source === CONSTANT) {
    if (reading.value === null) throw wrong('ref', '決まった値を入力してください。数なら半角の数字です。')
    return { label: label || String(reading.value), unit }
  }
  if (!(await findFigureSources()).has(source))
    throw wrong('source', '数の出どころを一覧から選んでください。')
  return { label: label || reading.label, unit: unit || reading.unit }
}

const wrong = (path: string, message: string) => invalid([{ path, code: 'figure', message }])
