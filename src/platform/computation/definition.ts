import type { z } from 'zod'
import type { Dated, DatedEntry, EffectDate } from '../../law/types.ts'
import type { Direction, Ratio } from '../exact/index.ts'
import type { Step, StepSource } from '../explanation/index.ts'

/** The dated legal numbers a rule is handed, by the name the rule calls them. */
// biome-ignore lint/complexity/noBannedTypes: no parameter at all is the usual case of a local rule
export type Parameters = Readonly<Record<string, Dated<unknown>>> | {}

export type ValuesOf<P> = { readonly [K in keyof P]: P[K] extends Dated<infer T> ? T : never }
export type EntriesOf<P> = { readonly [K in keyof P]: P[K] extends Dated<infer T> ? DatedEntry<T> : never }

/** What a division left: printed beside the value, so that nobody wonders where a yen went. */
export interface Rounding {
  /** 保険料基準額（月額） */
  label: string
  direction: Direction
  /** whole multiple it was brought to, in `unit` */
  to: number
  /** 円, 人, 単位 */
  unit: string
  /** result − exact value, as an exact ratio of whole numbers in text: 「−51997/100000」; '0' when nothing was left */
  loss: string
}

/** What a rule meets besides its input. */
export interface RuleContext<P> {
  /** the day the values are in force on, `YYYY-MM-DD` */
  on: EffectDate
  /** values in force; reading one that has none on the day throws NoValueInForce, which the caller is told in Japanese */
  law: ValuesOf<P>
  /** the same with source and confidence, for steps */
  entry: EntriesOf<P>
  /** adds a line to the derivation; undefined when nobody asked for steps: call it as `note?.({…})` */
  note: ((step: Step) => void) | undefined
  /** divides, names the rounding and returns its loss with the result */
  round(label: string, exact: Ratio, direction: Direction, to?: number, unit?: string): number
  /** something a reader must know that is neither value nor error: 「基準日の人口ではありません」 */
  caution(text: string): void
}

/** A worked case: a golden test of the rule, shown on its page. The first is the worked example. */
export interface RuleCase<I> {
  /** Japanese: 「大雪地区広域連合 第9期」 */
  title: string
  on: EffectDate
  input: I
  /** expected; deep-equal */
  value?: unknown
  /** expected refusal: code of the first error, and the field it names */
  refused?: { code: string; path?: string }
  /** where the figures were published; absent: invented for the case */
  source?: StepSource
  /** true when the figures come from a secondary source */
  isSecondary?: boolean
}

export interface RuleDefinition<
  P extends Parameters = Parameters,
  S extends z.ZodType = z.ZodType,
  O = unknown,
> {
  /** as the sheets call it: `PRM-04`; compound ones by name: `premium-chain` */
  id: string
  /** further ids of the sheets that this rule answers: vectors of one function, cases of one table */
  covers?: readonly string[]
  /** 第1号被保険者負担分相当額 */
  title: string
  /** heading it stands under: 保険料, 所得段階, 総合事業 */
  group: string
  /** one or two sentences: what it answers, for whom */
  meaning: string
  /** the formula in the words of the labels: （標準給付費＋地域支援事業費）×第1号負担割合 */
  formula: string
  source: StepSource
  /** of the formula itself; the parameters carry their own */
  confidence: 'seen' | 'secondary' | 'recalled' | 'unverified' | 'decided'
  /** what it does not compute, what is open; shown on its page */
  limits?: string
  /** dated legal numbers by name; data from `src/law` */
  parameters: P
  input: S
  /** the day that decides, when the input says it (a plan period, a day of service); else the day asked for */
  dateOf?: (input: z.output<S>) => EffectDate
  compute: (input: z.output<S>, context: RuleContext<P>) => O
  /**
   * keys and codes of the answer in Japanese, where neither a step nor a field of the input says them:
   * `{ capYen: '上限額', below: '区切り未満' }`
   */
  labels?: Readonly<Record<string, string>>
  cases: readonly RuleCase<z.input<S>>[]
}

/** Types a rule; found by its file name `src/<floor>/<area>/rules/<id in small letters>.rule.ts`, exported as `rule`. */
export const defineRule = <P extends Parameters, S extends z.ZodType, O>(
  rule: RuleDefinition<P, S, O>,
): RuleDefinition<P, S, O> => rule

// biome-ignore lint/suspicious/noExplicitAny: a list of rules of all shapes
export type AnyRule = RuleDefinition<any, any, any>
