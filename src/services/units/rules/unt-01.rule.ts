import { z } from 'zod'
import {
  dayDailyUnits,
  dayMonthlyUnits,
  dayVisitUnits,
  homeDailyUnits,
  homeMonthlyUnits,
  homeVisitByBandUnits,
  homeVisitByContentUnits,
  programmeVisits,
} from '../../../law/services/programme-units.ts'
import { serviceKinds } from '../../../law/services/service-kinds.ts'
import { daysInMonth } from '../../../platform/calendar/index.ts'
import {
  choice,
  codesOf,
  defineRule,
  month,
  orUnknown,
  type RuleContext,
  refuse,
  whole,
} from '../../../platform/computation/index.ts'
import { unt01Cases } from '../examples/unt-01.ts'
import {
  type BaseUnits,
  baseUnits,
  type Price,
  UNIT_ROWS,
  type UnitLaw,
  type UnitRow,
  type UnitsAsked,
  type VisitLimits,
  visitLimits,
} from './base-units.ts'
import { ownUnits } from './own-units.ts'

const Input = z.strictObject({
  month: month('サービスの月'),
  kind: choice('サービスの種類', {
    A2: '訪問型サービス（独自）',
    A6: '通所型サービス（独自）',
    A1: '訪問型サービス（みなし）',
    A5: '通所型サービス（みなし）',
  }),
  level: orUnknown(choice('区分', { '06': '事業対象者', '12': '要支援1', '13': '要支援2' })),
  band: orUnknown(
    choice('週の回数', { once: '週1回程度', twice: '週2回程度', more: '週2回を超える程度' }),
    '決めていなければ null',
  ),
  visits: orUnknown(
    whole('1か月の回数', '回', { max: 62 }), // number: twice a day of the longest month
    '1か月の単位で計算するときは null',
  ),
  days: orUnknown(
    whole('日割りの日数', '日', { max: 31 }), // number: days of the longest month
    '月の全部のときは null。月の日数と同じなら、1か月の単位による',
  ).optional(),
  content: orUnknown(
    choice('訪問の内容', {
      standard: '標準的な内容',
      lifeShort: '生活援助が中心（20分以上45分未満）',
      lifeLong: '生活援助が中心（45分以上）',
      shortBody: '短時間の身体介護が中心',
    }),
    '訪問型の1回の単位でなければ null',
  ).optional(),
  own: ownUnits.optional().meta({ setting: 'units.own' }),
})
export type Input = z.input<typeof Input>

const parameters = {
  kinds: serviceKinds,
  homeMonthly: homeMonthlyUnits,
  homeByBand: homeVisitByBandUnits,
  homeByContent: homeVisitByContentUnits,
  homeDaily: homeDailyUnits,
  dayMonthly: dayMonthlyUnits,
  dayVisit: dayVisitUnits,
  dayDaily: dayDailyUnits,
  visits: programmeVisits,
}

export const rule = defineRule({
  id: 'UNT-01',
  title: '従前相当サービスの単位',
  group: '総合事業',
  meaning:
    '訪問型（A2）・通所型（A6）の従前相当サービスの1か月の単位を、国の上限の表か、上限の範囲で市町村が定めた単位から出します。',
  formula:
    '1か月の単位、または1回の単位×回数（区分の回数を超えたら1か月の単位）、または日割りの単位×日数。どちらも1か月の単位まで',
  source: { text: '令和3年厚生労働省告示第72号（総合事業の国の基準による単位）' },
  confidence: 'recalled',
  limits:
    '加算・減算（programme-additions）、処遇改善加算（UNT-02）、市町村が単価を定めるA3・A4・A7・A8は含みません。2024年4月からの訪問型の1回の単位の合計がどの月の単位までかは、資料によって読み方が分かれ（違いが出るときは答えに注意を添えます）、出典未確認です。日割りの合計を1か月の単位までとするのは、本ソフトの扱いです。2026年6月の改定で単位は変わっていません。2021年3月までの単位は載せていません。',
  parameters,
  input: Input,
  dateOf: (input) => `${input.month}-01`,
  compute(input, context) {
    const { law, note, caution } = context
    if (law.kinds[input.kind]?.isEnded)
      refuse(
        'kind-ended',
        'kind',
        `種類 ${input.kind} は2018年3月で終わりました。A2 か A6 を選んでください。`,
      )
    if (input.level === null) {
      note?.({
        label: '1か月の単位',
        formula: '区分がわからないため、決められない',
        value: null,
        unit: '単位',
      })
      return null
    }
    const { month, own, days = null, content = null, level, band, visits } = input
    const kind = law.kinds[input.kind]?.group === 'home' ? 'A2' : 'A6'
    const asked: UnitsAsked = { kind, monthDays: daysOf(month), level, band, visits, days, content }
    const price = ({ row, units }: Price) => priceOf(row, units, own?.[row] ?? null)
    const result = baseUnits(asked, law satisfies UnitLaw, price)
    explain(result, (own?.[result.row] ?? null) !== null, asked, context)
    const limits = visitLimits(asked, law, price)
    if (limits !== null) caution(textOf(limits, result.units))
    return { ...result }
  },
  labels: {
    row: '単位表の行',
    ...codesOf('row', UNIT_ROWS),
    unitPrice: '1回・1日・1か月の単位',
    times: '回数（日割りは日数）',
    units: '1か月の単位数',
    isMonthly: '1か月の単位による',
  },
  cases: unt01Cases,
})

