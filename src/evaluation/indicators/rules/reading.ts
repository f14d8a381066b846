import type { IndicatorDefinition } from '../define.ts'
import type { AgePart } from './age-part.ts'
import type { Difference } from './differences.ts'
import { CHANCE_IN_WORDS, type Interval, LEAST_IN_LAYER } from './intervals.ts'
import type { Rank } from './ranking.ts'
import { LEAST_FOR_RANK } from './ranking.ts'
import { dayText, differenceText, figureText, intervalText, missingWord, valueText } from './words.ts'

export interface Comparison {
  /** 全国, 香川県, 松山市 */
  name: string
  value: number
  difference: Difference
}
export interface ReadingInput {
  definition: Pick<
    IndicatorDefinition,
    'title' | 'unit' | 'decimals' | 'source' | 'caveat' | 'computation' | 'numerator' | 'denominator'
  >
  place: string
  /** last day of the period */
  asOf: string
  release: string
  value: number | null
  missing: string | null
  /** counts behind it, where they are one over another */
  counts: { numerator: number; denominator: number } | null
  interval: Interval | null
  comparisons: readonly Comparison[]
  /** null: not ranked · among: 全国の1,570保険者 */
  rank: (Pick<Rank, 'rank' | 'tied'> & { among: string }) | null
  /** people behind the figure, where a rank was refused for their small number */
  tooFewToRank?: number
  age?: AgePart | null
  /** in place of adjusted rates where a layer has too few */
  indirect?: {
    ratio: number
    interval: Interval | null
    observed: number
    expected: number
    difference: Difference
  } | null
}
export interface Sentence {
  text: string
  /** what it stands on: figures, interval, n, day, source */
  evidence: string
}

/**
 * A figure in three to five plain sentences. What they say follows from the numbers given and nothing else: no cause, no praise,
 * and no "higher" where chance can make the difference.
 */
export function readingOf(input: ReadingInput): Sentence[] {
  if (input.value === null) return missingReading(input)
  return [
    itself(input, input.value),
    ...against(input),
    ...(input.indirect ? [byIndirect(input.indirect)] : ageing(input)),
    ...ranked(input),
    limits(input),
  ].slice(0, 5)
}

const standing = ({ definition, asOf, release }: ReadingInput): string =>
  `${dayText(asOf)}、${release}値、出典: ${definition.source}`

function itself(input: ReadingInput, value: number): Sentence {
  const { definition, place, counts, interval } = input
  const width = interval ? `、95%の幅は ${intervalText(interval, definition)}` : ''
  return {
    text: `${place}の${definition.title}は ${valueText(value, definition)} です（${dayText(input.asOf)}${width}）。`,
    evidence: [counts ? countsText(definition, counts) : null, standing(input)].filter(Boolean).join('、'),
  }
}

function countsText(
  { computation, unit }: ReadingInput['definition'],
  { numerator, denominator }: NonNullable<ReadingInput['counts']>,
): string {
  if (computation.kind === 'indirect')
    return `実際 ${figureText(numerator, 0)}人 ÷ 期待 ${figureText(denominator, 1)}人`
  const above = unit.startsWith('か所') ? 'か所' : '人'
  const below = unit === '人/世帯' ? '世帯' : '人'
  return `${figureText(numerator, 0)}${above} ÷ ${figureText(denominator, 0)}${below}`
}

/** One sentence for all comparisons: those larger than chance, then those that are not. */
function against({ definition, comparisons, value }: ReadingInput): Sentence[] {
  const told = comparisons.filter(({ difference }) => difference.verdict !== 'cannot-tell')
  if (told.length === 0 || value === null) return []
  const parts = told.map(({ name, value: theirs, difference }) => {
    const size = differenceText(Math.abs(difference.difference ?? 0), definition)
    const than = `${name}（${valueText(theirs, definition)}）`
    if (difference.verdict === 'not-judged') return plainText(than, size, difference.difference ?? 0)
    if (difference.verdict === 'within-chance')
      return `${than}との差 ${size}は偶然の幅を出ず、高いとも低いとも言えません`
    return `${than}より ${size}${difference.verdict === 'larger' ? '高く' : '低く'}、差は偶然の幅より大きいです`
  })
  const [{ difference }] = told as [Comparison, ...Comparison[]]
  if (difference.verdict === 'not-judged')
    return [
      {
        text: `${parts.join('。')}。`,
        evidence: '全員または全部を数えた値の引き算で、偶然の幅は計算していません',
      },
    ]
  const shared =
    difference.comparisons > 1
      ? `${difference.comparisons}つの比較を合わせて95%の幅で見ています`
      : '95%の幅で見ています'
  const widths = told.flatMap(({ name, difference: { interval } }) =>
    interval
      ? [
          `${name}との差の幅 ${intervalText(interval, { ...definition, unit: '全国=100' })}${definition.unit === '%' ? 'ポイント' : ''}`,
        ]
      : [],
  )
  return [{ text: `${parts.join('。')}。`, evidence: [...widths, shared].join('、') }]
}

