import { z } from 'zod'
import {
  dayImprovementPerMille,
  hasTransitionalGrades,
  homeImprovementPerMille,
  smallDayImprovementPerMille,
} from '../../../law/services/treatment-improvement.ts'
import { choice, defineRule, month, orUnknown, refuse, whole } from '../../../platform/computation/index.ts'
import { unt02Cases } from '../examples/unt-02.ts'
import { GRADES, improvementPerMille, improvementUnits } from './treatment-improvement.ts'

const MOST = 10_000_000 // number: what units of a month may be
const Input = z.strictObject({
  month: month('サービスの月'),
  kind: choice('サービスの種類', { A2: '訪問型サービス（独自）', A6: '通所型サービス（独自）' }),
  monthUnits: whole('1か月の単位の合計', '単位', { max: MOST, help: '加算・減算の後、処遇改善加算の前' }),
  grade: orUnknown(choice('加算の区分', GRADES)),
  capacity: orUnknown(
    choice('定員', { '19up': '19人以上', under19: '19人未満' }),
    '訪問型サービスと、わからないときは null',
  ).optional(),
})
export type Input = z.input<typeof Input>

export const rule = defineRule({
  id: 'UNT-02',
  title: '介護職員等処遇改善加算',
  group: '総合事業',
  meaning: '1か月の単位の合計に、届け出た区分の率を掛けて、介護職員等処遇改善加算の単位を出します。',
  formula: '1か月の単位の合計×率（‰）、1単位未満は四捨五入',
  source: { text: '介護職員等処遇改善加算（令和6年6月からの一本化、令和8年6月からの改定）' },
  confidence: 'recalled',
  limits:
    '2024年5月までの3つの処遇改善関係の加算、V(1)〜(14)の率、2026年6月からの定員19人未満の一部の率は、見た資料になく計算できません。加算は区分支給限度基準額に含めません（LIM-01）。',
  parameters: {
    home: homeImprovementPerMille,
    day: dayImprovementPerMille,
    smallDay: smallDayImprovementPerMille,
    transition: hasTransitionalGrades,
  },
  input: Input,
  dateOf: (input) => `${input.month}-01`,
  compute({ kind, monthUnits, grade, capacity = null }, { law, entry, note, round, caution }) {
    if (grade === null) {
      caution('加算の区分がわからないため、処遇改善加算は0単位としました。届出を確かめてください。')
      note?.({ label: '介護職員等処遇改善加算', formula: '区分がわからない', value: 0, unit: '単位' })
      return { perMille: null, additionUnits: 0, totalUnits: monthUnits }
    }
    const isTold = JSON.stringify(law.day) !== JSON.stringify(law.smallDay)
    if (kind === 'A6' && capacity === null && isTold)
      refuse(
        'capacity-needed',
        'capacity',
        '定員: この月の率は定員で変わります。19人以上か19人未満かを選んでください。',
      )
    const used = kind === 'A2' ? entry.home : capacity === 'under19' ? entry.smallDay : entry.day
    const perMille = improvementPerMille(grade, used.value, law.transition)
    const additionUnits = improvementUnits(monthUnits, perMille, round)
    note?.({
      label: '介護職員等処遇改善加算',
      formula: '1か月の単位の合計×率、1単位未満は四捨五入',
      inputs: { '1か月の単位': monthUnits, 区分: GRADES[grade], '率（‰）': perMille },
      value: additionUnits,
      unit: '単位',
      source: used.source,
      confidence: used.confidence,
    })
    return { perMille, additionUnits, totalUnits: monthUnits + additionUnits }
  },
  labels: { perMille: '率', additionUnits: '処遇改善加算の単位', totalUnits: '加算の後の単位' },
  cases: unt02Cases,
})
