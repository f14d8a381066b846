import { z } from 'zod'
import { LEVELS, levelLabel } from '../../../casework/certifications/codes.ts'
import { benefitLimitUnits, outsideBenefitLimit } from '../../../law/services/benefit-limit-units.ts'
import { choice, codesOf, defineRule, month, orUnknown, whole } from '../../../platform/computation/index.ts'
import { lim01Cases } from '../examples/lim-01.ts'
import { benefitLimit, type LimitLevel, type PlannedLine } from './benefit-limit.ts'

const MOST = 1_000_000 // number: what units of a month may be
const KINDS: Record<PlannedLine['kind'], string> = {
  service: '限度額に含めるサービス（予防給付・介護給付・指定の総合事業）',
  entrusted: '委託・補助の総合事業',
  homeMedical: '居宅療養管理指導',
  residential: '特定施設・グループホーム（短期利用を除く）',
  improvement: '介護職員等処遇改善加算',
  specialArea: '特別地域加算など',
  structure: 'サービス提供体制強化加算',
}
const levels = Object.fromEntries(
  LEVELS.filter(({ group, rank }) => group !== 'none' && rank !== null).map(({ code, label }) => [
    code,
    label,
  ]),
) as Record<LimitLevel, string>

const Input = z.strictObject({
  month: month('サービスの月'),
  levels: z
    .array(choice('区分', levels))
    .max(4, '区分: 1か月に4つまで入力できます。') // number: room for the changes of a month
    .meta({ title: 'その月に有効な区分', description: 'その月に有効だった区分のすべて。なければ空のまま' }),
  lines: z
    .array(
      z.strictObject({
        kind: choice('種類', KINDS),
        units: orUnknown(whole('単位数', '単位', { max: MOST })),
      }),
    )
    .max(200, '計画の行: 200行までです。') // number: room for a month's lines
    .meta({ title: '計画の単位', description: '利用票の行ごとの単位数。わからない行は null' }),
  programmeLimitUnits: orUnknown(
    whole('事業対象者の限度額（市町村の定め）', '単位', {
      min: 1,
      max: MOST,
      help: '国は要支援1の額を目安とし、退院の直後などでは市町村がそれを超える額を認められます',
    }),
    '定めがなければ null',
  )
    .optional()
    .meta({ setting: 'limits.programme-units' }),
})
export type Input = z.input<typeof Input>

export const rule = defineRule({
  id: 'LIM-01',
  title: '区分支給限度基準額',
  group: '要介護認定',
  meaning:
    'その月の区分から限度額を引き、計画の単位がどこまで保険の対象になり、どれだけ10割の自己負担になるかを出します。',
  formula:
    '限度額＝その月に有効な区分のうち最も重いものの基準額（日割りなし）、超過＝限度額に含める単位数−限度額',
  source: { text: '介護保険法第43条・第55条、平成12年厚生省告示第33号' },
  confidence: 'recalled',
  limits:
    '種類ごとの支給限度、限度額を超えた単位をどの事業者に割り振るか、訪問通所と短期入所の区別があった時期は計算しません。2015年3月までの額は載せていません。',
  parameters: { limits: benefitLimitUnits, outside: outsideBenefitLimit },
  input: Input,
  dateOf: (input) => `${input.month}-01`,
  compute(input, { law, entry, note, caution }) {
    const own = input.programmeLimitUnits ?? null
    const result = benefitLimit(input.levels, input.lines, own, law)
    const { level, limitUnits, countedUnits, notCountedUnits, overUnits } = result
    const isOwn = level === '06' && own !== null
    note?.({
      label: '区分支給限度基準額',
      formula:
        level === null ? '有効な区分がないため、判定できない' : '最も重い区分の額（月の途中の変更も月全体）',
      inputs: { 区分: input.levels.map(levelLabel).join('・') || 'なし' },
      value: limitUnits,
      unit: '単位',
      source: isOwn ? { text: '市町村の定め' } : entry.limits.source,
      confidence: isOwn ? 'seen' : entry.limits.confidence,
    })
    note?.({
      label: '限度額に含める単位',
      formula: '計画の単位の合計（加算など対象外を除く）',
      inputs: { 対象外: notCountedUnits },
      value: countedUnits,
      unit: '単位',
      source: entry.outside.source,
      confidence: entry.outside.confidence,
    })
    note?.({ label: '限度額を超える単位（10割負担）', value: overUnits, unit: '単位' })
    if (isOwn && own < law.limits['06'])
      caution(`事業対象者の限度額が、国の目安（${law.limits['06']}単位）より低く定められています。`)
    return result
  },
  labels: {
    ...codesOf('level', levels),
    limitUnits: '限度額',
    countedUnits: '限度額に含める単位',
    notCountedUnits: '限度額に含めない単位',
    coveredUnits: '保険の対象の単位',
    overUnits: '限度額を超える単位',
  },
  cases: lim01Cases,
})
