import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Ratio } from '../../../platform/exact/index.ts'
import { firstInsuredShare, premiumChain } from '../rules/chain.ts'
import type { Check } from '../rules/check.ts'
import { caseLaw } from './case-law.ts'
import type { PremiumCase } from './case-schema.ts'
import { type CaseReport, checkCase, readCase } from './check-case.ts'
import { printedChain } from './printed-chain.ts'

// Every case file in the tree is recomputed; a file put into one of these folders is checked without a line of code.

const INSURER = join(import.meta.dirname, '..', '..')
const FOLDERS = ['premium/cases', 'stages/cases', 'projection/cases'].map((folder) => join(INSURER, folder))
const CONTRADICTORY: Record<string, string[]> = {
  'p09-kawasaki-miyagi': ['NEED', 'PREM.printedHeads'],
}

/** Half of the last place that the files write of a recomputed value. */
const PRINTED_TO: Record<string, number> = { 'X.rate': 0.000_05, RATE: 0.000_05, F: 0.000_05, ADJ: 0.05 }

interface WrittenCheck {
  id: string
  computed: number
  pass: boolean
}
interface Written {
  file: PremiumCase
  report: CaseReport
  checks: WrittenCheck[]
  derived: Record<string, number | number[]>
}

const cases: Written[] = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const read = readCase(readFileSync(join(folder, name), 'utf8'))
      if (!read.ok) throw new Error(`${name}: ${read.problems.join(' ')}`)
      const { file } = read
      const checks = file.checks as WrittenCheck[]
      return { file, report: checkCase(file), checks, derived: file.derived as Written['derived'] }
    }),
)
const named = cases.map((one) => {
  const { title, isSecondary, caseId } = one.report
  return [`${title}${isSecondary ? '（二次資料）' : ''} ${caseId}`, one] as const
})

const number = ({ over, under }: Ratio): number =>
  Number((BigInt(over) * 1_000_000_000n) / BigInt(under)) / 1_000_000_000
const found = ({ checks }: CaseReport, id: string): Check => {
  const one = checks.find((check) => check.id === id)
  if (!one) throw new Error(`no check ${id}`)
  return one
}

it('公表された計算と、計画作成者の資料の計算を、すべて歩く', () => {
  expect(cases.length).toBeGreaterThanOrEqual(13)
  const ids = cases.map(({ file }) => file.caseId)
  expect(new Set(ids).size).toBe(ids.length)
  expect(cases.filter(({ report }) => report.isSecondary).map(({ file }) => file.caseId)).toEqual(
    expect.arrayContaining([
      'p09-kanegasaki',
      'p09-ooyuki-union',
      'p09-town-a-draft',
      'p10-village-b-factors',
    ]),
  )
})

describe.each(named)('%s', (_, { file, report, checks, derived }) => {
  it('食い違いは、知られているものだけ', () => {
    expect(report.contradictions.map(({ id }) => id)).toEqual(CONTRADICTORY[file.caseId] ?? [])
    expect(report.warnings).toEqual([])
  })

  it('計算し直した値は、ファイルに書かれた検算と同じ', () => {
    for (const { id, computed, pass } of checks) {
      const own = found(report, id)
      expect([id, own.isMet]).toEqual([id, pass])
      const scale = id.startsWith('X.rate') ? 100 : 1 // ours is in per cent, as it is printed
      const places = PRINTED_TO[id.replace(/\d$|\.\w+$/, '')] ?? 0.001
      expect(Math.abs(number(own.computed) / scale - computed), id).toBeLessThanOrEqual(places)
    }
  })

  it('印刷されていない値の逆算も、ファイルの値と同じ', () => {
    for (const [name, value] of Object.entries(derived)) {
      if (Array.isArray(value)) {
        expect(totalsOf(file), name).toEqual(value)
        continue
      }
      const digits = String(value).split('.')[1]?.length ?? 0
      expect(Math.abs(derive(name, file, report) - value), name).toBeLessThanOrEqual(0.5001 / 10 ** digits)
    }
  })
})

