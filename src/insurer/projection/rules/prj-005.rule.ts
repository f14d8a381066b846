import { z } from 'zod'
import { trendRule } from '../../../law/insurer/projection-trend.ts'
import { choice, defineRule, RuleRefusal, refuse } from '../../../platform/computation/index.ts'
import { prj005Cases } from '../examples/prj-005.ts'
import { change, fiscalYear, head } from './projection-fields.ts'
import { rateOf, roundTimes } from './rate.ts'
import { facilityUsers } from './service-users.ts'
import { unsortedYears } from './years.ts'

const year = z.strictObject({
  fiscalYear: fiscalYear(),
  certified: head('認定者数'),
  change: change
    .default(0)
    .meta({ title: '施策反映の増減', description: '施策反映で足す人数（人）。入れないときは0' }),
})

export const rule = defineRule({
  id: 'PRJ-005',
  title: '施設・居住系の利用者数',
  group: '将来推計',
  meaning:
    '一つのサービスの一つの要介護度について、施設は計画期間のあいだ基準年の人数のまま、そのあとは認定者数に比例、居住系は認定者数に基準年の利用率をかけて見込みます。',
  formula:
    '施設: 計画期間は基準年の利用者数、以後は最終年の利用者数×認定者数÷最終年の認定者数。居住系: 認定者数×（基準年の利用者数÷認定者数）',
  source: { text: '地域包括ケア「見える化」システム 将来推計（計画作成の実務資料による）' },
  confidence: 'secondary',
  limits:
    '施設と居住系の合計が認定者数をこえないことは、将来推計（projection）が要介護度ごとに確かめます。計画期間のあとの施設は、最終年の施策反映後の数から比例させます（本ソフトの決め）。',
  parameters: { rule: trendRule },
  input: z.strictObject({
    band: choice('区分', { facility: '施設', residential: '居住系' }),
    baseFiscalYear: fiscalYear('基準年'),
    baseUsers: head('基準年の利用者数'),
    baseCertified: head('基準年の認定者数'),
    years: z
      .array(year, '推計する年度: 年度と認定者数を並べて入力してください。')
      .min(1, '推計する年度: 1年度以上を入力してください。')
      .max(100, '推計する年度: 100年度までです。')
      .meta({
        title: '推計する年度',
        description: '早い順の年度と認定者数。施設では計画期間の最終年を含める',
      }),
  }),
  compute({ band, baseFiscalYear, baseUsers, baseCertified, years }, { law, entry, note, caution }) {
    const unsorted = unsortedYears(years, baseFiscalYear)
    if (unsorted.length > 0)
      throw new RuleRefusal(
        unsorted.map((index) => ({
          path: `years.${index}.fiscalYear`,
          code: 'not-rising',
          message: `推計する年度: ${years[index]!.fiscalYear}は${years[index - 1]?.fiscalYear ?? baseFiscalYear}より後にしてください。早い順に並べます。`,
        })),
      )
    const certified = years.map((one) => one.certified)
    const natural = (): number[] => {
      if (band === 'residential') {
        if (baseUsers > baseCertified)
          refuse(
            'above-certified',
            'baseUsers',
            `基準年の利用者数: ${baseUsers}人が、認定者数${baseCertified}人をこえています。どちらかを直してください。`,
          )
        return certified.map((one) => roundTimes(one, rateOf(baseUsers, baseCertified)))
      }
      const end = years.findIndex(({ fiscalYear }) => fiscalYear === baseFiscalYear + law.rule.planYears)
      if (end < 0)
        refuse(
          'plan-year-missing',
          'years',
          `推計する年度: 計画期間の最終年（${baseFiscalYear + law.rule.planYears}年度）を入れてください。`,
        )
      return facilityUsers(baseUsers, certified, end, years[end]!.change)
    }
    const users = natural().map((one, index) => {
      const { fiscalYear, change } = years[index]!
      const adjusted = one + change
      if (adjusted < 0)
        refuse('below-zero', `years.${index}.change`, `${fiscalYear}年度: ${one}人より多くは減らせません。`)
      if (adjusted > certified[index]!)
        caution(`${fiscalYear}年度: 利用者${adjusted}人が、認定者${certified[index]}人をこえています。`)
      note?.({
        label: `${fiscalYear}年度の利用者数`,
        formula:
          band === 'facility' ? '基準年の人数、計画期間のあとは認定者数に比例' : '認定者数×基準年の利用率',
        inputs: { 認定者数: certified[index]!, 施策反映: change },
        value: adjusted,
        unit: '人',
        source: entry.rule.source,
        confidence: entry.rule.confidence,
      })
      return { fiscalYear, users: adjusted }
    })
    return { years: users }
  },
  cases: prj005Cases,
})
