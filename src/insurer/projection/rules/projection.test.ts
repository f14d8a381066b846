import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inForce } from '../../../law/in-force.ts'
import { warningLimits } from '../../../law/insurer/projection-warnings.ts'
import { LEVELS, serviceKinds } from '../../../law/insurer/service-kinds.ts'
import { runRule } from '../../../platform/computation/index.ts'
import { village } from '../examples/projection.ts'
import { rule } from './projection.rule.ts'
import { warningsOf } from './warnings.ts'

const answer = (input: unknown) => {
  const outcome = runRule(rule, input, { on: '2026-11-22' })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.answer
}
const by = (counts: Record<string, number>) => LEVELS.map((level) => counts[level] ?? 0)

describe('性と年齢の区分', () => {
  const places = (['male', 'female'] as const).flatMap((sex) =>
    (['75-79', '80-84'] as const).map((ages) => ({ sex, ages })),
  )
  const history = (...care1: number[]) =>
    care1.map((persons, at) => ({
      fiscalYear: 2026 - care1.length + 1 + at,
      insured: 100_000,
      certified: by({ care1: persons }),
    }))
  const cells = places.map((place) => ({
    ...place,
    insured: [100_000, 100_000, 100_000, 100_000],
    history: history(9900, 10_000),
  }))
  const national = places.map((place, at) => ({
    ...place,
    history: history(10_000, 10_100, 10_110 + 10 * at, 10_200),
  }))
  const input = { ...village, services: [], trend: 'national-year-before', cells, national }

  it('全国の実績は、並ぶ順でなく性と年齢で選ばれる', () => {
    const inOrder = answer(input).value
    const last = inOrder.natural.certified.at(-1)
    expect(answer({ ...input, national: national.toReversed() }).value).toEqual(inOrder)
    const others = places.map((place, at) => ({ ...place, history: national[3 - at]!.history }))
    const perCell = (one: typeof inOrder) => one.certifiedByCell.map(({ persons }) => persons.at(-1)![2])
    expect(perCell(answer({ ...input, national: others }).value)).toEqual(perCell(inOrder).toReversed())
    expect(new Set(perCell(inOrder)).size).toBe(4)
    expect(last![2]).toBe(perCell(inOrder).reduce((sum, one) => sum! + one!, 0))
  })
  it('被保険者のいなかった全国の年度は、その区分の名前で言う', () => {
    const empty = { ...national[3]!.history[1]!, insured: 0, certified: by({}) }
    const gone = { ...national[3]!, history: national[3]!.history.with(1, empty) }
    const texts = answer({ ...input, national: [...national.slice(0, 3), gone] }).value.warnings
    expect(texts.filter(({ code }) => code === 'no-insured').map(({ text }) => text)).toEqual([
      expect.stringMatching(/^女 80〜84歳: 全国の2024年度/),
    ])
  })
})