/** A value of `derived`, recomputed from the file and its report. */
function derive(name: string, file: PremiumCase, report: CaseReport): number {
  if (file.kind !== 'premium-chain') throw new Error(`nothing is derived of ${file.kind}`)
  const { published: p } = file
  const law = caseLaw(file.period)
  const solved = (key: string) => number(report.solved[key]!)
  switch (name) {
    case 'firstInsuredShare':
      return number(
        firstInsuredShare((p.standardBenefit ?? 0) + (p.communitySupport ?? 0), law.sharePerMille),
      )
    case 'adjGrantEquivalent':
      return number(found(report, 'E').computed)
    case 'adjGrantRateAverage':
      return solved('grantRateAverage')
    case 'FGimplied':
      return (
        (law.sharePerMille + law.equivalentPerMille - solved('grantRateAverage') * 1000) / law.sharePerMille
      )
    case 'needBeforeDraw':
      return solved('needBeforeDrawYen')
    case 'need':
      return solved('needYen')
    case 'adjustedInsuredSolved':
      return solved('adjustedInsured')
    case 'adjustedInsuredSolvedBefore':
      return solved('adjustedInsuredBefore')
    case 'adjustedRatioSolved':
      return solved('adjustedInsured') / (p.insured ?? 0)
    case 'adjustedRatio':
      return solved('adjustedPerInsured')
    case 'generalProjectImplied':
      return solved('generalProjectYen')
    case 'generalProjectShareOfB':
      return solved('generalProjectYen') / (p.communitySupport ?? 0)
    case 'socialSecurityEnhancementRest':
      return (p.communitySupport ?? 0) - (p.generalProject ?? 0) - (p.comprehensiveAndVoluntary ?? 0)
    case 'monthlyExact':
      return solved('monthlyYen')
    case 'adjustedTimesCollection':
      return solved('adjustedTimesCollection')
    default:
      throw new Error(`unknown derived value ${name}`)
  }
}

function totalsOf(file: PremiumCase): number[] {
  if (file.kind !== 'service-projection') throw new Error(`no columns in ${file.kind}`)
  const rows = Object.values(file.serviceCosts)
  return file.fiscalYears.map((_, at) => rows.reduce((all, row) => all + (row[at] ?? 0), 0))
}

describe('公表の額から、保険料の計算をたどり直す', () => {
  const chain = (caseId: string, generalProjectYen: number, adjustedInsuredTenths: number) => {
    const file = cases.find((one) => one.file.caseId === caseId)!.file
    if (file.kind !== 'premium-chain') throw new Error(caseId)
    const printed = printedChain(file)
    const law = caseLaw(file.period)
    return premiumChain(
      {
        ...printed,
        stabilisationFundYen: printed.stabilisationFundYen ?? 0,
        incentiveGrantYen: printed.incentiveGrantYen ?? 0,
        municipalSpecialYen: printed.municipalSpecialYen ?? 0,
        fundDrawYen: printed.fundDrawYen ?? 0,
        standardBenefitYen: printed.standardBenefit.totalYen!,
        generalProjectYen,
        comprehensiveSupportYen: printed.communitySupport.totalYen! - generalProjectYen,
        adjustmentGrantExpectedYen: printed.adjustmentGrantExpectedYen!,
        collectionRatePerMyriad: printed.collectionRatePerMyriad!,
        adjustedInsuredTenths,
        adopt: printed.adopt ?? { unitYen: 1, direction: 'half-up', roundOn: 'monthly' },
      },
      { firstInsuredSharePerMille: law.sharePerMille, adjustmentEquivalentPerMille: law.equivalentPerMille },
    )
  }

  it('大雪地区広域連合 第9期（二次資料）: 総合事業費は調整交付金相当額から逆算', () => {
    expect(chain('p09-ooyuki-union', 331_097_996, 268_710)).toMatchObject({
      firstInsuredShareYen: 2_325_959_991,
      adjustmentGrantEquivalentYen: 492_515_476,
      needBeforeDrawYen: 2_091_968_467,
      needYen: 2_051_968_467,
      monthlyExactHundredths: 642_792,
      monthlyAdoptedYen: 6400,
      annualAdoptedYen: 76_800,
    })
  })

  it('金ケ崎町 第9期（二次資料）: 補正後の人数は基準額から逆算', () => {
    expect(chain('p09-kanegasaki', 135_312_000, 136_728)).toMatchObject({
      firstInsuredShareYen: 926_071_148,
      adjustmentGrantEquivalentYen: 198_303_915,
      needBeforeDrawYen: 892_094_063,
      needYen: 802_094_063,
      monthlyExactHundredths: 489_989,
      monthlyAdoptedYen: 4900,
    })
  })

  it('A町 第9期の素案（二次資料）: 途中の額は千円で印刷されている', () => {
    const found = chain('p09-town-a-draft', 25_560_000, 95_461)
    expect(found).toMatchObject({
      firstInsuredShareYen: 813_313_024,
      adjustmentGrantEquivalentYen: 173_507_179,
    })
    expect(found.needYen).toBe(840_642_203)
    expect(found.monthlyExactHundredths).toBe(764_421)
  })
})

it('川崎町 第9期（二次資料）は、二つの食い違いを挙げて断る', () => {
  const { contradictions } = cases.find(({ file }) => file.caseId === 'p09-kawasaki-miyagi')!.report
  const messages = contradictions.map(({ message }) => message)
  expect(messages).toHaveLength(2)
  expect(messages[0]).toContain('14,000,000円の説明がつきません')
  expect(messages[0]).toContain('差は92,000,000円')
  expect(messages[1]).toContain('印刷の9,875人は、補正前の第1号被保険者数9,875人とほぼ同じです')
  expect(messages[1]).toContain('6,264.62円で、印刷の6,508円と243.38円違います')
  expect(messages[1]).toContain('9,505.7人')
})
