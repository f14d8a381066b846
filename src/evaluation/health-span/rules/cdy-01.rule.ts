import { z } from 'zod'
import { dynamicsAgeBands, dynamicsFreshMonths } from '../../../law/evaluation/certification-dynamics.ts'
import { addDays, fiscalYear, fiscalYearEnd, fiscalYearStart } from '../../../platform/calendar/index.ts'
import {
  day,
  defineRule,
  orUnknown,
  persons,
  RuleRefusal,
  whole,
  yesNo,
} from '../../../platform/computation/index.ts'
import { firstCertified, type Insured } from './first-certified.ts'
import { rateOf, standardised } from './rates.ts'

const none = (ageYears: number): Insured => ({
  ageYears,
  isInsuredAtStart: true,
  isCertifiedAtStart: false,
  certifiedOn: null,
  previousEndOn: null,
})
const anew = (ageYears: number, certifiedOn: string, previousEndOn: string | null = null): Insured => ({
  ...none(ageYears),
  certifiedOn,
  previousEndOn,
})

export const rule = defineRule({
  id: 'CDY-01',
  title: '新規認定率',
  group: '健康寿命',
  meaning:
    '年度のはじめに認定のない第1号被保険者のうち、その年度にはじめて認定された方の割合です。年齢区分ごとと、年齢をそろえた値も示します。',
  formula:
    '新規認定率＝はじめて認定された人÷年度のはじめに認定のない第1号被保険者。年齢調整は、区分ごとの率を標準人口で平均する',
  source: { text: '本ソフトの決め（国の定義が手元にないもの）' },
  confidence: 'decided',
  limits:
    '年度の途中で65歳になった方や転入した方の新規認定は、全体の率の分子に入り、年齢区分の率には入りません。性別の調整はしません。末期がんなどで急いだ認定を除くかどうかは、入力する名簿で決めてください。',
  parameters: { freshMonths: dynamicsFreshMonths, bands: dynamicsAgeBands },
  input: z.strictObject({
    fiscalYear: whole('年度', '年度', { min: 2000, max: 2100 }), // number: what a year may be
    people: z
      .array(
        z
          .strictObject({
            ageYears: whole('年度のはじめの年齢（法律の年齢）', '歳', {
              max: 130, // number: what an age may be
              help: '誕生日の前日に1つ上がる年齢。4月2日生まれの方は、4月1日に上がる',
            }),
            isInsuredAtStart: yesNo('年度のはじめに第1号被保険者か'),
            isCertifiedAtStart: yesNo('年度のはじめに認定があるか'),
            certifiedOn: orUnknown(day('年度内にはじまった認定の初日'), '認定がなければ null'),
            previousEndOn: orUnknown(day('その前の認定の最後の日'), '前の認定がなければ null'),
          })
          .meta({ title: '被保険者' }),
        '被保険者: 1人ずつの行を並べてください。',
      )
      .min(1, '被保険者: 1人以上を入力してください。')
      .max(1_000_000, '被保険者: 100万人までです。') // number: what a list may hold
      .meta({
        title: '被保険者',
        description: '名前のない行。年度のはじめの第1号被保険者と、年度内に加わった方',
      }),
    standard: orUnknown(
      z
        .array(persons('標準人口'), '標準人口: 年齢区分の順に並べてください。')
        .meta({ title: '標準人口', description: '年齢調整に使う、年齢区分ごとの人口（若い順）' }),
      '調整しないときは null',
    ),
  }),
  dateOf: ({ fiscalYear: year }) => fiscalYearStart(fiscalYear(year)),
  compute({ fiscalYear: year, people, standard }, { law, entry, note, round, caution }) {
    refuseContradictions(people, fiscalYear(year), standard, law.bands)
    const counts = firstCertified(people, law.bands, law.freshMonths)
    const bands = counts.bands.map((band) => ({
      ...band,
      ratePerMyriad: rateOf(round, `${band.fromAge}歳からの新規認定率`, band.first, band.uncertified),
    }))
    const ratePerMyriad = rateOf(round, '新規認定率', counts.first, counts.uncertified)
    const isAdjustable = standard !== null && counts.bands.every(({ uncertified }) => uncertified > 0)
    const layers = counts.bands.map(({ first, uncertified }, at) => ({
      count: first,
      of: uncertified,
      weight: standard?.[at] ?? 0,
    }))
    const adjustedPerMyriad = isAdjustable
      ? round('年齢調整した新規認定率', standardised(layers), 'half-up', 1, '‱')
      : null
    if (standard && !isAdjustable) caution('認定のない方のいない年齢区分があるので、年齢調整はできません。')
    if (counts.joinedLater > 0)
      caution(`年度の途中で加わった方の新規認定 ${counts.joinedLater}人が、全体の率の分子に入っています。`)
    note?.({
      label: 'はじめて認定された人',
      formula: `その前の${law.freshMonths}か月に認定がない人`,
      value: counts.first,
      unit: '人',
      source: entry.freshMonths.source,
      confidence: entry.freshMonths.confidence,
    })
    note?.({ label: '年度のはじめに認定のない第1号被保険者', value: counts.uncertified, unit: '人' })
    note?.({
      label: '新規認定率',
      formula: 'はじめて認定された人÷認定のない第1号被保険者',
      value: ratePerMyriad,
      unit: '‱',
    })
    for (const { fromAge, first, uncertified, ratePerMyriad: value } of bands)
      note?.({
        label: `${fromAge}歳からの新規認定率`,
        inputs: { はじめて認定された人: first, 認定のない人: uncertified },
        value,
        unit: '‱',
        source: entry.bands.source,
        confidence: entry.bands.confidence,
      })
    return { ...counts, bands, ratePerMyriad, adjustedPerMyriad }
  },
  labels: {
    first: 'はじめて認定された人',
    joinedLater: '年度の途中で加わった人',
    uncertified: '認定のない人',
    bands: '年齢区分',
    fromAge: '始まりの年齢',
    ratePerMyriad: '新規認定率',
    adjustedPerMyriad: '年齢調整した新規認定率',
  },
  cases: [
    {
      title: '24か月前の前日までの認定は新規、当日までの認定は新規でない（架空）',
      on: '2025-04-01',
      input: {
        fiscalYear: 2025,
        people: [
          ...[65, 70, 74, 74].map(none),
          anew(74, '2025-06-01', '2023-05-31'),
          anew(75, '2025-06-01', '2023-06-01'),
          anew(84, '2025-04-01'),
          anew(85, '2026-03-31'),
          { ...anew(90, '2025-08-01', '2025-07-31'), isCertifiedAtStart: true },
          { ...anew(64, '2025-10-01'), isInsuredAtStart: false },
        ],
        standard: [50, 30, 20],
      },
      value: {
        first: 4,
        joinedLater: 1,
        uncertified: 8,
        bands: [
          { fromAge: 65, first: 1, uncertified: 5, ratePerMyriad: 2000 },
          { fromAge: 75, first: 1, uncertified: 2, ratePerMyriad: 5000 },
          { fromAge: 85, first: 1, uncertified: 1, ratePerMyriad: 10_000 },
        ],
        ratePerMyriad: 5000,
        adjustedPerMyriad: 4500,
      },
    },
    {
      title: '認定のない方のいない区分の率はわからず、年齢調整もできない',
      on: '2025-04-01',
      input: { fiscalYear: 2025, people: [none(70), none(80)], standard: [50, 30, 20] },
      value: {
        first: 0,
        joinedLater: 0,
        uncertified: 2,
        bands: [
          { fromAge: 65, first: 0, uncertified: 1, ratePerMyriad: 0 },
          { fromAge: 75, first: 0, uncertified: 1, ratePerMyriad: 0 },
          { fromAge: 85, first: 0, uncertified: 0, ratePerMyriad: null },
        ],
        ratePerMyriad: 0,
        adjustedPerMyriad: null,
      },
    },
    {
      title: '標準人口がなければ、年齢調整しない',
      on: '2025-04-01',
      input: { fiscalYear: 2025, people: [none(70), none(80), anew(85, '2025-05-01')], standard: null },
      value: {
        first: 1,
        joinedLater: 0,
        uncertified: 3,
        bands: [
          { fromAge: 65, first: 0, uncertified: 1, ratePerMyriad: 0 },
          { fromAge: 75, first: 0, uncertified: 1, ratePerMyriad: 0 },
          { fromAge: 85, first: 1, uncertified: 1, ratePerMyriad: 10_000 },
        ],
        ratePerMyriad: 3333,
        adjustedPerMyriad: null,
      },
    },
    {
      title: '年度のはじめに認定があるなら、前の認定の最後の日がいる',
      on: '2025-04-01',
      input: {
        fiscalYear: 2025,
        people: [{ ...anew(90, '2025-08-01'), isCertifiedAtStart: true }],
        standard: null,
      },
      refused: { code: 'previous-missing', path: 'people.0.previousEndOn' },
    },
    {
      title: '認定の初日が年度より前',
      on: '2025-04-01',
      input: { fiscalYear: 2025, people: [none(70), anew(80, '2025-03-31')], standard: null },
      refused: { code: 'outside-year', path: 'people.1.certifiedOn' },
    },
    {
      title: '認定の初日が年度より後',
      on: '2025-04-01',
      input: { fiscalYear: 2025, people: [anew(80, '2026-04-01')], standard: null },
      refused: { code: 'outside-year', path: 'people.0.certifiedOn' },
    },
    {
      title: '前の認定が、新しい認定より後に終わる',
      on: '2025-04-01',
      input: { fiscalYear: 2025, people: [anew(80, '2025-06-01', '2025-06-01')], standard: null },
      refused: { code: 'previous-after', path: 'people.0.previousEndOn' },
    },
    ...(
      [
        ['前の認定が新しい認定の前日まで続く', '2025-06-01', '2025-05-31'],
        ['前の認定が年度のはじめの日まで続く', '2025-06-01', '2025-04-01'],
        ['年度のはじめの日に更新した', '2025-04-01', '2025-03-31'],
      ] as const
    ).map(([title, certifiedOn, previousEndOn]) => ({
      title: `${title}なら、年度のはじめに認定がないとは言えない`,
      on: '2025-04-01',
      input: { fiscalYear: 2025, people: [anew(80, certifiedOn, previousEndOn)], standard: null },
      refused: { code: 'certified-at-start', path: 'people.0.isCertifiedAtStart' },
    })),
    {
      title: '前の認定が年度の前日に終わっていれば、年度のはじめに認定はない',
      on: '2025-04-01',
      input: { fiscalYear: 2025, people: [anew(80, '2025-06-01', '2025-03-31')], standard: null },
      value: {
        first: 0,
        joinedLater: 0,
        uncertified: 1,
        bands: [
          { fromAge: 65, first: 0, uncertified: 0, ratePerMyriad: null },
          { fromAge: 75, first: 0, uncertified: 1, ratePerMyriad: 0 },
          { fromAge: 85, first: 0, uncertified: 0, ratePerMyriad: null },
        ],
        ratePerMyriad: 0,
        adjustedPerMyriad: null,
      },
    },
    {
      title: '第1号被保険者なのに64歳（4月2日生まれの満年齢）なら、どの区分にも入らないので断る',
      on: '2025-04-01',
      input: { fiscalYear: 2025, people: [none(70), none(64)], standard: null },
      refused: { code: 'insured-too-young', path: 'people.1.ageYears' },
    },
    {
      title: '標準人口の区分の数が合わない',
      on: '2025-04-01',
      input: { fiscalYear: 2025, people: [none(80)], standard: [1, 2] },
      refused: { code: 'wrong-standard', path: 'standard' },
    },
    {
      title: '標準人口がすべて0人',
      on: '2025-04-01',
      input: { fiscalYear: 2025, people: [none(80)], standard: [0, 0, 0] },
      refused: { code: 'wrong-standard', path: 'standard' },
    },
  ],
})