describe('将来推計の警告', () => {
  const codes = (input: unknown) => answer(input).value.warnings.map(({ code, text }) => [code, text])

  it('被保険者のいない区分、終わる種類、0人の種類、合わない合計を言う', () => {
    const empty = {
      sex: 'female',
      ages: '90-',
      insured: [0, 0, 0, 0],
      history: [
        { fiscalYear: 2025, insured: 0, certified: by({}) },
        { fiscalYear: 2026, insured: 0, certified: by({}) },
      ],
    }
    const night = {
      kind: 'night-visits',
      levels: [{ level: 'care1', users: 30, benefitYen: 30_000 }],
      totalUsers: 31,
    }
    const input = {
      ...village,
      cells: [...village.cells, empty],
      services: [night, { kind: 'day-care', levels: [] }],
    }
    expect(codes(input)).toEqual([
      ['no-base-users', expect.stringContaining('通所介護: 基準年の利用者が0人')],
      ['sum-differs', '夜間対応型訪問介護 基準年の利用者数: 内訳の合計30が、合計31と違います。'],
      ['no-insured', '女 90歳以上: 基準年の被保険者が0人なので、認定率を0とします。'],
      ['kind-ended', expect.stringContaining('夜間対応型訪問介護: 2027年度からは制度にない')],
    ])
  })

  it('伸びを測る年に被保険者がいなければ、区分と年度を言う', () => {
    const [cell] = village.cells
    const [before, base] = cell!.history
    const empty = { ...before!, insured: 0, certified: by({}) }
    const saying = (input: object) => codes({ ...village, services: [], ...input }).map(([, text]) => text)
    expect(saying({ cells: [{ ...cell!, history: [empty, base!] }] })).toEqual([
      expect.stringContaining('上限か下限'),
      '男 75〜79歳: 2025年度の被保険者が0人なので、その年度の認定率を0として伸びを測っています。実績か、伸びの選び方を確かめてください。',
    ])
    const nobody = { ...base!, certified: by({}) }
    expect(saying({ cells: [{ ...cell!, history: [empty, nobody] }] })).toEqual([])
    const older = { fiscalYear: 2020, insured: 0, certified: by({}) } // no year of this trend
    expect(saying({ cells: [{ ...cell!, history: [older, before!, base!] }] })).toEqual([])
    const national = [{ sex: 'male', ages: '75-79', history: [{ ...empty, fiscalYear: 2024 }, before!] }]
    expect(saying({ trend: 'national-year-before', national })).toContainEqual(
      expect.stringContaining('男 75〜79歳: 全国の2024年度の被保険者が0人'),
    )
  })

  it('施設と居住系が認定者をこえる年を言い、在宅は0人にする', () => {
    const input = {
      ...village,
      adjustments: [
        { target: 'certified', level: 'care1', fiscalYear: 2028, change: -120, reason: '架空の減少' },
      ],
    }
    const { value } = answer(input)
    expect(value.adjusted.certified[1]).toEqual(by({ care1: 8, care3: 50 }))
    expect(value.adjusted.homeBase[1]).toEqual(by({ care1: 7, care3: 30 })) // group home: a tenth of 8
    const more = {
      ...input,
      adjustments: [
        ...input.adjustments,
        {
          target: 'users',
          kind: 'group-home',
          level: 'care1',
          fiscalYear: 2028,
          change: 8,
          reason: '架空の入居',
        },
      ],
    }
    const over = answer(more).value
    expect(over.adjusted.homeBase[1]![2]).toBe(-1)
    expect(over.adjusted.services[0]!.users[1]).toEqual(by({}))
    expect(over.warnings.filter(({ code }) => code === 'over-certified')).toEqual([
      {
        code: 'over-certified',
        text: '要介護1 2028年度: 施設と居住系の利用者9人が、認定者8人をこえています。',
      },
    ])
  })
})