const plainText = (than: string, size: string, difference: number): string => {
  if (/^0(\.0+)?\D*$/.test(size)) return `${than}と、表示のけたでは同じです`
  return `${than}より ${size}${difference > 0 ? '高い' : '低い'}値です`
}

function ageing({ age, definition }: ReadingInput): Sentence[] {
  if (!age) return []
  const part = (value: number) => differenceText(value, definition)
  return [
    {
      text: `全国との差 ${part(age.difference)}は、年齢構成のちがいで計算上生じる分が ${part(age.age)}、それ以外の分が ${part(age.rest)}です。それ以外の分の理由は、この数からは分かりません。`,
      evidence: `65〜74、75〜84、85歳以上の3区分、男女計で計算。全国 ${valueText(age.standard, definition)}`,
    },
  ]
}

function byIndirect({
  ratio,
  interval,
  observed,
  expected,
  difference,
}: NonNullable<ReadingInput['indirect']>): Sentence {
  const shown = { unit: '全国=100', decimals: 1 } as const
  const verdict =
    difference.verdict === 'within-chance'
      ? '全国の 100 との差は偶然の幅を出ず、高いとも低いとも言えません'
      : difference.verdict === 'cannot-tell'
        ? '全国との差は分かりません'
        : `全国の 100 より${difference.verdict === 'larger' ? '高く' : '低く'}、差は偶然の幅より大きいです`
  return {
    text: `認定者が${LEAST_IN_LAYER}人未満の年齢区分があるので、年齢は間接法で調整します。標準化認定比は ${figureText(ratio, 1)} で、${verdict}。`,
    evidence: `実際 ${figureText(observed, 0)}人 ÷ 期待 ${figureText(expected, 1)}人${interval ? `、95%の幅 ${intervalText(interval, shown)}` : ''}`,
  }
}

function ranked({ rank, tooFewToRank, comparisons }: ReadingInput): Sentence[] {
  if (rank) {
    const means = comparisons.some(({ difference }) => difference.verdict === 'within-chance')
      ? '偶然の幅を出ない差もあるので、順位の高い低いだけでは何も言えません'
      : '大きいことが良い、悪いを表すものではありません'
    const ties = rank.tied > 1 ? `。同じ値が${figureText(rank.tied, 0)}あります` : ''
    return [
      {
        text: `値の大きい方から、${rank.among}のうち ${figureText(rank.rank, 0)}番目です${ties}。${means}。`,
        evidence: `表示のけたで同じ値は同順位。${LEAST_FOR_RANK}人未満のところは順位に入れません`,
      },
    ]
  }
  if (tooFewToRank === undefined) return []
  return [
    {
      text: `もとの人数が ${figureText(tooFewToRank, 0)}人と少ないので、順位は付けません。`,
      evidence: `${LEAST_FOR_RANK}人未満は順位を付けない（本システムの設計資料）`,
    },
  ]
}

/** What the figure cannot say: the definition's own words. */
function limits({ definition, interval }: ReadingInput): Sentence {
  const [first] = definition.caveat.split(/(?<=。)/)
  return { text: first ?? definition.caveat, evidence: interval ? CHANCE_IN_WORDS : definition.caveat }
}

function missingReading(input: ReadingInput): Sentence[] {
  const { definition, place, missing } = input
  return [
    {
      text: `${place}の${definition.title}は出せません。${missingWord(missing ?? 'unknown')}。`,
      evidence: standing(input),
    },
    {
      text: '値がないことは、0であることとはちがいます。順位や分布には入れていません。',
      evidence: '値のない理由を数として扱いません',
    },
    {
      text:
        missing === 'not-loaded' || missing === 'not-yet-released'
          ? '元の統計を取り込むと、ここに値が出ます。'
          : '元の統計の公表元か、この値を持つ保険者に確かめてください。',
      evidence: `分子: ${definition.numerator}／分母: ${definition.denominator}`,
    },
  ]
}
