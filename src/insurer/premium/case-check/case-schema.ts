import { z } from 'zod'
import { DIRECTIONS, LARGEST } from '../../../platform/exact/index.ts'

// The form `premium-case/1` of a published calculation; cases/README.md explains it to those who write a file.

const money = z
  .int('円の整数で書いてください（桁区切りや単位は付けません）。')
  .min(0, '0円以上で書いてください。')
  .max(LARGEST, '額が大きすぎます。単位（円か千円か）を確かめてください。')
const count = z
  .int('人数・件数の整数で書いてください。')
  .min(0, '0以上で書いてください。')
  .max(LARGEST, '数が大きすぎます。')
const moneyByYear = z.array(money.nullable(), '年度の順に並べて書いてください。').min(1).max(10)
const countByYear = z.array(count, '年度の順に並べて書いてください。').min(1).max(10)
const words = z.string('文字で書いてください。').trim().min(1, '空にせずに書いてください。')

/** A decimal as a whole number of its last place: 0.9977 with four places is 9977. */
const decimal = (places: number) =>
  z.number('数で書いてください。').transform((value, context) => {
    const digits = /^(\d+)(?:\.(\d+))?$/.exec(String(value))
    const fraction = digits?.[2] ?? ''
    const whole = Number(`${digits?.[1] ?? ''}${fraction.padEnd(places, '0')}`)
    if (digits && fraction.length <= places && whole <= LARGEST) return whole
    context.addIssue({ code: 'custom', message: `0以上の数を、小数第${places}位まで書いてください。` })
    return z.NEVER
  })
/** What others are divided by. */
const divisor = (places: number) =>
  decimal(places).refine(
    (value) => value > 0,
    '0より大きい数を書いてください。印刷されていなければ、項目を書きません。',
  )
const ratio = decimal(3)
const factors = z.array(decimal(4), '年度の順に並べて書いてください。').min(1).max(10)

const published = z
  .strictObject({
    totalBenefit: money,
    totalBenefitByYear: moneyByYear,
    specifiedResident: money,
    highCost: money,
    highCostMedical: money,
    reviewFee: money,
    reviewFeeUnit: money,
    reviewFeeCount: count,
    componentsByYear: z.record(words, moneyByYear),
    grossByYear: z.record(words, moneyByYear),
    effectiveBenefitRate: z.record(words, ratio),
    standardBenefit: money,
    standardBenefitByYear: moneyByYear,
    communitySupport: money,
    communitySupportByYear: moneyByYear,
    generalProject: money,
    generalProjectByYear: moneyByYear,
    comprehensiveAndVoluntary: money,
    comprehensiveAndVoluntaryByYear: moneyByYear,
    socialSecurityEnhancement: money,
    sumABByYear: moneyByYear,
    firstInsuredShare: money,
    adjGrantEquivalent: money,
    sharePlusAdj: money,
    sharePlusAdjByYear: moneyByYear,
    adjGrantExpected: money,
    adjGrantRateByYear: factors,
    F: factors,
    G: factors,
    stabilisationFund: money,
    incentiveGrant: money,
    municipalSpecial: money,
    needBeforeDraw: money,
    fundDraw: money,
    fundBalance: money,
    need: money,
    collectionRate: divisor(4),
    adjustedInsured: divisor(1),
    adjustedInsuredByYear: z.array(decimal(1), '年度の順に並べて書いてください。').min(1).max(10),
    insured: count,
    insuredByYear: countByYear,
    earlyElderlyByYear: countByYear,
    lateElderlyByYear: countByYear,
    monthlyBeforeDraw: decimal(2),
    monthlyComputed: decimal(2),
    monthlyAdopted: money,
    annualAdopted: money,
    previousMonthly: money,
  })
  .partial()
export type Published = z.output<typeof published>

const rounding = { unit: money.min(1), direction: z.enum(DIRECTIONS), roundOn: z.enum(['monthly', 'annual']) }
const bands = z.record(words, decimal(4))

const head = {
  schema: z.literal('premium-case/1', 'schema は premium-case/1 と書いてください。'),
  caseId: words,
  insurer: z.strictObject({ name: words, prefecture: words, anonymised: z.boolean().default(false) }),
  period: z.int('計画期間は期の番号（第9期は9）で書いてください。').min(1).max(100),
  fiscalYears: z.array(z.string().regex(/^[RH]\d{1,2}$/, '年度は R6、H27 の形で書いてください。')).min(1),
  unit: z.literal('JPY'),
  publishedPrecision: z
    .union([z.literal(1), z.literal(1000)], '印刷の単位は1（円）か1000（千円）です。')
    .default(1),
  printedPrecision: z.record(words, z.union([z.literal(1), z.literal(1000)])).default({}),
  sources: z
    .array(
      z.strictObject({
        url: words,
        class: z.enum(['S', 'S2'], '出典の種類は S（公表されたもの）か S2（二次資料）です。'),
        note: z.string().default(''),
      }),
    )
    .min(1, '出典を一つ以上書いてください。'),
  notes: z.array(z.string()).default([]),
  alpha: ratio.nullable().default(null),
  adjEquivalentRate: ratio.nullable().default(null),
  // what the author of a file computed for himself; read by tests, not by the check
  derived: z.record(z.string(), z.unknown()).default({}),
  checks: z.array(z.unknown()).default([]),
  verdict: z.string().optional(),
}

const stages = z
  .array(
    z.strictObject({
      stage: count,
      ratio,
      share: ratio.nullable().default(null),
      count3y: count.nullable().default(null),
      countByYear: countByYear.nullable().default(null),
    }),
  )
  .default([])

export const premiumCase = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      ...head,
      kind: z.literal('premium-chain'),
      published,
      adoptRounding: z
        .strictObject({ ...rounding, roundOn: rounding.roundOn.default('monthly') })
        .nullable()
        .default(null),
      stages,
    }),
    z.strictObject({
      ...head,
      kind: z.literal('grant-factor'),
      national: z.strictObject({
        unitCost: z.record(words, money),
        shareByPlanYear: z.record(words, bands),
        shareOrigin: z.record(words, z.string()).default({}),
      }),
      municipal: z.record(words, z.record(words, count)),
      published,
    }),
    z.strictObject({
      ...head,
      kind: z.literal('stage-table'),
      stageTable: z.strictObject({
        baseAnnual: money.min(1),
        roundUnit: rounding.unit,
        roundDirection: rounding.direction,
        roundOn: rounding.roundOn,
        rows: z
          .array(z.strictObject({ stage: count, ratio, annual: money, reduced: z.boolean().default(false) }))
          .min(1),
      }),
      published: published.default({}),
    }),
    z.strictObject({
      ...head,
      kind: z.literal('service-projection'),
      serviceCosts: z.record(words, z.array(money).min(1)),
      published: published.default({}),
    }),
  ],
  'kind は premium-chain、grant-factor、stage-table、service-projection のどれかを書いてください。',
)
export type PremiumCase = z.output<typeof premiumCase>
export type CaseOf<K extends PremiumCase['kind']> = Extract<PremiumCase, { kind: K }>
