import { z } from 'zod'
import { inForce } from '../../law/in-force.ts'
import { ownTableLimits } from '../../law/insurer/stages-own-table-limits.ts'
import { reducedRatiosPerMille } from '../../law/insurer/stages-reduced-ratios.ts'
import { standardStages } from '../../law/insurer/stages-standard.ts'
import { roundingRule } from '../../platform/computation/index.ts'
import { setting } from '../../registers/settings/index.ts'
import { structureFaults } from './rules/own-table.ts'
import { ROUND_ON } from './rules/premium-fields.ts'
import { type StageRow, stageRow, standardRows } from './rules/stage-table.ts'

const group = '第1号被保険者の保険料'
const FIRST_DAY = '2024-04-01' // 第9期: where an editor begins
const standard = inForce(standardStages, FIRST_DAY)
const law = { table: standard.value, limits: inForce(ownTableLimits, FIRST_DAY).value }

/** Null: the ordinance has not been entered; there is no national amount. */
export const baseAnnualYen = setting<number | null>({
  key: 'premium.base-annual-yen',
  group,
  approval: 'two',
  title: '基準額（年額）',
  unit: '円',
  help: '介護保険条例の基準額の年額です。月額で定めているときは12倍した額を入力します。開始日は計画期間の初日です。',
  schema: z
    .int('基準額: 円の整数で入力してください。')
    .min(1, '基準額: 1円以上にしてください。')
    .max(10_000_000, '基準額: 10,000,000円までです。')
    .nullable(),
  input: { kind: 'integer', min: 1, max: 10_000_000, blank: '条例の額を入力していない' },
  initial: null,
  source: { text: '国の額はありません（介護保険法第129条第2項により条例で定める）' },
  confidence: 'decided',
})

/** Rows in the order of the stages: `{stage, ratioPerMille, reducedRatioPerMille|null, taxedFromYen|null}`. */
export const stages = setting<StageRow[]>({
  key: 'premium.stages',
  group,
  approval: 'two',
  lawDecides: true,
  title: '所得段階の表',
  unit: null,
  help: '条例の段階ごとの割合（‰）、公費による軽減の後の割合、本人が課税の段階の所得の下限です。入力するまでは、その年度の国の標準の段階を使います。',
  schema: z.array(stageRow, '段階の表: 段階を並べて入力してください。').superRefine((rows, context) => {
    // how wide a reduction may be depends on the year: STG-03 checks it, STG-05 shares it
    for (const { path, message } of structureFaults(rows, law))
      context.addIssue({ code: 'custom', path: path.split('.').slice(1), message })
  }),
  input: { kind: 'structure' },
  initial: standardRows(standard.value, inForce(reducedRatiosPerMille, FIRST_DAY).value),
  source: standard.source,
  confidence: standard.confidence,
})

export const rounding = setting<z.output<ReturnType<typeof roundingRule>>>({
  key: 'premium.rounding',
  group,
  approval: 'two',
  title: '段階別の保険料の端数処理',
  unit: null,
  help: '段階ごとの額を、何円単位に、切捨て・四捨五入・切上げのどれでそろえるかです。「端数処理なし」では、端数の出る段階は計算を断ります。',
  schema: roundingRule('段階別の保険料の端数処理'),
  input: { kind: 'structure' },
  initial: { unitYen: 1, direction: 'none' },
  source: { text: '製品の初期値（端数処理は条例で定める）' },
  confidence: 'decided',
})

export const roundOn = setting<'annual' | 'monthly'>({
  key: 'premium.round-on',
  group,
  approval: 'two',
  title: '端数処理をする額',
  unit: null,
  help: '段階別の保険料の端数処理を、年額でするか、月額でして12倍するかです。',
  schema: z.enum(['annual', 'monthly'], '端数処理をする額: どちらかを選んでください。'),
  input: {
    kind: 'choice',
    choices: [
      { code: 'annual', label: ROUND_ON.annual },
      { code: 'monthly', label: ROUND_ON.monthly },
    ],
  },
  initial: 'annual',
  source: { text: '製品の初期値' },
  confidence: 'decided',
})

export const settings = [baseAnnualYen, stages, rounding, roundOn]
