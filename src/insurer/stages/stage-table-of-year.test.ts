import { beforeAll, describe, expect, it } from 'vitest'
import { findRule } from '../../platform/computation/find-rules.ts'
import { runRule } from '../../platform/computation/index.ts'
import { withOwnValues } from '../../platform/computation/own-values.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import type { Work } from '../../platform/database/work.ts'
import { anActor, anInsurer, asOwner, setSetting, workOf } from '../../platform/testing/insurer.ts'
import '../../registers/settings/routes.ts'
import type { StageRow } from './rules/stage-table.ts'

const TODAY = '2026-11-23'
const own: StageRow[] = [400, 600, 690, 900, 1000, 1200, 1300].map((ratioPerMille, i) => ({
  stage: i + 1,
  ratioPerMille,
  reducedRatioPerMille: null,
  taxedFromYen: i < 5 ? null : (i - 5) * 1_000_000,
}))

let database: TestDatabase
let blank: Work
let entered: Work
beforeAll(async () => {
  database = await testDatabase()
  const [one, other] = [await anInsurer(database), await anInsurer(database)]
  blank = workOf(database, await anActor(database, one, 'officer'))
  entered = workOf(database, await anActor(database, other, 'officer'))
  // in force from 2020-04-01
  await asOwner(database, (client) => setSetting(client, other.id, 'premium.stages', own))
})

/** As 試算 does: what the form leaves out comes from the settings. */
async function tried(work: Work, id: string, body: object) {
  const rule = (await findRule(id))!
  const { input, filled } = await withOwnValues(work, rule, body, TODAY)
  const outcome = runRule(rule, input, { on: TODAY, isExplained: true })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  const { value, steps } = outcome.answer
  const sources = steps.flatMap(({ source }) => (source ? [source.text] : []))
  return { value, filled: filled.map(({ setting }) => setting), sources }
}
const rich = {
  selfTaxed: true,
  publicAssistance: false,
  totalIncomeYen: 7_200_000,
  landSpecialDeductionYen: 0,
}
const poor = { publicAssistance: true }
const thousand = { baseAnnualYen: 72_000, heads: [{ stage: 1, persons: 1000 }] }

describe('段階の表を入力していない市町村の試算', () => {
  it.each([
    [2018, 9, 1700, 500, 450, 3_600_000],
    [2023, 9, 1700, 500, 300, 14_400_000],
    [2026, 13, 2400, 455, 285, 12_240_000],
    [2027, 13, 2400, 455, 285, 12_240_000],
  ])('%d年度は、その期の国の標準の表を使う', async (fiscalYear, stage, most, first, charged, costYen) => {
    const high = await tried(blank, 'STG-01', { fiscalYear, ...rich })
    expect(high.value).toMatchObject({ stage, ratioPerMille: most })
    const low = await tried(blank, 'STG-01', { fiscalYear, ...poor })
    expect(low.value).toMatchObject({ stage: 1, ratioPerMille: first, chargedRatioPerMille: charged })
    const cost = await tried(blank, 'STG-05', { fiscalYear, ...thousand })
    expect(cost.value).toMatchObject({ costYen })
    for (const { filled, sources } of [high, low, cost]) {
      expect(filled).toEqual([])
      expect(sources.filter((text) => text.includes('条例'))).toEqual([])
    }
  })
})

describe('段階の表を入力した市町村の試算', () => {
  it('開始日からは自分の表を使い、そう言う', async () => {
    const { value, filled, sources } = await tried(entered, 'STG-01', { fiscalYear: 2020, ...rich })
    expect(value).toMatchObject({ stage: 7, ratioPerMille: 1300 })
    expect(filled).toEqual(['premium.stages'])
    expect(sources).toContain('市町村の介護保険条例（入力された段階の表）')
  })

  it('開始日より前の年度には使わず、その年度の国の標準を使う', async () => {
    const { value, filled } = await tried(entered, 'STG-01', { fiscalYear: 2019, ...rich })
    expect(value).toMatchObject({ stage: 9, ratioPerMille: 1700 })
    expect(filled).toEqual([])
    const cost = await tried(entered, 'STG-05', { fiscalYear: 2019, ...thousand })
    expect(cost.value).toMatchObject({ costYen: 9_000_000 })
  })
})
