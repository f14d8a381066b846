import { carriedForward, PERIOD_10 } from '../carried-forward.ts'
import type { Dated, DatedEntry } from '../types.ts'

const SOURCE = { text: '介護保険法第124条の2、介護保険法施行令第38条（公費による保険料の軽減）' }
/** ‰ after the reduction, by stage. */
const after = (
  from: string,
  value: Readonly<Record<number, number>>,
  confidence: 'seen' | 'recalled' = 'recalled',
): DatedEntry<Readonly<Record<number, number>>> => ({ from, value, source: SOURCE, confidence })

/** 低所得者保険料軽減: the ratio that is charged after public money; stages that are not named are not reduced. */
export const reducedRatiosPerMille: Dated<Readonly<Record<number, number>>> = {
  id: 'insurer.stages.reduced-ratios',
  title: '公費による軽減の後の割合（段階ごと）',
  unit: '‰（基準額に対する割合）',
  history: carriedForward(PERIOD_10, [
    after('2015-04-01', { 1: 450 }),
    after('2019-04-01', { 1: 375, 2: 625, 3: 725 }),
    after('2020-04-01', { 1: 300, 2: 500, 3: 700 }),
    after('2024-04-01', { 1: 285, 2: 485, 3: 685 }, 'seen'),
  ]),
  checkedOn: '2026-11-22',
}