describe('将来推計の入力', () => {
  const problems = (input: unknown) => {
    const outcome = runRule(rule, input, { on: '2026-11-22' })
    return outcome.ok ? [] : outcome.problems.map(({ code, message }) => [code, message])
  }

  it('施策反映で認定者が被保険者をこえる年度を、すべて言う', () => {
    const more = (fiscalYear: number, change: number) => ({
      target: 'certified',
      level: 'care1',
      fiscalYear,
      change,
      reason: '架空の増加',
    })
    // 174 certified of 1,000 in 2027, 200 of 1,100 in 2030
    expect(problems({ ...village, adjustments: [more(2027, 826), more(2030, 900)] })).toEqual([])
    expect(problems({ ...village, adjustments: [more(2027, 827), more(2030, 901)] })).toEqual([
      [
        'above-insured',
        expect.stringMatching(/^認定者数 2027年度: 施策反映のあとの1,001人が、被保険者数1,000人/),
      ],
      ['above-insured', expect.stringMatching(/^認定者数 2030年度: 施策反映のあとの1,101人が/)],
    ])
  })

  it('施策反映で在宅の利用者が認定者をこえる要介護度と年度を言う', () => {
    const more = (change: number) => ({
      target: 'users',
      kind: 'home-nursing',
      level: 'care1',
      fiscalYear: 2028,
      change,
      reason: '架空の増加',
    })
    // 58 users of 128 certified
    expect(problems({ ...village, adjustments: [more(70)] })).toEqual([])
    expect(problems({ ...village, adjustments: [more(71)] })).toEqual([
      [
        'above-certified',
        '訪問看護 要介護1 2028年度: 施策反映のあとの利用者129人が、認定者128人をこえています。増やす数を直してください。',
      ],
    ])
  })

  it('1円まで数えられない給付費は、理由を言って断る', () => {
    const levels = [{ level: 'care1', users: 1, benefitYen: 1_000_000_000_000 }]
    const [cell] = village.cells
    const nation = {
      ...cell!,
      insured: [100_000_000, 100_000_000, 100_000_000, 100_000_000],
      history: cell!.history.map((one) => ({ ...one, certified: by({ care1: 1 }) })),
    }
    const input = { ...village, cells: [nation], services: [{ kind: 'welfare-facility', levels }] }
    expect(problems(input)).toEqual([]) // constant users in the plan, in proportion afterwards
    const residential = { ...input, services: [{ kind: 'group-home', levels }] }
    expect(problems(residential)).toEqual([['too-large', expect.stringContaining('桁と単位')]])
  })

  it('基準年に利用のない種類は、入力した単価と回数で給付費を出す', () => {
    const added = {
      kind: 'home-bathing',
      levels: [{ level: 'care3', users: 0, benefitYen: 0, newTimesPerUserTenths: 45, newUnitYen: 12_000 }],
    }
    const { value } = answer({
      ...village,
      services: [added],
      adjustments: [
        {
          target: 'users',
          kind: 'home-bathing',
          level: 'care3',
          fiscalYear: 2028,
          change: 4,
          reason: '架空の事業所',
        },
      ],
    })
    const [bathing] = value.adjusted.services
    expect(bathing!.timesTenths![1]).toEqual(by({ care3: 180 }))
    expect(bathing!.benefitYen[1]).toEqual(by({ care3: 18 * 12_000 * 12 }))
    expect(value.natural.totalBenefitYen).toEqual([0, 0, 0, 0])
  })

  it('予防給付だけ人で数える種類がある', () => {
    const rehabilitation = {
      kind: 'day-rehabilitation',
      levels: [
        { level: 'support1', users: 2, benefitYen: 50_000 },
        { level: 'care1', users: 60, timesTenths: 600, benefitYen: 600_000 },
      ],
    }
    const cells = village.cells.map((one) => ({
      ...one,
      history: one.history.map((year) => ({ ...year, certified: by({ support1: 20, care1: 120 }) })),
    }))
    const { value } = answer({ ...village, cells, services: [rehabilitation] })
    const [first] = value.natural.services
    expect(first!.users[0]).toEqual(by({ support1: 2, care1: 60 }))
    expect(first!.timesTenths![0]).toEqual(by({ care1: 600 }))
    expect(first!.benefitYen[0]).toEqual(by({ support1: 600_000, care1: 7_200_000 }))
  })

  it('報酬改定率は、給付費だけにかかる', () => {
    const { value } = answer({ ...village, revisionPerMyriad: 10_159 })
    expect(value.natural.services[0]!.users).toEqual(answer(village).value.natural.services[0]!.users)
    expect(value.natural.services[0]!.benefitYen[0]![2]).toBe(49_289_843) // 48,518,400 × 1.0159 = 49,289,842.56
  })

  it('全国の伸びを選べる', () => {
    const history = [
      { fiscalYear: 2024, insured: 10_000, certified: by({ care1: 1000 }) },
      { fiscalYear: 2025, insured: 10_000, certified: by({ care1: 1040 }) },
    ]
    const national = [{ sex: 'male', ages: '75-79', history }]
    const { value } = answer({ ...village, trend: 'national-year-before', national })
    expect(value.natural.certified.map((row) => row[2])).toEqual([124, 128, 132, 145])
  })

  it('方法が二次資料によることを言い、説明は年度ごとに出る', () => {
    const outcome = runRule(rule, village, { on: '2026-11-22', isExplained: true })
    expect(outcome.ok && outcome.answer.cautions).toEqual([expect.stringContaining('実務資料')])
    expect(outcome.ok && outcome.answer.steps.map(({ label, value }) => [label, value])).toEqual([
      ['2027年度の総給付費（施策反映後）', 144_518_400],
      ['2028年度の総給付費（施策反映後）', 149_251_200],
      ['2029年度の総給付費（施策反映後）', 150_984_000],
      ['2030年度の総給付費（施策反映後）', 167_316_000],
    ])
  })
})

describe('貝塚市 第8期のサービスの表', () => {
  const path = join(import.meta.dirname, '..', 'cases', 'p08-kaizuka-services.json')
  const published = JSON.parse(readFileSync(path, 'utf8')) as {
    serviceCosts: Record<string, number[]>
    derived: { totalsByColumn: number[] }
  }
  /** What that town prints in other words. */
  const ALSO: Record<string, string> = {
    短期入所療養介護: '短期入所療養介護（老健）',
    特定福祉用具販売: '特定福祉用具購入費',
    住宅改修: '住宅改修費',
    居宅介護支援: '居宅介護支援・介護予防支援',
  }
  const kinds = inForce(serviceKinds, '2021-04-01').value

  it('どの行も、一覧のサービス種類にある', () => {
    const names = new Set(kinds.map(({ name }) => name))
    const rows = Object.keys(published.serviceCosts)
    expect(rows).toHaveLength(22)
    expect(rows.filter((row) => !names.has(ALSO[row] ?? row))).toEqual([])
  })

  it('列の合計は、行の和と合う', () => {
    const sums = published.derived.totalsByColumn.map((total, column) => ({
      label: `列${column + 1}`,
      total,
      parts: Object.values(published.serviceCosts).map((row) => row[column]!),
    }))
    const watched = { services: [], levels: [], clamped: { cells: 0, of: 0 }, sums, generalProject: [] }
    expect(warningsOf(watched, inForce(warningLimits, '2026-04-01').value)).toEqual([])
  })
})
