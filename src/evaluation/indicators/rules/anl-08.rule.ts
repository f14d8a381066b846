import { z } from 'zod'
import {
  defineRule,
  persons,
  type RuleProblem,
  RuleRefusal,
  whole,
  yen,
} from '../../../platform/computation/index.ts'
import { lmdi, wholeParts } from './lmdi.ts'

const COUNTS = [
  ['insured', '第1号被保険者数'],
  ['certified', '認定者数'],
  ['users', '利用者数'],
  ['times', '利用回数'],
  ['benefitYen', '給付費'],
] as const
const FACTORS = [
  ['insured', '第1号被保険者数'],
  ['certificationRate', '認定率'],
  ['useRate', '利用率'],
  ['timesPerUser', '1人当たりの利用回数'],
  ['yenPerTime', '1回当たりの給付費'],
] as const

const year = (title: string) =>
  z
    .strictObject({
      insured: persons('第1号被保険者数'),
      certified: persons('認定者数'),
      users: persons('利用者数', { help: '実人数' }),
      times: whole('利用回数', '回'),
      benefitYen: yen('給付費'),
    })
    .meta({ title, description: `${title}の人数、回数、給付費` })
type Year = z.output<ReturnType<typeof year>>

const at = (insured: number, certified: number, users: number, times: number, benefitYen: number): Year => ({
  insured,
  certified,
  users,
  times,
  benefitYen,
})
const parts = (...all: readonly number[]) =>
  Object.fromEntries(FACTORS.map(([key], i) => [`${key}Yen`, all[i] ?? 0]))

export const rule = defineRule({
  id: 'ANL-08',
  title: '給付費の増減の内訳',
  group: '地域分析',
  meaning:
    '給付費の増減を、被保険者数・認定率・利用率・1人当たり回数・1回当たり給付費の五つの要因に分けます。五つの和は増減にちょうど合います。',
  formula:
    '要因の寄与＝L×ln（後の要因÷前の要因）、L＝（後の給付費−前の給付費）÷（ln 後の給付費−ln 前の給付費）',
  source: { text: '本ソフトの決め（対数平均ディビジア指数による分解）' },
  confidence: 'decided',
  limits:
    '計算上の内訳で、原因ではありません。実数で計算し、1円単位に直すときの端数は、端数の大きい要因から順に1円ずつ配ります（本ソフトの決め）。前か後の給付費が0のときは、0になった（0だった）はじめの要因に増減のすべてを付けます。',
  parameters: {},
  input: z.strictObject({ before: year('前の年'), after: year('後の年') }),
  compute({ before, after }, { note }) {
    const problems = [
      ...contradictions(before, 'before', '前の年'),
      ...contradictions(after, 'after', '後の年'),
    ]
    if (problems.length > 0) throw new RuleRefusal(problems)
    const changeYen = after.benefitYen - before.benefitYen
    const contributions = wholeParts(lmdi(...factorsOf(before, after)), changeYen)
    FACTORS.forEach(([, label], i) => {
      note?.({ label: `${label}による増減`, formula: 'L×ln（後÷前）', value: contributions[i]!, unit: '円' })
    })
    note?.({
      label: '給付費の増減',
      formula: '五つの要因の和＝後の給付費−前の給付費',
      inputs: { 前の給付費: before.benefitYen, 後の給付費: after.benefitYen },
      value: changeYen,
      unit: '円',
    })
    const named = Object.fromEntries(FACTORS.map(([key], i) => [`${key}Yen`, contributions[i]!]))
    return { changeYen, contributions: named as Record<`${(typeof FACTORS)[number][0]}Yen`, number> }
  },
  cases: [
    {
      title: '被保険者が2倍になり、ほかは同じなら、増減はすべて被保険者数',
      on: '2026-04-01',
      input: { before: at(1000, 200, 100, 1000, 5_000_000), after: at(2000, 400, 200, 2000, 10_000_000) },
      value: { changeYen: 5_000_000, contributions: parts(5_000_000) },
    },
    {
      title: '認定率が上がり、1回当たりの給付費が下がった年',
      on: '2026-04-01',
      input: { before: at(1000, 200, 100, 1000, 5_000_000), after: at(1000, 220, 110, 1100, 5_390_000) },
      // 5,390,000 = 5,000,000 × 1.1 × 0.98; L = 390,000 ÷ ln 1.078 = 5,192,559
      value: { changeYen: 390_000, contributions: parts(0, 494_904, 0, 0, -104_904) },
    },
    {
      title: '何も変わらなければ、どの要因も0',
      on: '2026-04-01',
      input: { before: at(1000, 200, 100, 1000, 5_000_000), after: at(1000, 200, 100, 1000, 5_000_000) },
      value: { changeYen: 0, contributions: parts() },
    },
    {
      title: '利用者がいなかったサービスを使い始めた年は、利用率にすべて付ける',
      on: '2026-04-01',
      input: { before: at(1000, 200, 0, 0, 0), after: at(1100, 230, 5, 40, 300_000) },
      value: { changeYen: 300_000, contributions: parts(0, 0, 300_000) },
    },
    {
      title: '使う方がいなくなった年は、利用率にすべて付ける',
      on: '2026-04-01',
      input: { before: at(1100, 230, 5, 40, 300_000), after: at(1000, 200, 0, 0, 0) },
      value: { changeYen: -300_000, contributions: parts(0, 0, -300_000) },
    },
    {
      title: '前も後も給付がなければ、どの要因も0',
      on: '2026-04-01',
      input: { before: at(1000, 200, 0, 0, 0), after: at(1100, 0, 0, 0, 0) },
      value: { changeYen: 0, contributions: parts() },
    },
    {
      title: '利用者がいないのに給付費があれば断る',
      on: '2026-04-01',
      input: { before: at(1000, 200, 0, 0, 1), after: at(1000, 200, 0, 0, 0) },
      refused: { code: 'count-contradicts', path: 'before.benefitYen' },
    },
  ],
})

/** A count above zero that has nobody to come from. */
function contradictions(counts: Year, path: string, title: string): RuleProblem[] {
  return COUNTS.slice(1).flatMap(([key, word], i): RuleProblem[] => {
    const [before, wordBefore] = COUNTS[i]!
    if (counts[before] > 0 || counts[key] === 0) return []
    const message = `${title}の${word}: ${wordBefore}が0なのに、0ではありません。どちらかを確かめてください。`
    return [{ path: `${path}.${key}`, code: 'count-contradicts', message }]
  })
}

/**
 * The five factors of both years. After a count of zero the next quotients are nothing divided by nothing; so that only the first
 * factor that is zero bears the change, the others are left as they were in the other year.
 */
function factorsOf(before: Year, after: Year): [number[], number[]] {
  const own = (counts: Year) =>
    COUNTS.map(([key], i) => (i === 0 ? counts[key] : counts[key] / counts[COUNTS[i - 1]![0]]))
  const [from, to] = [own(before), own(after)]
  const or = (one: number, other: number) => (Number.isNaN(one) ? (Number.isNaN(other) ? 1 : other) : one)
  return [from.map((one, i) => or(one, to[i]!)), to.map((one, i) => or(one, from[i]!))]
}
