import { z } from 'zod'

const day = z.iso.date('期間の最後の日を「2024-03-31」の形で指定してください。')
const level = z.enum(
  ['nation', 'prefecture', 'insurer', 'municipality', 'town'],
  '段階を nation、prefecture、insurer、municipality、town から指定してください。',
)
const id = z.string().regex(/^[a-z0-9-]{1,80}$/, '指標の番号は半角の小文字、数字、ハイフンです。')
const series = z
  .string()
  .regex(/^(japan|\d{6})$/, '系列は japan か、町を見る市区町村コード（6けたの数字）です。')
const code = z.string().min(1, '場所のコードを指定してください。').max(80, '場所のコードは80文字までです。')

export const IndicatorParam = z.object({ id })
const where = {
  level: level.default('insurer'),
  /** japan; for towns the code of their municipality */
  series: series.default('japan'),
}
export const ListQuery = z.object({ level: level.optional() })
export const ValuesQuery = z.object({
  ...where,
  periodTo: day.optional(),
  /** only places of this prefecture, six digits */
  prefecture: z
    .string()
    .regex(/^\d{6}$/, '都道府県コードは6けたの数字です（例: 370002）。')
    .optional(),
})
export type ValuesQuery = z.infer<typeof ValuesQuery>
const codes = z
  .string()
  .transform((text) => text.split(',').filter((part) => part !== ''))
  .pipe(z.array(code).max(20, '場所は20か所までです。'))
export const SeriesQuery = z.object({ ...where, codes: codes.default([]) })
export type SeriesQuery = z.infer<typeof SeriesQuery>
export const SimilarQuery = z.object({ code })
export const ReadingQuery = z.object({
  ...where,
  code,
  /** one more place to compare with */
  versus: code.optional(),
  periodTo: day.optional(),
})
export type ReadingQuery = z.infer<typeof ReadingQuery>
export const ExportQuery = ValuesQuery.extend({
  format: z.enum(['csv', 'csv-cp932', 'xlsx'], '書き出す形を csv、csv-cp932、xlsx から指定してください。'),
})
export const CompareBody = z.object({
  indicators: z.array(id).min(1, '指標を一つ以上選んでください。').max(24, '一度に比べる指標は24までです。'),
  ...where,
  /** empty: every place of the level */
  places: z.array(code).max(50, '一度に比べる場所は50までです。').default([]),
  periodTo: day.optional(),
  /** figures: only the values of every place, in the order of `places`: for many charts at once */
  include: z.array(z.enum(['values', 'figures', 'spread', 'series'])).default(['values', 'spread']),
})
export type CompareBody = z.infer<typeof CompareBody>

const Period = z.object({ periodFrom: z.string(), periodTo: z.string(), release: z.string() })
export const Definition = z.object({
  id: z.string(),
  title: z.string(),
  unit: z.string(),
  group: z.string(),
  numerator: z.string(),
  denominator: z.string(),
  exclusions: z.string(),
  period: z.string(),
  levels: z.array(z.string()),
  source: z.string(),
  caveat: z.string(),
  better: z.enum(['higher', 'lower', 'neither']),
  decimals: z.number(),
  kind: z.enum(['ratio', 'count', 'standardised', 'indirect', 'change']),
  /** of the population that rates were adjusted to */
  standard: z.string().nullable(),
  chance: z.enum(['proportion', 'rate', 'none']),
  basis: z.string(),
  confidence: z.string(),
  /** said on screen where the basis was not seen: 出典未確認, 本ソフトの決め; null: seen */
  confidenceWord: z.string().nullable(),
})
export type Definition = z.infer<typeof Definition>

export const Listed = Definition.extend({
  available: z.array(z.object({ level: z.string(), series: z.string(), periods: z.array(Period) })),
})
export type Listed = z.infer<typeof Listed>
export const IndicatorList = z.object({ groups: z.array(z.string()), items: z.array(Listed) })
export type IndicatorList = z.infer<typeof IndicatorList>

export const Value = z.object({
  code: z.string(),
  name: z.string(),
  prefectureCode: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  value: z.number().nullable(),
  missing: z.string().nullable(),
  missingWord: z.string().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  /** 95 %; null: none */
  low: z.number().nullable(),
  high: z.number().nullable(),
})
export type Value = z.infer<typeof Value>
const Spread = z
  .object({
    count: z.number(),
    missing: z.number(),
    lowest: z.number(),
    q1: z.number(),
    median: z.number(),
    q3: z.number(),
    highest: z.number(),
    whiskers: z.object({ low: z.number(), high: z.number() }),
  })
  .nullable()