/** @throws RuleRefusal with every row that cannot be true */
function refuseContradictions(
  people: readonly Insured[],
  year: ReturnType<typeof fiscalYear>,
  standard: readonly number[] | null,
  bands: readonly number[],
): void {
  const [first, last] = [fiscalYearStart(year), fiscalYearEnd(year)]
  const problems = people.flatMap((one, at) => {
    const { ageYears, certifiedOn, previousEndOn, isCertifiedAtStart, isInsuredAtStart } = one
    const of = (field: string, code: string, message: string) => [
      { path: `people.${at}.${field}`, code, message: `${at + 1}人目: ${message}` },
    ]
    if (isInsuredAtStart && ageYears < bands[0]!)
      return of(
        'ageYears',
        'insured-too-young',
        `第1号被保険者なのに${ageYears}歳です。法律の年齢（誕生日の前日に1つ上がる。4月2日生まれの方は4月1日に${bands[0]}歳）を入力するか、第1号被保険者かどうかを確かめてください。`,
      )
    if (certifiedOn === null) return []
    if (certifiedOn < first || certifiedOn > last)
      return of(
        'certifiedOn',
        'outside-year',
        `認定の初日 ${certifiedOn} が年度の外です。年度内の日を入力してください。`,
      )
    if (previousEndOn !== null && previousEndOn >= certifiedOn)
      return of(
        'previousEndOn',
        'previous-after',
        '前の認定の最後の日は、新しい認定の初日より前の日にしてください。',
      )
    if (isCertifiedAtStart && previousEndOn === null)
      return of(
        'previousEndOn',
        'previous-missing',
        '年度のはじめに認定があるので、その認定の最後の日を入力してください。',
      )
    const isUnbroken = previousEndOn !== null && addDays(previousEndOn, 1) === certifiedOn
    if (!isCertifiedAtStart && previousEndOn !== null && (previousEndOn >= first || isUnbroken))
      return of(
        'isCertifiedAtStart',
        'certified-at-start',
        `年度のはじめに認定がないとありますが、前の認定が ${previousEndOn} まで続いています。どちらが正しいかを確かめてください。`,
      )
    return []
  })
  if (standard && (standard.length !== bands.length || standard.every((count) => count === 0)))
    problems.push({
      path: 'standard',
      code: 'wrong-standard',
      message: `標準人口は、${bands.length}つの年齢区分の順に並べ、どれかを1人以上にしてください。`,
    })
  if (problems.length > 0) throw new RuleRefusal(problems)
}
