import { warningLimits } from '../../../law/insurer/projection-warnings.ts'
import { defineRule, RuleRefusal } from '../../../platform/computation/index.ts'
import { prj011Cases } from '../examples/prj-011.ts'
import { LEVEL_NAMES } from './projection-fields.ts'
import { warningsOf } from './warnings.ts'
import { watchedInput } from './watched-fields.ts'
import { unsortedYears } from './years.ts'

export const rule = defineRule({
  id: 'PRJ-011',
  title: '将来推計の警告',
  group: '将来推計',
  meaning: '推計や取り込んだ表のうち、確かめた方がよいところを挙げます。どれも計算は止めません。',
  formula:
    '利用者数の前年比10%超、1人当たり給付費の前年比10%超、施設＋居住系＞認定者、基準年の利用者0人、認定率の上限・下限、内訳の和≠合計、総合事業の上限超過',
  source: { text: '計画作成の実務資料、本ソフトの決め' },
  confidence: 'decided',
  limits:
    '前年比は、続いた年度だけを比べます。総合事業の上限は「総合事業の上限額」（CSP-01）の値を入力してください。',
  parameters: { limits: warningLimits },
  input: watchedInput,
  compute(watched, { law, entry, note }) {
    const unsorted = watched.services.flatMap(({ name, years }, service) =>
      unsortedYears(years).map((index) => ({
        path: `services.${service}.years.${index}.fiscalYear`,
        code: 'not-rising',
        message: `${name}: ${years[index]!.fiscalYear}年度を、前の行の年度より後にしてください。基準年から早い順に並べます。`,
      })),
    )
    if (unsorted.length > 0) throw new RuleRefusal(unsorted)
    const named = watched.levels.map((one) => ({ ...one, level: LEVEL_NAMES[one.level] }))
    const warnings = warningsOf({ ...watched, levels: named }, law.limits)
    note?.({
      label: '警告',
      formula: '幅（‰）をこえるものを数える',
      inputs: {
        利用者数の前年比: law.limits.usersChangePerMille,
        '1人当たり給付費の前年比': law.limits.benefitPerUserPerMille,
        上限か下限のセル: law.limits.clampedCellsPerMille,
      },
      value: warnings.length,
      unit: '件',
      source: entry.limits.source,
      confidence: entry.limits.confidence,
    })
    return { warnings }
  },
  cases: prj011Cases,
})
