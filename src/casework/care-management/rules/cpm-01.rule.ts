import { z } from 'zod'
import { careManagementServices } from '../../../law/casework/care-management-services.ts'
import { choice, codesOf, defineRule, month, orUnknown, yesNo } from '../../../platform/computation/index.ts'
import { LEVELS, type Level } from '../codes.ts'
import { cpm01Cases } from '../examples/cpm-01.ts'
import { careManagementKind, KIND_LABELS } from './kind.ts'

const levels = Object.fromEntries(LEVELS.map(({ code, label }) => [code, label])) as Record<Level, string>

const Input = z.strictObject({
  month: month('サービスの月'),
  level: orUnknown(choice('区分', levels)),
  services: orUnknown(
    z
      .array(
        z.strictObject({
          code: z
            .string('サービス種類コード: 2文字で入力してください。')
            .regex(/^[0-9A-Z]{2}$/, 'サービス種類コード: 半角の英数字2文字で入力してください。')
            .meta({ title: 'サービス種類コード', description: '63、A6 など、実際に使ったサービスの2文字' }),
          wholeMonth: yesNo(
            '月を通じて利用',
            '特定施設・小規模多機能・グループホームを月の全部で使った',
          ).optional(),
        }),
      )
      .max(50, '使ったサービス: 50行までです。') // number: room for the services of a month
      .meta({
        title: '使ったサービス',
        description: 'その月に実際に使ったサービス。何も使わなければ空のまま',
      }),
  ),
  isClaimSheetFiled: orUnknown(yesNo('給付管理票', 'その月の給付管理票を提出した')),
})
export type Input = z.input<typeof Input>

export const rule = defineRule({
  id: 'CPM-01',
  title: '介護予防支援か介護予防ケアマネジメントか',
  group: '介護予防ケアマネジメント',
  meaning:
    'その月に実際に使ったサービスから、介護予防支援（46）、介護予防ケアマネジメント（AF）、居宅介護支援（43）、費用のない月のどれかを答えます。',
  formula:
    '給付管理票に載る予防給付が一つでもあれば46、総合事業だけならAF、要介護は43。居宅療養管理指導、特定施設、グループホームなど給付管理票に載らないサービスは数えない。46は給付管理票を出した事業者だけが請求できる',
  source: { text: '介護保険法第8条の2第16項・第115条の45第1項第1号ニ、平成18年厚生労働省告示第129号' },
  confidence: 'recalled',
  limits:
    '費用の額はFEE-01です。2018年3月までのみなしのサービスの月、事業対象者が予防給付を使った月、要支援1の方がグループホームを使った月は判定しません。月の一部で特定施設・グループホームだけを使った月に費用がないことは出典未確認です。',
  parameters: { services: careManagementServices },
  input: Input,
  dateOf: (input) => `${input.month}-01`,
  compute({ level, services, isClaimSheetFiled }, { entry, note, caution }) {
    const { value: kind, steps } = careManagementKind(level, services, entry.services)
    for (const step of steps) note?.(step)
    const mayClaim = claimOf(kind, isClaimSheetFiled)
    if (kind === '46') {
      note?.({
        label: '費用の請求',
        formula: 'その月の給付管理票を出した事業者だけ',
        value: mayClaim,
        source: { text: '平成18年厚生労働省告示第129号 注' },
        confidence: 'seen',
      })
      if (mayClaim !== true)
        caution(
          '給付管理票が出ていないか、出たかわからないため、この月の介護予防支援費はまだ請求できません。',
        )
    }
    return { kind, label: KIND_LABELS[kind], mayClaim }
  },
  labels: {
    kind: '業務',
    ...codesOf('kind', KIND_LABELS),
    label: '業務の名称',
    mayClaim: '介護予防支援費を請求できる',
  },
  cases: cpm01Cases,
})

/** Only 46 hangs on the 給付管理票; null: not said by this rule, or not known. */
const claimOf = (kind: keyof typeof KIND_LABELS, isFiled: boolean | null): boolean | null =>
  kind === '46' ? isFiled : kind === 'none' ? false : null
