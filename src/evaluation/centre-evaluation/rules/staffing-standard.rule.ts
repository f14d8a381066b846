import { z } from 'zod'
import { centreStaffing } from '../../../law/evaluation/centre-staffing.ts'
import { defineRule, persons, refuse } from '../../../platform/computation/index.ts'
import { ordinanceField } from './ordinance-table.ts'
import { type StaffingStandard, standardOf } from './staffing.ts'

export const rule = defineRule({
  id: 'staffing-standard',
  covers: ['EV-22'],
  title: '地域包括支援センターの職員の基準',
  group: 'センター事業評価',
  meaning:
    '担当圏域の第1号被保険者数から、置かなければならない職員の数を出します。6,000人からは市町村の条例の表によります。',
  formula:
    '3,000〜5,999人: 三職種を各1人。3,000人未満: 運営協議会が認めたときの特例。6,000人から: 三職種に、条例の表の人数を加える',
  source: { text: '介護保険法第115条の46第5項、介護保険法施行規則第140条の66' },
  confidence: 'recalled',
  limits:
    '準ずる者、主任介護支援専門員の更新研修、実際の職員が基準に合うかどうかは見ません。おおむね3,000人以上6,000人未満の「おおむね」は、市町村が判断します。',
  parameters: { staffing: centreStaffing },
  input: z.strictObject({
    firstInsured: persons('担当圏域の第1号被保険者数'),
    ordinance: ordinanceField,
  }),
  compute({ firstInsured, ordinance = [] }, { law, entry, note }) {
    const found = standardOf(firstInsured, law.staffing, ordinance)
    if (!found)
      return refuse(
        'ordinance-missing',
        'ordinance',
        `条例の表: ${firstInsured}人の段がありません。条例の表を入れてください。国の基準では決まりません。`,
      )
    note?.({
      label: '置かなければならない職員',
      formula: found.isByOrdinance ? '三職種を各1人＋条例の表の人数' : '第1号被保険者数の段',
      inputs: { 第1号被保険者数: firstInsured, 運営協議会の判断が要る: found.needsCouncil },
      value: found.least,
      unit: '人',
      source: entry.staffing.source,
      confidence: entry.staffing.confidence,
    })
    return found
  },
  cases: (() => {
    /** Invented: 6,000 to under 8,000 one more of any, to under 10,000 two more. */
    const ORDINANCE = [
      { fromPersons: 6000, belowPersons: 8000, extra: 1 },
      { fromPersons: 8000, belowPersons: 10_000, extra: 2 },
    ]
    const standard = (given: Partial<StaffingStandard>): StaffingStandard => ({
      each: 1,
      extra: 0,
      least: 3,
      most: null,
      fullTimeExclusive: 3,
      mustHave: [],
      needsCouncil: false,
      isByOrdinance: false,
      ...given,
    })
    const small = (least: number, most: number | null, fullTimeExclusive: number, mustHave: string[] = []) =>
      standard({ each: null, least, most, fullTimeExclusive, mustHave, needsCouncil: true })
    const EXPECTED: readonly (readonly [number, StaffingStandard])[] = [
      [900, small(1, 2, 0)],
      [1500, small(2, null, 1)],
      [2500, small(2, null, 2, ['publicHealthNurse'])],
      [3000, standard({})],
      [5999, standard({})],
      [6000, standard({ extra: 1, least: 4, fullTimeExclusive: 4, isByOrdinance: true })],
      [9500, standard({ extra: 2, least: 5, fullTimeExclusive: 5, isByOrdinance: true })],
      [0, small(1, 2, 0)],
      [999, small(1, 2, 0)],
      [1000, small(2, null, 1)],
      [1999, small(2, null, 1)],
      [2000, small(2, null, 2, ['publicHealthNurse'])],
      [2999, small(2, null, 2, ['publicHealthNurse'])],
      [7999, standard({ extra: 1, least: 4, fullTimeExclusive: 4, isByOrdinance: true })],
      [8000, standard({ extra: 2, least: 5, fullTimeExclusive: 5, isByOrdinance: true })],
      [9999, standard({ extra: 2, least: 5, fullTimeExclusive: 5, isByOrdinance: true })],
    ]
    return [
      ...EXPECTED.map(([firstInsured, value], at) => ({
        title: `${at < 7 ? 'EV-22 ' : ''}第1号被保険者 ${firstInsured}人`,
        on: '2026-04-01',
        input: { firstInsured, ordinance: ORDINANCE },
        value,
      })),
      {
        title: '5,999人までは、条例の表がなくても答える',
        on: '2026-04-01',
        input: { firstInsured: 5999 },
        value: standard({}),
      },
      {
        title: '6,000人で条例の表がなければ、適合とはせず断る',
        on: '2026-04-01',
        input: { firstInsured: 6000 },
        refused: { code: 'ordinance-missing', path: 'ordinance' },
      },
      {
        title: '段の重なる条例の表は断る',
        on: '2026-04-01',
        input: { firstInsured: 6000, ordinance: [ORDINANCE[0]!, { ...ORDINANCE[1]!, fromPersons: 7999 }] },
        refused: { code: 'custom', path: 'ordinance' },
      },
      {
        title: '範囲のない段は断る',
        on: '2026-04-01',
        input: { firstInsured: 6000, ordinance: [{ fromPersons: 6000, belowPersons: 6000, extra: 1 }] },
        refused: { code: 'custom', path: 'ordinance.0.belowPersons' },
      },
      {
        title: '条例の表を超える人数は断る',
        on: '2026-04-01',
        input: { firstInsured: 10_000, ordinance: ORDINANCE },
        refused: { code: 'ordinance-missing', path: 'ordinance' },
      },
    ]
  })(),
})
