import type { Confidence, Source } from '../../law/types.ts'
import type { Level } from '../statistics/index.ts'

export type { Level }
export type Per = 1 | 100 | 1_000 | 10_000 | 100_000

/** One layer of a population; its rate is the numerators together over the denominators together. */
export interface Stratum {
  numerator: readonly string[]
  denominator: readonly string[]
}

/** The population whose mix of layers the rates are weighted with: stored with every number made from it. */
export interface Standard {
  id: string
  title: string
  /** nation: the denominators of the whole country in the same period and release · else a share for each layer */
  weights: 'nation' | readonly number[]
}

/** How an indicator is made from published counts. Names are measures of `fact_column`; several are added. */
export type Computation =
  | {
      kind: 'ratio'
      numerator: readonly string[]
      denominator: readonly string[]
      per: Per
      /** nearest-before: the latest denominator of the same day or earlier, where the two are counted on different days */
      denominatorPeriod?: 'same' | 'nearest-before'
    }
  | { kind: 'count'; measures: readonly string[] }
  /** Σ rate of a layer × weight of the standard, × per */
  | { kind: 'standardised'; strata: readonly Stratum[]; standard: Standard; per: Per }
  /** counted ÷ expected at the nation's rates of the same period and release, × 100 */
  | { kind: 'indirect'; strata: readonly Stratum[]; per: 100 }
  /** (this day − earliest day on which the place has the figure) ÷ the earliest, × 100; none on the earliest itself */
  | { kind: 'change'; measures: readonly string[]; since: 'earliest'; per: 100 }

export interface IndicatorDefinition {
  /** name of its folder; kebab-case */
  id: string
  title: string
  /** as it stands behind the figure; goes with `per` of the computation (UNITS) */
  unit: Unit
  numerator: string
  denominator: string
  /** who or what is not counted */
  exclusions: string
  period: Period
  /** at which the data carry it */
  levels: readonly Level[]
  /** the statistics it is made from */
  source: string
  /** what it cannot say; stands beside the figure */
  caveat: string
  better: 'higher' | 'lower' | 'neither'
  decimals: number
  group: Group
  computation: Computation
  /** id of the same rate adjusted for age: what of a difference is age is read from its layers */
  adjusted?: string
  /** how chance is thought of: a part of a whole · events in a population · not at all (a measurement, a full list) */
  chance: 'proportion' | 'rate' | 'none'
  /** where this way of computing stands, and how sure that is */
  basis: Source
  confidence: Confidence
}

/** The unit of each `per`; a count and a ratio of 1 have their own. */
export const UNITS = {
  '%': 100,
  '全国=100': 100,
  '人/千人': 1_000,
  'か所/1万人': 10_000,
  '人/世帯': 1,
  人: 1,
  世帯: 1,
  m: 1,
} as const satisfies Record<string, Per>
export type Unit = keyof typeof UNITS

/** Groups in the order in which a list shows them. */
export const GROUPS = [
  '要介護認定',
  '要介護度別の認定率',
  '年齢を調整した認定率',
  '認定者の内訳',
  '第1号被保険者',
  '人口と世帯',
  '人口の変化',
  '事業所',
  '距離',
  '地域包括支援センター',
] as const
export type Group = (typeof GROUPS)[number]

export const PERIODS = {
  'fiscal-year-end': '年度末（3月31日）',
  day: '調査日',
  october: '毎年10月1日',
  'half-year-end': '6月末・12月末',
  'since-first': '最初の調査日から各調査日まで',
} as const
export type Period = keyof typeof PERIODS

/** States an indicator. One folder `definitions/<id>/` holds one: this and `cases.ts`, figures computed by hand. */
export const indicator = (definition: IndicatorDefinition): IndicatorDefinition => definition

/** A figure worked out by hand from the published file: the counts as printed, and what must come out. */
export interface IndicatorCase {
  /** as the file writes it */
  place: string
  level: Level
  /** null: the file does not say of what day it is; the latest that is loaded */
  periodTo: string | null
  /** every measure of the computation, for the place; layers of the nation under `nation` */
  figures: Record<string, number | null>
  nation?: Record<string, number>
  /** for a change: the same measures on the earliest day */
  earliest?: Record<string, number>
  /** unrounded to the digits given; null: cannot be computed */
  value: number | null
  digits: number
}
