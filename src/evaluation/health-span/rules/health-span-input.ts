import { z } from 'zod'
import type { HealthSpanMethod } from '../../../law/evaluation/health-span-method.ts'
import {
  choice,
  orUnknown,
  perMille,
  persons,
  type RuleProblem,
  RuleRefusal,
  whole,
} from '../../../platform/computation/index.ts'
import type { AgeGroup } from './life-table.ts'

const age = (title: string) => whole(title, '歳', { max: 100 })
const most = 1_000_000_000 // number: what a count may be

export const healthSpanInput = z.strictObject({
  sex: choice('性別', { male: '男', female: '女' }),
  statusCut: choice('自立でないとする範囲', {
    care2: '要介護2以上',
    support1: '要支援1以上（県によっては、この範囲を使います）',
  }),
  populationBothSexes: persons('男女計の人口（1年分、合わせた地域の全体）', { max: most }),
  years: whole('合わせた年数', '年', { min: 1, max: 10 }),
  areas: whole('合わせた地域の数', 'か所', { min: 1, max: 1000 }),
  births: orUnknown(persons('合わせた年の出生数', { max: most })),
  groups: z
    .array(
      z
        .strictObject({
          fromAge: age('年齢区分の始まり'),
          population: orUnknown(persons('人口（合わせた年の計）', { max: most })),
          deaths: orUnknown(persons('死亡数（合わせた年の計）', { max: most })),
          livedPerMille: orUnknown(
            perMille('死亡した人が区間で生きた割合', { max: 1000, help: '近い年の完全生命表の値' }),
            'なければ null（0～4歳は100、ほかは500とします）',
          ),
        })
        .meta({ title: '年齢区分' }),
      '人口と死亡数: 5歳ごとの区分を若い順に並べてください。',
    )
    .max(100, '人口と死亡数: 100区分までです。')
    .meta({ title: '人口と死亡数', description: '0～4歳から85歳以上（または95歳以上）まで、5歳ごと' }),
  care: z
    .array(
      z
        .strictObject({
          fromAge: age('年齢区分の始まり'),
          certified: persons('自立でない人（合わせた年の計）', { max: most }),
          insured: persons('被保険者または人口（合わせた年の計）', { max: most }),
        })
        .meta({ title: '年齢区分' }),
      '認定者数: 40～64歳、65～69歳、と若い順に並べてください。',
    )
    .max(100, '認定者数: 100区分までです。')
    .meta({ title: '認定者数', description: '40～64歳、65～69歳から最後の区分まで。40歳未満は0とします' }),
})

export type HealthSpanInput = z.output<typeof healthSpanInput>

/** Begins of the groups that the method asks for, up to the last of the input: 0, 5, … 85. */
const begins = (from: number, to: number, step: number) =>
  Array.from({ length: Math.max(0, (to - from) / step + 1) }, (_, at) => from + at * step)

/** The columns as the life table takes them. @throws RuleRefusal with everything that makes the table impossible */
export function groupsOf(input: HealthSpanInput, method: HealthSpanMethod): AgeGroup[] {
  const problems = problemsOf(input, method)
  if (problems.length > 0) throw new RuleRefusal(problems)
  return input.groups.map(({ fromAge, population, deaths }, at) => {
    const care = input.care.findLast((one) => one.fromAge <= fromAge)
    return {
      population: population!,
      deaths: deaths!,
      years: method.groupYears,
      lived: livedOf(input, at, method),
      careShare: care ? care.certified / care.insured : 0,
      insured: care?.insured ?? 0,
    }
  })
}

/** a: as entered, else the usual share of the first group or of the others. */
function livedOf({ groups }: HealthSpanInput, at: number, method: HealthSpanMethod): number {
  const usual = at === 0 ? method.livedFirstPerMille : method.livedPerMille
  return (groups[at]!.livedPerMille ?? usual) / 1000
}

function problemsOf(input: HealthSpanInput, method: HealthSpanMethod): RuleProblem[] {
  const shape = shapeOf(input, method)
  if (shape) return [shape]
  return [
    ...birthsOf(input),
    ...populationOf(input),
    ...input.groups.flatMap((_, at) => groupProblems(input, at, method)),
    ...careOf(input),
  ]
}