const about = {
  definition: Definition,
  level: z.string(),
  series: z.string(),
  ...Period.shape,
  standard: z.string().nullable(),
  attribution: z.array(z.string()),
  /** processed, chance, hidden counts: sentences that stand beside the figures */
  notes: z.array(z.string()),
}
export const Values = z.object({ ...about, items: z.array(Value), spread: Spread })
export type Values = z.infer<typeof Values>

const Point = Period.extend({
  value: z.number().nullable(),
  missing: z.string().nullable(),
  missingWord: z.string().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
})
export const Series = z.object({
  definition: Definition,
  level: z.string(),
  series: z.string(),
  places: z.array(z.object({ code: z.string(), name: z.string(), points: z.array(Point) })),
  attribution: z.array(z.string()),
  notes: z.array(z.string()),
})
export type Series = z.infer<typeof Series>

export const Ranking = z.object({
  ...about,
  /** of how many that have a rank */
  of: z.number(),
  missing: z.number(),
  tooFew: z.number(),
  rule: z.string(),
  items: z.array(Value.extend({ rank: z.number(), tied: z.number() })),
})
export type Ranking = z.infer<typeof Ranking>

const Profile = z.object({
  code: z.string(),
  name: z.string(),
  size: z.number(),
  share75to84: z.number(),
  share85over: z.number(),
})
export const SimilarList = z.object({
  ours: Profile,
  items: z.array(
    Profile.extend({
      distance: z.number(),
      components: z.object({ size: z.number(), share75to84: z.number(), share85over: z.number() }),
      value: z.number().nullable(),
      missingWord: z.string().nullable(),
    }),
  ),
  rule: z.string(),
  periodTo: z.string(),
  attribution: z.array(z.string()),
  notes: z.array(z.string()),
})
export type SimilarList = z.infer<typeof SimilarList>

const DifferenceShape = z.object({
  difference: z.number().nullable(),
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
  verdict: z.enum(['larger', 'smaller', 'within-chance', 'not-judged', 'cannot-tell']),
  comparisons: z.number(),
})
export const Reading = z.object({
  ...about,
  place: Value,
  sentences: z.array(z.object({ text: z.string(), evidence: z.string() })),
  comparisons: z.array(z.object({ name: z.string(), value: z.number(), difference: DifferenceShape })),
  rank: z.object({ rank: z.number(), tied: z.number(), of: z.number() }).nullable(),
  age: z
    .object({
      ours: z.number(),
      standard: z.number(),
      difference: z.number(),
      age: z.number(),
      rest: z.number(),
    })
    .nullable(),
})
export type Reading = z.infer<typeof Reading>

export const Comparison = z.object({
  level: z.string(),
  series: z.string(),
  /** every place of the level, for `figures`; empty: not asked for */
  places: z.array(Value.pick({ code: true, name: true, prefectureCode: true })),
  items: z.array(
    z.object({
      ...about,
      /** null: not asked for */
      values: z.array(Value).nullable(),
      figures: z.array(z.number().nullable()).nullable(),
      spread: Spread,
      nation: Value.nullable(),
      line: Series.shape.places.nullable(),
    }),
  ),
  /** asked for, but nothing is stored */
  empty: z.array(z.string()),
})
export type Comparison = z.infer<typeof Comparison>

/** Path and query of the indicator pages: no other page can be kept under a name. */
const link = z
  .string()
  .max(2000, '見方のリンクが長すぎます。指標か場所を減らしてください。')
  .regex(
    /^\/indicators(\/[a-z0-9-]+)*(\?[^\s#<>"]*)?$/,
    '指標の画面のリンクではありません。指標の画面から保存してください。',
  )
export const ViewBody = z.object({
  title: z.string().trim().min(1, '見方の名前を入力してください。').max(80, '見方の名前は80文字までです。'),
  link,
  isShared: z.boolean(),
})
export const ViewChange = ViewBody.extend({ version: z.int() })
export const ViewParam = z.object({ viewId: z.uuid() })
export const ViewVersion = z.object({ version: z.coerce.number().int() })
export const View = z.object({
  id: z.string(),
  title: z.string(),
  link: z.string(),
  isShared: z.boolean(),
  isOwn: z.boolean(),
  changedAt: z.string(),
  version: z.number(),
})
export type View = z.infer<typeof View>
export const ViewList = z.object({ items: z.array(View) })
