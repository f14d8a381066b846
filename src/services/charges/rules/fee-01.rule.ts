import { z } from 'zod'
import { unitPrice70Hundredths } from '../../../law/services/area-unit-price.ts'
import {
  initialAdditionGapMonths,
  planFeeAdditionUnits,
  planFeeImprovementPerMille,
  planFeeReductionPerMille,
  planFeeRegionalPerMille,
  preventiveSupportUnits,
} from '../../../law/services/plan-fee.ts'
import {
  choice,
  defineRule,
  month,
  orUnknown,
  type RuleContext,
  whole,
  yesNo,
} from '../../../platform/computation/index.ts'
import { AREAS } from '../codes.ts'
import { fee01Cases } from '../examples/fee-01.ts'
import { costYenOf } from './cost-share.ts'
import { isInitial, NO_FEE, type PlanFeeUnits, planFeeUnits, REDUCTIONS, REGIONS } from './plan-fee.ts'

const Input = z.strictObject({
  month: month('サービスの月'),
  kind: orUnknown(
    choice('費用の種類', {
      centre: '介護予防支援費(I) センター',
      careOffice: '介護予防支援費(II) 居宅介護支援事業者',
      programme: '介護予防ケアマネジメント（市町村の単位）',
    }),
  ),
  area: choice('地域区分', AREAS, '事業所の所在地の地域区分').meta({ setting: 'charges.area' }),
  ownUnits: orUnknown(
    whole('介護予防ケアマネジメントの単位（市町村の定め）', '単位', {
      max: 10_000,
      help: '介護予防ケアマネジメントのときだけ使います',
    }),
  )
    .optional()
    .meta({ setting: 'charges.care-management-units' }),
  isPlanNew: orUnknown(yesNo('計画を新しく作った', 'この月に、この事業者が計画を新しく作った')),
  lastSupport: orUnknown(
    z
      .string('前に支援した月: 年月を「2025-02」の形で入力してください。')
      .regex(
        /^(never|[1-9]\d{3}-(0[1-9]|1[0-2]))$/,
        '前に支援した月: 年月を「2025-02」の形で、なければ never を入力してください。',
      )
      .meta({
        title: '前に支援した月',
        description:
          'この事業者が、介護予防支援か介護予防ケアマネジメントを最後に行った月（この月の前まで。YYYY-MM）。なければ never',
      }),
  ),
  entrustment: choice('委託', {
    none: 'この月に委託を始めていない',
    started: 'この月に初めて委託した',
    taken: '委託連携加算は以前に算定した',
  }),
  regions: z
    .array(choice('地域の加算', REGIONS))
    .max(2, '地域の加算: 2つまでです。')
    .refine((all) => new Set(all).size === all.length, '地域の加算: 同じ加算が2度あります。')
    .meta({ title: '地域の加算', description: '介護予防支援費(II)だけ。なければ空のまま' }),
  lacks: z
    .array(choice('減算', REDUCTIONS))
    .max(2, '減算: 2つまでです。')
    .refine((all) => new Set(all).size === all.length, '減算: 同じ減算が2度あります。')
    .meta({ title: '減算', description: '当てはまる減算。なければ空のまま' }),
  isFiled: orUnknown(yesNo('処遇改善加算の届出', '届け出て、要件（2026年度は誓約を含む）を満たしている')),
})
export type Input = z.input<typeof Input>
const parameters = {
  fees: preventiveSupportUnits,
  additions: planFeeAdditionUnits,
  gapMonths: initialAdditionGapMonths,
  regional: planFeeRegionalPerMille,
  reductions: planFeeReductionPerMille,
  improvement: planFeeImprovementPerMille,
  price: unitPrice70Hundredths,
}