/** The municipality's own units, at or below the national ones. */
function priceOf(row: UnitRow, ceiling: number, own: number | null): number {
  if (own !== null && own > ceiling)
    refuse(
      'over-ceiling',
      `own.${row}`,
      `${UNIT_ROWS[row]}: 市町村の単位（${own}）が国の上限（${ceiling}）を超えています。要綱を確かめてください。`,
    )
  return own ?? ceiling
}

const daysOf = (month: string): number => {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return daysInMonth(year, number)
}

const textOf = ({ topUnits, bandUnits }: VisitLimits, units: number): string =>
  bandUnits === null
    ? `訪問型の1回の単位の合計の上限は、読み方が分かれています（出典未確認）。週の回数が選ばれていないので、週2回を超える程度の1か月の単位までとして ${units}単位としました。週の回数の区分による読み方では、変わることがあります。市町村の要綱とコード表を確かめてください。`
    : `訪問型の1回の単位の合計の上限は、読み方が分かれています（出典未確認）。週2回を超える程度の1か月の単位までとすると ${topUnits}単位、選んだ区分の回数を超えたらその区分の1か月の単位とすると ${bandUnits}単位です。ここでは ${units}単位としました。市町村の要綱とコード表を確かめてください。`

/** Which parameter a row comes from. */
function parameterOf(row: UnitRow): Exclude<keyof typeof parameters, 'kinds' | 'visits'> {
  if (row.startsWith('homeMonth')) return 'homeMonthly'
  if (row.startsWith('homeDay')) return 'homeDaily'
  if (row.startsWith('homeVisit')) return /Once|Twice|More/.test(row) ? 'homeByBand' : 'homeByContent'
  if (row.startsWith('dayMonth')) return 'dayMonthly'
  return row.startsWith('dayVisit') ? 'dayVisit' : 'dayDaily'
}

function explain(
  { row, unitPrice, times, units, isMonthly }: BaseUnits,
  isOwn: boolean,
  { visits, days, monthDays }: UnitsAsked,
  { note, entry }: Pick<RuleContext<typeof parameters>, 'note' | 'entry'>,
): void {
  const { source, confidence } = entry[parameterOf(row)]
  note?.({
    label: UNIT_ROWS[row],
    value: unitPrice,
    unit: '単位',
    source: isOwn ? { text: '市町村の定め' } : source,
    confidence: isOwn ? 'seen' : confidence,
  })
  if (isMonthly && visits !== null)
    note?.({
      label: '1か月の単位による',
      formula: '回数が1回の単位の範囲を超えたか、合計が1か月の単位を超えた',
      inputs: { 回数: visits },
      source: entry.visits.source,
      confidence: entry.visits.confidence,
    })
  if (isMonthly && days !== null)
    note?.({
      label: '1か月の単位による',
      formula: days === monthDays ? '日数が月の全部' : '日割りの合計が1か月の単位を超えた',
      inputs: { 日数: days },
    })
  note?.({
    label: '1か月の単位数',
    formula: '単位×回数（日数）',
    inputs: { 単位: unitPrice, 回数: times },
    value: units,
    unit: '単位',
  })
}
