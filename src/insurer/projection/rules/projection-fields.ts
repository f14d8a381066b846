import { z } from 'zod'
import { TREND_OPTIONS } from '../../../law/insurer/projection-trend.ts'
import { LEVELS, type Level } from '../../../law/insurer/service-kinds.ts'
import { choice, perMyriad, persons, whole, yen, yesNo } from '../../../platform/computation/index.ts'

export const LEVEL_NAMES: Record<Level, string> = {
  support1: '要支援1',
  support2: '要支援2',
  care1: '要介護1',
  care2: '要介護2',
  care3: '要介護3',
  care4: '要介護4',
  care5: '要介護5',
}
export const SEXES = { male: '男', female: '女', both: '男女計' } as const
export const AGES = {
  '65-69': '65〜69歳',
  '70-74': '70〜74歳',
  '75-79': '75〜79歳',
  '80-84': '80〜84歳',
  '85-89': '85〜89歳',
  '90-': '90歳以上',
  '40-64': '40〜64歳（第2号）',
} as const

const MOST_PERSONS = 100_000_000 // number: room for the whole nation
export const MOST_TIMES = 100_000_000_000 // number: a hundred times a month for all of them, in tenths
const MOST_YEN = 1_000_000_000_000 // number: a month of benefit of the whole nation
const MOST_UNIT_YEN = 10_000_000 // number: room for a slip of the pen
const MOST_YEARS = 100 // number: room for every long-term plan
const FIRST_YEAR = 2000 // number: four digits of a year
const LAST_YEAR = 2100 // number: four digits of a year

export const fiscalYear = (title = '年度') =>
  whole(title, '年', { min: FIRST_YEAR, max: LAST_YEAR, help: `${title}（西暦。2027は令和9年度）` })
export const level = choice('要介護度', LEVEL_NAMES)
export const head = (title: string, help?: string) => persons(title, { max: MOST_PERSONS, help })
export const timesTenths = (title: string, help?: string) => whole(title, '回', { max: MOST_TIMES, help })
export const unitYen = (title: string) => yen(title, { max: MOST_UNIT_YEN })
export const trend = choice('認定率の伸びの選び方', TREND_OPTIONS)

const list = <T extends z.ZodType>(item: T, title: string, description: string, max: number, min = 0) =>
  z
    .array(item, `${title}: 一覧で入力してください。`)
    .min(min, `${title}: ${min}件以上を入力してください。`)
    .max(max, `${title}: ${max}件までです。`)
    .meta({ title, description })

const byLevel = z
  .array(head('認定者数'), '認定者数: 要支援1から要介護5まで並べて入力してください。')
  .length(LEVELS.length, '認定者数: 要支援1から要介護5までの7つを入力してください。')
  .meta({ title: '認定者数', description: '認定者数（人）。要支援1、2、要介護1〜5の順' })
const history = list(
  z.strictObject({ fiscalYear: fiscalYear(), insured: head('被保険者数'), certified: byLevel }),
  '実績',
  '年度ごとの被保険者数と認定者数。基準年と、伸びに要る年',
  MOST_YEARS,
  1,
)
const where = { sex: choice('性別', SEXES), ages: choice('年齢区分', AGES) }

export const cells = list(
  z.strictObject({
    ...where,
    insured: list(
      head('被保険者数の見込み'),
      '被保険者数の見込み',
      '推計する年度の順の被保険者数（人）',
      MOST_YEARS,
      1,
    ),
    history,
  }),
  '性・年齢の区分',
  '性別と年齢区分ごとの被保険者数と認定者数',
  1000,
  1,
)
export const national = list(
  z.strictObject({ ...where, history }),
  '全国の実績',
  '伸びに全国を選ぶときの、同じ区分の全国の実績',
  1000,
)

const maybe = <T extends z.ZodType>(field: T, title: string, description: string) =>
  field.nullable().default(null).meta({ title, description })