export const rule = defineRule({
  id: 'FEE-01',
  title: '介護予防支援費',
  group: '介護予防ケアマネジメント',
  meaning:
    '1か月の介護予防支援費（または市町村の単位による介護予防ケアマネジメント費）の単位数と金額を出します。利用者負担はありません。',
  formula:
    '（所定単位−減算＋地域の加算＋初回加算＋委託連携加算）＋処遇改善加算、率は1単位未満四捨五入。金額＝合計単位×単価（1円未満切捨て）',
  source: { text: '平成18年厚生労働省告示第129号、平成27年厚生労働省告示第93号' },
  confidence: 'recalled',
  limits:
    'その月の給付管理票を出した事業者だけが請求できます（CPM-01）。率の端数処理は出典未確認です。介護予防ケアマネジメントの類型B・Cの単位、減算、2026年6月からの処遇改善の分は市町村の定めによります。2021年3月までの単位は載せていません。',
  parameters,
  input: Input,
  dateOf: (input) => `${input.month}-01`,
  compute({ kind, area, ownUnits = null, ...facts }, context) {
    const { law, note, round, caution } = context
    if (kind === null) {
      note?.({ label: '費用の種類', formula: '費用の種類がわからないため、計算できない', value: null })
      return NO_FEE
    }
    const whole = { ...facts, lastSupport: facts.lastSupport, kind, ownUnits }
    const units = planFeeUnits(whole, law, round)
    if (units === null) {
      note?.({ label: '所定単位', formula: '市町村の単位が設定されていない', value: null, unit: '単位' })
      return NO_FEE
    }
    const isOpen = isInitial(whole, law.gapMonths) === null
    if (isOpen) caution('初回加算: 計画が新しいか、前に支援した月がわからないため、加えていません。')
    if (kind !== 'programme' && facts.isFiled === null && law.improvement !== null)
      caution('介護職員等処遇改善加算: 届出があるかわからないため、加えていません。')
    if (kind === 'programme' && units.totalUnits > units.baseUnits)
      caution('介護予防ケアマネジメントの加算: 国の額で計算しました。市町村の定めを確かめてください。')
    const price = area === 'unset' ? null : law.price[area]
    const costYen = price === null ? null : costYenOf(units.totalUnits, price, round)
    explain(units, costYen, { kind, area }, context)
    const serviceCode = kind === 'programme' ? null : (law.fees[kind]?.code ?? null)
    return { serviceCode, ...units, costYen, userYen: costYen === null ? null : 0 }
  },
  labels: {
    serviceCode: 'サービスコード',
    baseUnits: '所定単位',
    reductionUnits: '減算',
    regionalUnits: '地域の加算',
    initialUnits: '初回加算',
    entrustmentUnits: '委託連携加算',
    improvementUnits: '介護職員等処遇改善加算',
    totalUnits: '合計単位',
    costYen: '費用の額',
    userYen: '利用者負担',
  },
  cases: fee01Cases,
})

/** A step for each line that is not zero, then the sum and the yen. */
function explain(
  units: PlanFeeUnits,
  costYen: number | null,
  { kind, area }: { kind: 'centre' | 'careOffice' | 'programme'; area: Input['area'] },
  { note, entry }: Pick<RuleContext<typeof parameters>, 'note' | 'entry'>,
): void {
  const line = (label: string, value: number, { source, confidence }: (typeof entry)[keyof typeof entry]) => {
    if (value !== 0) note?.({ label, value, unit: '単位', source, confidence })
  }
  if (kind === 'programme')
    note?.({ label: '所定単位', value: units.baseUnits, unit: '単位', source: { text: '市町村の定め' } })
  else line('所定単位', units.baseUnits, entry.fees)
  line('減算', -units.reductionUnits, entry.reductions)
  line('地域の加算', units.regionalUnits, entry.regional)
  line('初回加算', units.initialUnits, entry.additions)
  line('委託連携加算', units.entrustmentUnits, entry.additions)
  line('介護職員等処遇改善加算', units.improvementUnits, entry.improvement)
  note?.({ label: '合計単位', formula: '上の単位の合計', value: units.totalUnits, unit: '単位' })
  note?.({
    label: '費用の額',
    formula: costYen === null ? '地域区分がわからないため、計算できない' : '合計単位×単価、1円未満は切捨て',
    inputs: { 合計単位: units.totalUnits, 地域区分: AREAS[area] },
    value: costYen,
    unit: '円',
    source: entry.price.source,
    confidence: entry.price.confidence,
  })
}
