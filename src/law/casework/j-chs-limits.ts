import type { Dated } from '../types.ts'

/** Below a limit the item counts; on it, it does not. */
export interface JChsLimits {
  /** 0.1 kg */
  gripTenthsKg: { male: number; female: number }
  /** usual walking speed, mm a second */
  speedMmPerSecond: number
  /** lower limits in items met (0-5), ascending from 0 */
  bands: readonly { frailty: 'robust' | 'preFrail' | 'frail'; fromItems: number }[]
}

/** 改定J-CHS基準（2020年）. */
export const jChsLimits: Dated<JChsLimits> = {
  id: 'casework.frailty.j-chs',
  title: '改定J-CHS基準の限界値',
  unit: 'kg（0.1単位）、mm/秒、項目（該当数）',
  labels: {
    gripTenthsKg: '握力（0.1kg）',
    male: '男',
    female: '女',
    speedMmPerSecond: '通常の歩行速度（mm/秒）',
    bands: '区切り',
    frailty: '区分',
    fromItems: '該当項目数の下限',
    robust: '健常',
    preFrail: 'プレフレイル',
    frail: 'フレイル',
  },
  history: [
    {
      from: '2020-01-01',
      value: {
        gripTenthsKg: { male: 280, female: 180 },
        speedMmPerSecond: 1000,
        bands: [
          { frailty: 'robust', fromItems: 0 },
          { frailty: 'preFrail', fromItems: 1 },
          { frailty: 'frail', fromItems: 3 },
        ],
      },
      source: { text: '改定日本版CHS基準（改定J-CHS基準、2020年）' },
      confidence: 'recalled',
    },
  ],
  checkedOn: '2026-11-22',
}