const levelBase = z.strictObject({
  level,
  users: head('利用者数（月）'),
  timesTenths: maybe(
    timesTenths('回（日）数'),
    '回（日）数の10倍（月）',
    '1か月の回数・日数の10倍（小数第1位まで）。人で数える種類は空（null）',
  ),
  benefitYen: yen('給付費（月）', { max: MOST_YEN }),
  newTimesPerUserTenths: maybe(
    timesTenths('新しい利用者1人の回（日）数'),
    '新しい利用者1人の回（日）数の10倍',
    '基準年に利用がないときの、1人1か月の回数・日数の10倍',
  ),
  newUnitYen: maybe(
    unitYen('新しい利用の単価'),
    '新しい利用の単価',
    '基準年に利用がないときの、1回・1日（人で数える種類は1人1か月）の給付費（円）',
  ),
})
export const services = list(
  z.strictObject({
    kind: z
      .string('サービス種類: コードを入力してください。')
      .min(1, 'サービス種類: コードを入力してください。')
      .meta({
        title: 'サービス種類',
        description: 'サービス種類のコード（「サービス種類の一覧」にあるもの）',
      }),
    levels: list(
      levelBase,
      '基準年の利用',
      '要介護度ごとの、基準年の1か月の利用。書かない要介護度は0',
      LEVELS.length,
    ),
    totalUsers: maybe(
      head('利用者数の合計'),
      '利用者数の合計',
      '表に合計があるとき、内訳と照らす。ないときは空（null）',
    ),
    capacity: list(
      z.strictObject({ fiscalYear: fiscalYear(), persons: head('定員') }),
      '定員',
      '年度ごとの定員（必要利用定員総数）。定めのない年度は書かない',
      MOST_YEARS,
    ).default([]),
  }),
  'サービス',
  'サービス種類ごとの基準年の利用',
  1000,
)

const TARGETS = { certified: '認定者数', users: '利用者数', times: '回（日）数の10倍' } as const
const text = (title: string, description = title) =>
  z
    .string(`${title}: 文で入力してください。`)
    .trim()
    .min(1, `${title}: 入力してください。`)
    .max(2000, `${title}: 2,000字までです。`) // number: room for a paragraph
    .meta({ title, description })
export const change = whole('増減', '', {
  min: -MOST_PERSONS,
  max: MOST_PERSONS,
  help: '自然体に足す数。減らすときは負の数',
})
export const adjustments = list(
  z.strictObject({
    target: choice('変えるもの', TARGETS),
    kind: maybe(
      text('サービス種類'),
      'サービス種類',
      'サービス種類のコード。認定者数を変えるときは空（null）',
    ),
    level,
    fiscalYear: fiscalYear(),
    change,
    reason: text('理由', '自然体と違える理由'),
    measure: maybe(
      text('対応する施策・目標'),
      '対応する施策・目標',
      '計画の施策か目標。まだなければ空（null）',
    ),
  }),
  '施策反映',
  '自然体に足し引きする数と、その理由',
  10_000,
)

export const revisionPerMyriad = perMyriad('報酬改定率', { min: 1, max: 100_000, help: '10159は1.0159' }) // number: ten times
  .default(10_000)
  .meta({
    title: '報酬改定率',
    unit: '‱',
    description: '報酬改定率（‱）。10159は1.0159。入れないときは1.0000',
  })
export const capSupply = yesNo('定員でおさえる', '地域密着型の利用者数を定員までにおさえる')
  .default(false)
  .meta({
    title: '定員でおさえる',
    description: '地域密着型の利用者数を定員までにおさえる。入れないときは、おさえない',
  })

export const fiscalYears = list(
  fiscalYear(),
  '推計する年度',
  '推計する年度を、早い順に。計画期間の3年を含める',
  MOST_YEARS,
  1,
)

export const projectionInput = z.strictObject({
  baseFiscalYear: fiscalYear('基準年'),
  fiscalYears,
  trend,
  cells,
  national: national.default([]),
  services,
  revisionPerMyriad,
  adjustments: adjustments.default([]),
  capSupply,
})
export type ProjectionAsked = z.output<typeof projectionInput>
