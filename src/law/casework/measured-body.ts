import type { Dated } from '../types.ts'

/** Both ends are still plausible. */
export interface BodyLimits {
  /** 0.01 cm: 10,000 is 100.00 cm */
  heightHundredthsCm: { min: number; max: number }
  /** 0.01 kg: 2,000 is 20.00 kg */
  weightHundredthsKg: { min: number; max: number }
}

/** Height and weight outside are taken for a slip of the pen (metres in a cm field), not for a measurement. */
export const plausibleBody: Dated<BodyLimits> = {
  id: 'casework.plausible-body',
  title: '身長と体重の入力範囲',
  unit: 'cm（0.01単位、両端を含む）、kg（0.01単位、両端を含む）',
  labels: {
    heightHundredthsCm: '身長（0.01cm）',
    weightHundredthsKg: '体重（0.01kg）',
    min: '下限',
    max: '上限',
  },
  history: [
    {
      from: '2015-04-01',
      value: {
        heightHundredthsCm: { min: 10_000, max: 22_000 },
        weightHundredthsKg: { min: 2_000, max: 20_000 },
      },
      source: { text: '本システムの取り決め（身長100.0～220.0cm、体重20.0～200.0kg）' },
      confidence: 'decided',
    },
  ],
  checkedOn: '2026-11-22',
}
