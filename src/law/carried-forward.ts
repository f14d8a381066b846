import type { DatedEntry, EffectDate } from './types.ts'

/** Why nobody knows the value of the coming days, and how long it stands in. */
export interface Stand {
  from: EffectDate
  to?: EffectDate
  /** in Japanese: what is awaited, and that the value before stands in for it */
  note: string
  /** where the value that stands in was found, when not where the last one was */
  source?: DatedEntry<unknown>['source']
}

/** The history with its last value standing in, as 仮置き, for one that is announced and not known: it is no longer "seen". */
export function carriedForward<T>(
  { from, to, note, source }: Stand,
  history: readonly DatedEntry<NoInfer<T>>[],
): DatedEntry<T>[] {
  const last = history.at(-1)
  if (last === undefined || last.from >= from || (last.to !== undefined && last.to >= from))
    throw new RangeError(`nothing ends before ${from} that could stand in`)
  return [
    ...history,
    {
      from,
      ...(to === undefined ? {} : { to }),
      value: last.value,
      source: source ?? last.source,
      confidence: 'unverified',
      status: 'provisional',
      note,
    },
  ]
}

/** 令和9年4月の介護報酬改定: its units and prices are not known. */
export const FEE_REVISION_2027: Stand = {
  from: '2027-04-01',
  note: '令和9年4月の介護報酬改定の内容がわからないため、改定前の値を仮に置いています。',
}

const WORKSHEET = { text: '第10期の将来推計ワークシートの仮の値（二次資料）' }
/** 第10期, whose decrees are not promulgated: the worksheets run with the values of 第9期, and for 第11期 nobody has any. */
export const PERIOD_10: Stand = {
  from: '2027-04-01',
  to: '2030-03-31',
  note: '第10期（令和9年度から令和11年度まで）の値はまだ公布されていません。第9期の値を仮に置いています。',
  source: WORKSHEET,
}

/** The surveys of 第10期 (fiscal year 2025): their handbooks were not seen. */
export const SURVEYS_10: Stand = {
  from: '2025-04-01',
  note: '第10期の調査の手引きは見ていません（ニーズ調査は、うつの質問の番号が変わります）。第9期の版の決まりを仮に置いています。',
}
