import { inForce } from '../../../law/in-force.ts'
import { trendRule } from '../../../law/insurer/projection-trend.ts'
import { warningLimits } from '../../../law/insurer/projection-warnings.ts'
import { serviceKinds } from '../../../law/insurer/service-kinds.ts'
import { defineRule, type RuleProblem, RuleRefusal } from '../../../platform/computation/index.ts'
import { projectionCases } from '../examples/projection.ts'
import { prepare, runTrack } from './project.ts'
import {
  aboveCertified,
  aboveInsured,
  emptyCells,
  endedKinds,
  faultMessages,
  firstDayOf,
  rowsOf,
  sum,
  trackValue,
  watchedOf,
} from './projection-answer.ts'
import { projectionInput } from './projection-fields.ts'
import { readProjection } from './read-projection.ts'
import { type Warning, warningsOf } from './warnings.ts'

export const rule = defineRule({
  id: 'projection',
  covers: ['PRJ-009'],
  title: '将来推計（認定者、利用者、給付費）',
  group: '将来推計',
  meaning:
    '被保険者数の見込みから、認定者数、施設・居住系・在宅の利用者数、回（日）数、給付費を、自然体と施策反映の両方で推計します。どこを変えても、その先をすべて計算し直します。',
  formula:
    '被保険者数 → 認定者数 → 施設 → 居住系 → 在宅の対象者（認定者−施設−居住系） → 在宅サービス → 回（日）数 → 給付費 → 総給付費',
  source: { text: '地域包括ケア「見える化」システム 将来推計（計画作成の実務資料による）' },
  confidence: 'secondary',
  limits:
    '認定率、利用率、1人当たりの回数、単価は端数処理をせず、正確な分数として使います。端数処理は、認定者数、利用者数、回（日）数（小数第1位）、給付費（円）を要介護度と年度ごとに四捨五入し、合計は四捨五入した数の和です（給付費の円での四捨五入は本ソフトの決め）。施設の利用者は、計画期間のあと、最終年の施策反映後の数から認定者数に比例させます（本ソフトの決め）。施設と居住系の利用者が認定者をこえる年は、在宅の利用者を0人とし、警告します。サービス種類ごとの人材、地域区分の見直し、令和9年度からの新しい種類は推計しません。',
  parameters: { trend: trendRule, kinds: serviceKinds, limits: warningLimits },
  input: projectionInput,
  compute(asked, { law, entry, note, caution }) {
    const problems: RuleProblem[] = []
    const kinds = inForce(serviceKinds, firstDayOf(asked.baseFiscalYear)).value
    const read = readProjection(asked, law.trend, kinds, problems)
    if (problems.length > 0) throw new RuleRefusal(problems)
    const prepared = prepare(read.base)
    const natural = runTrack(prepared, null, false)
    const adjusted = runTrack(prepared, read.deltas, asked.capSupply)
    const faults = [...natural.faults, ...adjusted.faults]
    if (faults.length > 0) throw new RuleRefusal(faultMessages(faults, read))
    const above = [
      ...aboveInsured(asked, natural.track, adjusted.track),
      ...aboveCertified(read, adjusted.track),
    ]
    if (above.length > 0) throw new RuleRefusal(above)
    const warnings: Warning[] = [
      ...warningsOf(watchedOf(asked, read, prepared, adjusted.track), law.limits),
      ...emptyCells(asked, law.trend),
      ...endedKinds(read.kinds, asked),
    ]
    if (entry.trend.confidence !== 'seen')
      caution('推計の方法は、計画作成の実務資料によるもので、公式の手引きでは確かめていません。')
    const value = {
      fiscalYears: asked.fiscalYears,
      trend: asked.trend,
      natural: trackValue(natural.track, read),
      adjusted: trackValue(adjusted.track, read),
      certifiedByCell: asked.cells.map(({ sex, ages }, index) => ({
        sex,
        ages,
        persons: rowsOf(prepared.certifiedOfCells[index]!),
      })),
      clampedCells: prepared.clamped.cells,
      clampHits: prepared.clamped.hits,
      warnings,
    }
    for (const [index, year] of asked.fiscalYears.entries())
      note?.({
        label: `${year}年度の総給付費（施策反映後）`,
        formula: 'Σ サービス×要介護度の給付費',
        inputs: {
          認定者数: sum(value.adjusted.certified[index]!),
          施設の利用者数: sum(value.adjusted.facilityUsers[index]!),
          居住系の利用者数: sum(value.adjusted.residentialUsers[index]!),
          自然体の総給付費: value.natural.totalBenefitYen[index]!,
        },
        value: value.adjusted.totalBenefitYen[index]!,
        unit: '円',
        source: entry.trend.source,
        confidence: entry.trend.confidence,
      })
    return value
  },
  cases: projectionCases,
})
