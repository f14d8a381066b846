import type { Dated } from '../types.ts'

type BySex = { male: number; female: number }

export interface MeasureCuts {
  /** which consensus the cuts of grip, chair, SPPB and calf follow */
  version: string
  /** below */
  gripTenthsKg: BySex
  /** below; 5 m divided by the time */
  walkMmPerSecond: number
  walkMm: number
  /** from */
  tugFallTenthsSecond: number
  tugUnstableTenthsSecond: number
  /** below */
  oneLegTenthsSecond: number
  /** where the test of one leg may stop */
  oneLegCapSeconds: readonly number[]
  /** below, in tenths of a count */
  chairStandTenths: number
  /** from */
  chairRiseHundredthsSecond: number
  /** up to */
  sppbPoints: number
  /** below */
  calfTenthsCm: BySex
  /** below */
  oralTenthsPerSecond: number
}

/** Cuts of the physical measures (STC-02): research and guidelines, not law. */
export const shortIntensiveCuts: Dated<MeasureCuts> = {
  id: 'casework.short-intensive.cuts',
  title: '体力測定の目安の値',
  unit: 'kg（0.1）、m/秒（0.001）、m（0.001）、秒（0.1・0.01）、回（0.1）、点、cm（0.1）',
  labels: {
    version: '基準の名称',
    gripTenthsKg: '握力（0.1kg、未満）',
    male: '男',
    female: '女',
    walkMmPerSecond: '歩行速度（mm/秒、未満）',
    walkMm: '歩く距離（mm）',
    tugFallTenthsSecond: 'TUG 転倒の目安（0.1秒、以上）',
    tugUnstableTenthsSecond: 'TUG 運動器不安定症の目安（0.1秒、以上）',
    oneLegTenthsSecond: '開眼片足立ち（0.1秒、未満）',
    oneLegCapSeconds: '片足立ちを終えてよい時間（秒）',
    chairStandTenths: '30秒椅子立ち上がり（0.1回、未満）',
    chairRiseHundredthsSecond: '5回椅子立ち上がり（0.01秒、以上）',
    sppbPoints: 'SPPB（点、以下）',
    calfTenthsCm: '下腿周囲長（0.1cm、未満）',
    oralTenthsPerSecond: 'オーラルディアドコキネシス（0.1回/秒、未満）',
  },
  history: [
    {
      from: '2019-01-01',
      value: {
        version: 'AWGS 2019',
        gripTenthsKg: { male: 280, female: 180 },
        walkMmPerSecond: 1000,
        walkMm: 5000,
        tugFallTenthsSecond: 135,
        tugUnstableTenthsSecond: 110,
        oneLegTenthsSecond: 150,
        oneLegCapSeconds: [60, 120],
        chairStandTenths: 145,
        chairRiseHundredthsSecond: 1200,
        sppbPoints: 9,
        calfTenthsCm: { male: 340, female: 330 },
        oralTenthsPerSecond: 60,
      },
      source: { text: 'AWGS 2019、運動器不安定症と口腔機能低下症の診断基準、転倒の研究' },
      confidence: 'recalled',
      note: '始まりの日は AWGS 2019 の年として置いています。2025年の新しい合意で変わるかもしれません。',
    },
  ],
  checkedOn: '2026-11-22',
}

/** Points by time, quickest first; null: any longer time. */
export type TimeBand = { upToHundredthsSecond: number | null; points: number }

export interface Sppb {
  /** held so long, a stand counts as held */
  holdHundredthsSecond: number
  sidePoints: number
  semiPoints: number
  tandemPoints: number
  /** a tandem stand held at least so long counts in part */
  tandemPartHundredthsSecond: number
  tandemPartPoints: number
  walk: readonly TimeBand[]
  chair: readonly TimeBand[]
}

/** SPPB: balance, walk of 4 m, five rises from a chair. */
export const shortIntensiveSppb: Dated<Sppb> = {
  id: 'casework.short-intensive.sppb',
  title: 'SPPB の点',
  unit: '秒（0.01）、点',
  labels: {
    holdHundredthsSecond: '保てたとみる時間（0.01秒）',
    sidePoints: '閉脚の点',
    semiPoints: 'セミタンデムの点',
    tandemPoints: 'タンデムの点',
    tandemPartHundredthsSecond: 'タンデムを一部とみる時間（0.01秒）',
    tandemPartPoints: 'タンデム一部の点',
    walk: '歩行',
    upToHundredthsSecond: 'この時間まで（0.01秒）',
    points: '点',
    chair: '椅子立ち上がり',
  },
  history: [
    {
      from: '2015-04-01',
      value: {
        holdHundredthsSecond: 1000,
        sidePoints: 1,
        semiPoints: 1,
        tandemPoints: 2,
        tandemPartHundredthsSecond: 300,
        tandemPartPoints: 1,
        walk: [
          { upToHundredthsSecond: 481, points: 4 },
          { upToHundredthsSecond: 620, points: 3 },
          { upToHundredthsSecond: 870, points: 2 },
          { upToHundredthsSecond: null, points: 1 },
        ],
        chair: [
          { upToHundredthsSecond: 1119, points: 4 },
          { upToHundredthsSecond: 1369, points: 3 },
          { upToHundredthsSecond: 1669, points: 2 },
          { upToHundredthsSecond: 6000, points: 1 },
        ],
      },
      source: { text: 'SPPB（身体機能の簡易検査、Guralnik et al. 1994）' },
      confidence: 'recalled',
      note: '始まりの日は総合事業の始まりとして置いています。',
    },
  ],
  checkedOn: '2026-11-22',
}