/** Whether the groups are those of the method: the first thing to say, since the rest speaks of single groups. */
function shapeOf({ groups, care }: HealthSpanInput, method: HealthSpanMethod): RuleProblem | null {
  if (groups[0]?.fromAge !== 0)
    return {
      path: 'groups.0.fromAge',
      code: 'no-first-group',
      message:
        '0～4歳の区分がないと、生命表は作れません。隣の圏域や年を合わせて、0～4歳から入力してください。',
    }
  const last = groups.at(-1)!.fromAge
  const isWhole = method.lastGroupYears.includes(last)
  const ages = begins(0, last, method.groupYears)
  if (!isWhole || !sameAges(groups, ages))
    return {
      path: 'groups',
      code: 'wrong-groups',
      message: `人口と死亡数は、0歳から${method.groupYears}歳ごとに、${method.lastGroupYears.join('歳以上または')}歳以上まで、抜けなく並べてください。`,
    }
  const wanted = [method.careFromYears, ...begins(method.careByGroupFromYears, last, method.groupYears)]
  if (sameAges(care, wanted)) return null
  return {
    path: 'care',
    code: 'wrong-care-groups',
    message: `認定者数は、${method.careFromYears}歳（${method.careByGroupFromYears - 1}歳まで）と、${method.careByGroupFromYears}歳から${last}歳まで${method.groupYears}歳ごとに並べてください。`,
  }
}

const sameAges = (rows: readonly { fromAge: number }[], ages: readonly number[]) =>
  rows.length === ages.length && rows.every(({ fromAge }, at) => fromAge === ages[at])

const MOST_OF_ONE_SEX = 4 // number: nowhere is one sex less than a quarter of the people

/** The limit of small places stands on the people of both sexes: they must belong to the groups entered. */
function populationOf({ groups, populationBothSexes, years }: HealthSpanInput): RuleProblem[] {
  const oneSex = groups.reduce((sum, { population }) => sum + (population ?? 0), 0)
  if (populationBothSexes * years <= oneSex * MOST_OF_ONE_SEX) return []
  return [
    {
      path: 'populationBothSexes',
      code: 'population-above-groups',
      message: `男女計の人口（1年分）が、年齢区分の人口の計（${years}年の計 ${oneSex.toLocaleString('en-US')}人）の1年分の${MOST_OF_ONE_SEX}倍を超えています。同じ地域と年の数か確かめてください。`,
    },
  ]
}

const birthsOf = ({ births }: HealthSpanInput): RuleProblem[] =>
  births === 0
    ? [
        {
          path: 'births',
          code: 'no-births',
          message: '出生数が0では、生命表は作れません。隣の圏域や年を合わせてください。',
        },
      ]
    : []

function groupProblems(input: HealthSpanInput, at: number, method: HealthSpanMethod): RuleProblem[] {
  const { fromAge, population, deaths } = input.groups[at]!
  const name = `${fromAge}歳からの区分`
  const found: [boolean, string, string, string][] = [
    [
      !population,
      'population',
      'empty-group',
      `${name}: 人口がないか0人です。生命表を作れません。年か地域を合わせてください。`,
    ],
    [
      deaths === null,
      'deaths',
      'missing-deaths',
      `${name}: 死亡数がわからないと計算できません。0件なら0と入力してください。`,
    ],
    [
      deaths !== null && !!population && deaths > population,
      'deaths',
      'more-deaths-than-people',
      `${name}: 死亡数が人口を超えています。年数のそろった値か確かめてください。`,
    ],
    [
      at === input.groups.length - 1 && deaths === 0,
      'deaths',
      'no-deaths-in-last-group',
      `${name}: 最後の区分の死亡数が0件では、平均余命を計算できません。年か地域を合わせてください。`,
    ],
  ]
  const own = found.flatMap(([is, field, code, message]) =>
    is ? [{ path: `groups.${at}.${field}`, code, message }] : [],
  )
  if (own.length > 0 || at === input.groups.length - 1) return own
  if (method.groupYears * livedOf(input, at, method) * (deaths! / population!) < 1) return []
  return [
    {
      path: `groups.${at}.deaths`,
      code: 'nobody-survives',
      message: `${name}: 死亡数が多く、全員が亡くなる計算になります。年か地域を合わせてください。`,
    },
  ]
}

function careOf({ care }: HealthSpanInput): RuleProblem[] {
  return care.flatMap(({ fromAge, certified, insured }, at) => {
    const name = `${fromAge}歳からの区分`
    if (insured === 0)
      return [
        {
          path: `care.${at}.insured`,
          code: 'nobody-insured',
          message: `${name}: 被保険者が0人では、割合を計算できません。`,
        },
      ]
    if (certified > insured)
      return [
        {
          path: `care.${at}.certified`,
          code: 'more-certified-than-insured',
          message: `${name}: 自立でない人が被保険者を超えています。年数のそろった値か確かめてください。`,
        },
      ]
    return []
  })
}
