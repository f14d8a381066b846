import { carriedForward, FEE_REVISION_2027 } from '../carried-forward.ts'
import type { Dated, DatedEntry } from '../types.ts'
import type { DayRow } from './programme-units.ts'

// 加算・減算 of 従前相当 services (UNT-01), R3 from 2021-04, R6 from 2024-04. null: the revision has no such line. Reductions are
// negative. Lines that were seen and lines that are recalled stand apart, so that only the recalled ones carry the mark.

const NOTICE =
  '介護保険法施行規則第140条の63の2第1項第1号に規定する厚生労働大臣が定める基準（令和3年厚生労働省告示第72号）'

const entry = <T>(
  from: string,
  value: T,
  confidence: DatedEntry<T>['confidence'],
  text = NOTICE,
): DatedEntry<T> => ({ from, value, source: { text }, confidence })
const REAL = `${NOTICE}。公開された請求の例`
const WEB = `${NOTICE}。公開されたコードと単位`

/** 訪問型 初回加算 (A2 4001). */
export const homeInitialUnits: Dated<number> = {
  id: 'services.units.home-initial',
  title: '訪問型サービスの初回加算',
  unit: '単位（1か月）',
  history: carriedForward(FEE_REVISION_2027, [entry('2021-04-01', 200, 'seen', REAL)]),
  checkedOn: '2026-11-22',
}

export type HomeAddition = 'functionLinkI' | 'functionLinkII' | 'oralLink'
/** 訪問型: 生活機能向上連携加算, 口腔連携強化加算. */
export const homeAdditionUnits: Dated<Readonly<Record<HomeAddition, number | null>>> = {
  id: 'services.units.home-additions',
  title: '訪問型サービスの加算',
  unit: '単位（1回・1か月）',
  labels: {
    functionLinkI: '生活機能向上連携加算（Ⅰ）',
    functionLinkII: '生活機能向上連携加算（Ⅱ）',
    oralLink: '口腔連携強化加算',
  },
  history: carriedForward(FEE_REVISION_2027, [
    entry('2021-04-01', { functionLinkI: 100, functionLinkII: 200, oralLink: null }, 'recalled'),
    entry('2024-04-01', { functionLinkI: 100, functionLinkII: 200, oralLink: 50 }, 'recalled'),
  ]),
  checkedOn: '2026-11-22',
}

export type SameBuilding = 'ten' | 'twelve' | 'fifteen'
/** 訪問型 同一建物等減算, of the month's units. */
export const homeSameBuildingPerMille: Dated<Readonly<Record<SameBuilding, number | null>>> = {
  id: 'services.units.home-same-building',
  title: '訪問型サービスの同一建物等減算',
  unit: '‰',
  labels: { ten: '10％の減算', twelve: '12％の減算', fifteen: '15％の減算' },
  history: carriedForward(FEE_REVISION_2027, [
    entry('2021-04-01', { ten: 100, twelve: null, fifteen: null }, 'recalled'),
    entry('2024-04-01', { ten: 100, twelve: 120, fifteen: 150 }, 'recalled'),
  ]),
  checkedOn: '2026-11-22',
}

type ByRow = Readonly<Record<DayRow, number>>
const both = (units: number): ByRow => ({ low: units, high: units })

export type SeenDayAddition = 'structureI' | 'science' | 'oralII' | 'noTransport'
/** 通所型: lines that were seen. */
export const seenDayAdditionUnits: Dated<Readonly<Record<SeenDayAddition, ByRow | null>>> = {
  id: 'services.units.day-additions-seen',
  title: '通所型サービスの加算・減算（資料で見たもの）',
  unit: '単位（1回・1か月）',
  labels: {
    structureI: 'サービス提供体制強化加算（Ⅰ）',
    science: '科学的介護推進体制加算',
    oralII: '口腔機能向上加算（Ⅱ）',
    noTransport: '送迎を行わない減算（片道）',
    low: '事業対象者・要支援1',
    high: '事業対象者（週2回程度）・要支援2',
  },
  history: carriedForward(FEE_REVISION_2027, [
    entry(
      '2021-04-01',
      { structureI: { low: 88, high: 176 }, science: both(40), oralII: both(160), noTransport: null },
      'seen',
      WEB,
    ),
    entry(
      '2024-04-01',
      { structureI: { low: 88, high: 176 }, science: both(40), oralII: both(160), noTransport: both(-47) },
      'seen',
      WEB,
    ),
  ]),
  checkedOn: '2026-11-22',
}

export type DayAddition =
  | 'motor'
  | 'structureII'
  | 'structureIII'
  | 'oralI'
  | 'nutrition'
  | 'nutritionAssessment'
  | 'combined'
  | 'youngDementia'
  | 'sameBuildingMonth'
  | 'sameBuildingVisit'
const always = {
  structureII: { low: 72, high: 144 },
  structureIII: { low: 24, high: 48 },
  oralI: both(150),
  nutrition: both(200),
  nutritionAssessment: both(50),
  youngDementia: both(240),
  sameBuildingMonth: { low: -376, high: -752 },
} as const
/** 通所型: lines that are recalled. */
export const dayAdditionUnits: Dated<Readonly<Record<DayAddition, ByRow | null>>> = {
  id: 'services.units.day-additions',
  title: '通所型サービスの加算・減算',
  unit: '単位（1回・1か月）',
  labels: {
    motor: '運動器機能向上加算',
    structureII: 'サービス提供体制強化加算（Ⅱ）',
    structureIII: 'サービス提供体制強化加算（Ⅲ）',
    oralI: '口腔機能向上加算（Ⅰ）',
    nutrition: '栄養改善加算',
    nutritionAssessment: '栄養アセスメント加算',
    combined: '一体的サービス提供加算',
    youngDementia: '若年性認知症利用者受入加算',
    sameBuildingMonth: '同一建物減算（1か月）',
    sameBuildingVisit: '同一建物減算（1回）',
    low: '事業対象者・要支援1',
    high: '事業対象者（週2回程度）・要支援2',
  },
  history: carriedForward(FEE_REVISION_2027, [
    entry('2021-04-01', { ...always, motor: both(225), combined: null, sameBuildingVisit: null }, 'recalled'),
    entry(
      '2024-04-01', // 運動器機能向上加算 went into the base
      { ...always, motor: null, combined: both(480), sameBuildingVisit: both(-94) },
      'recalled',
    ),
  ]),
  checkedOn: '2026-11-22',
}
