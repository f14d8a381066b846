import { z } from 'zod'
import { planContents } from '../../../law/insurer/plan-contents.ts'
import { planPeriodYears } from '../../../law/insurer/plan-period.ts'
import { defineRule, type RuleProblem, RuleRefusal, whole } from '../../../platform/computation/index.ts'
import { firstDayOfPeriod } from '../../premium/rules/period-day.ts'
import { contentsCases } from '../examples/pln-003.ts'
import { missingItems } from './missing-items.ts'
import { planPeriod } from './plan-period.ts'

const name = (title: string) =>
  z
    .string(`${title}: 名前を入力してください。`)
    .trim()
    .min(1, `${title}: 名前を入力してください。`)
    .meta({ title, description: title })

export const rule = defineRule({
  id: 'PLN-003',
  title: '計画に定める事項の点検',
  group: '計画',
  meaning:
    '計画の素案に、介護保険法が定める事項と努める事項がそろっているかを、年度と日常生活圏域まで点検し、足りないものを挙げます。',
  formula: '事項の一覧のうち、書かれていないもの、年度か圏域の欠けているもの',
  source: { text: '介護保険法第117条第2項・第3項', url: 'https://laws.e-gov.go.jp/law/409AC0000000123' },
  confidence: 'recalled',
  limits:
    '書かれているかどうかだけを見ます。内容のよしあし、ほかの計画（老人福祉計画、地域福祉計画など）との調和は見ません。サービスの種類ごとの漏れは数えません。',
  parameters: { contents: planContents, count: planPeriodYears },
  input: z.strictObject({
    period: whole('計画期間', '期', { min: 1, max: 100, help: '第10期（令和9～11年度）は10' }),
    areas: z
      .array(name('日常生活圏域'), '日常生活圏域: 名前を並べて入力してください。')
      .min(1, '日常生活圏域: 一つ以上入力してください。圏域が一つの市町村は、その一つを入力します。')
      .meta({ title: '日常生活圏域', description: '計画期間の日常生活圏域の名前。一つでもよい' }),
    written: z
      .array(
        z.strictObject({
          item: name('事項'),
          fiscalYears: z
            .array(whole('年度', '年度', { min: 2000, max: 2100 })) // number: room for every plan
            .default([])
            .meta({ title: '数値のある年度', description: '西暦の年度。令和9年度は2027' }),
          areas: z
            .array(name('圏域'))
            .default([])
            .meta({ title: '数値のある圏域', description: '日常生活圏域の名前' }),
        }),
        '書かれている事項: 事項を並べて入力してください。',
      )
      .meta({ title: '書かれている事項', description: '素案に書かれている事項と、数値のある年度・圏域' }),
  }),
  dateOf: ({ period }) => firstDayOfPeriod(period),
  compute({ period, areas, written }, { law, entry, note }) {
    refuseUnknown(written, law.contents)
    const { fiscalYears } = planPeriod(period, law.count)
    const missing = missingItems(law.contents, written, { fiscalYears, areas })
    for (const { title, lawItem, isRequired, isAbsent, missingFiscalYears, missingAreas } of missing)
      note?.({
        label: title,
        formula: isRequired ? '定める事項' : '努める事項',
        inputs: {
          条項: lawItem,
          欠けている年度: missingFiscalYears.join('、'),
          欠けている圏域: missingAreas.join('、'),
        },
        value: isAbsent ? '書かれていない' : '一部が欠けている',
        source: entry.contents.source,
        confidence: entry.contents.confidence,
      })
    const missingRequired = missing.filter(({ isRequired }) => isRequired)
    note?.({
      label: '足りない「定める事項」',
      value: missingRequired.length,
      unit: '件',
      source: entry.contents.source,
      confidence: entry.contents.confidence,
    })
    return {
      isComplete: missingRequired.length === 0,
      requiredCount: law.contents.filter(({ isRequired }) => isRequired).length,
      missingRequired,
      missingEndeavoured: missing.filter(({ isRequired }) => !isRequired),
    }
  },
  cases: contentsCases,
})

/** @throws RuleRefusal naming every item that the list of the period does not know or that stands twice */
function refuseUnknown(written: readonly { item: string }[], list: readonly { item: string }[]) {
  const problems: RuleProblem[] = written.flatMap(({ item }, at) => {
    const path = `written.${at}.item`
    if (!list.some((one) => one.item === item))
      return [
        {
          path,
          code: 'unknown-item',
          message: `書かれている事項: 「${item}」は、この計画期間の事項の一覧にありません。制度の数値「市町村介護保険事業計画に定める事項」の名前で入力してください。`,
        },
      ]
    if (written.findIndex((one) => one.item === item) < at)
      return [
        {
          path,
          code: 'twice',
          message: `書かれている事項: 「${item}」が2度あります。1行にまとめてください。`,
        },
      ]
    return []
  })
  if (problems.length > 0) throw new RuleRefusal(problems)
}
