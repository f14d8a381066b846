import type { Dated, DatedEntry } from '../types.ts'

/** One kind of service as plans count it (給付費の推計の行). */
export interface ServiceKind {
  code: string
  name: string
  /** 居宅, 地域密着型, 施設, 支援: 地域密着型 is designated by the municipality */
  group: 'home' | 'community' | 'facility' | 'support'
  /** what is counted in a month for 介護給付: 回, 日 or 人 */
  countedIn: 'visits' | 'days' | 'persons'
  /** the same for 予防給付; null: there is none */
  preventiveCountedIn: 'visits' | 'days' | 'persons' | null
  /** how a projection treats it: F 施設, R 居住系, H 在宅 */
  band: 'facility' | 'residential' | 'home'
  /** 居宅等 or 施設等 of the shares of public money (FND-02) */
  fundingGroup: 'home' | 'facility'
  /** 要支援・要介護 that may use it as a rule */
  levels: readonly Level[]
}
export const LEVELS = ['support1', 'support2', 'care1', 'care2', 'care3', 'care4', 'care5'] as const
export type Level = (typeof LEVELS)[number]

const CARE = ['care1', 'care2', 'care3', 'care4', 'care5'] as const
type Shape = Omit<ServiceKind, 'code' | 'name' | 'group'>
const at = (
  countedIn: ServiceKind['countedIn'],
  preventiveCountedIn: ServiceKind['preventiveCountedIn'] = countedIn,
  more: Partial<Shape> = {},
): Shape => ({
  countedIn,
  preventiveCountedIn,
  band: 'home',
  fundingGroup: 'home',
  levels: preventiveCountedIn === null ? CARE : LEVELS,
  ...more,
})
const home = (code: string, name: string, shape: Shape): ServiceKind => ({
  code,
  name,
  group: 'home',
  ...shape,
})
const community = (code: string, name: string, shape: Shape): ServiceKind => ({
  code,
  name,
  group: 'community',
  ...shape,
})
const facility = (code: string, name: string): ServiceKind => ({
  code,
  name,
  group: 'facility',
  ...at('persons', null, { band: 'facility', fundingGroup: 'facility' }),
})
const residential = { band: 'residential' } as const

const NIGHT_VISITS = community('night-visits', '夜間対応型訪問介護', at('persons', null))
const SANATORIUM = facility('sanatorium', '介護療養型医療施設')
const ALWAYS: readonly ServiceKind[] = [
  home('home-help', '訪問介護', at('visits', null)),
  home('home-bathing', '訪問入浴介護', at('visits')),
  home('home-nursing', '訪問看護', at('visits')),
  home('home-rehabilitation', '訪問リハビリテーション', at('visits')),
  home('home-medical-advice', '居宅療養管理指導', at('persons')),
  home('day-care', '通所介護', at('visits', null)),
  home('day-rehabilitation', '通所リハビリテーション', at('visits', 'persons')),
  home('short-stay', '短期入所生活介護', at('days')),
  home('short-stay-health-facility', '短期入所療養介護（老健）', at('days')),
  home('short-stay-hospital', '短期入所療養介護（病院等）', at('days')),
  home('short-stay-medical-facility', '短期入所療養介護（介護医療院）', at('days')),
  home('equipment-rental', '福祉用具貸与', at('persons')),
  home('equipment-purchase', '特定福祉用具購入費', at('persons')),
  home('home-modification', '住宅改修費', at('persons')),
  home(
    'specified-facility',
    '特定施設入居者生活介護',
    at('persons', 'persons', { ...residential, fundingGroup: 'facility' }),
  ),
  community('periodic-visits', '定期巡回・随時対応型訪問介護看護', at('persons', null)),
  NIGHT_VISITS,
  community('community-day-care', '地域密着型通所介護', at('visits', null)),
  community('dementia-day-care', '認知症対応型通所介護', at('visits')),
  community('small-multifunction', '小規模多機能型居宅介護', at('persons')),
  community(
    'group-home',
    '認知症対応型共同生活介護',
    at('persons', 'persons', { ...residential, levels: ['support2', ...CARE] }),
  ),
  community(
    'community-specified-facility',
    '地域密着型特定施設入居者生活介護',
    at('persons', null, residential),
  ),
  community(
    'community-welfare-facility',
    '地域密着型介護老人福祉施設入所者生活介護',
    at('persons', null, { band: 'facility' }),
  ),
  community('nursing-multifunction', '看護小規模多機能型居宅介護', at('persons', null)),
  facility('welfare-facility', '介護老人福祉施設'),
  facility('health-facility', '介護老人保健施設'),
  facility('medical-facility', '介護医療院'),
  SANATORIUM,
  { code: 'care-management', name: '居宅介護支援・介護予防支援', group: 'support', ...at('persons') },
]
const without = (...gone: readonly ServiceKind[]) => ALWAYS.filter((kind) => !gone.includes(kind))

const from = (day: string, value: readonly ServiceKind[]): DatedEntry<readonly ServiceKind[]> => ({
  from: day,
  value,
  source: {
    text: '介護保険法第8条・第8条の2、第41条から第61条まで（並びと単位は貝塚市の計画の表と将来推計の一覧で確かめた）',
  },
  confidence: 'recalled',
})

/**
 * サービス種類 by which plans project users and cost. 要介護1・2 may use 特養 only exceptionally: they stay in its levels.
 * 訪問介護 and 通所介護 of 予防給付 moved to 総合事業 and are not kinds here.
 */
export const serviceKinds: Dated<readonly ServiceKind[]> = {
  id: 'insurer.projection.service-kinds',
  title: '給付費を見込むサービス種類',
  unit: '種類',
  labels: {
    code: '記号',
    name: 'サービス',
    group: '区分',
    home: '居宅・在宅',
    community: '地域密着型',
    facility: '施設',
    support: '支援',
    countedIn: '数え方（介護給付）',
    preventiveCountedIn: '数え方（予防給付）',
    visits: '回',
    days: '日',
    persons: '人',
    band: '推計での扱い',
    residential: '居住系',
    fundingGroup: '公費の割合の区分',
    levels: '使える区分',
    support1: '要支援1',
    support2: '要支援2',
    care1: '要介護1',
    care2: '要介護2',
    care3: '要介護3',
    care4: '要介護4',
    care5: '要介護5',
  },
  history: [
    {
      ...from('2018-04-01', ALWAYS),
      note: '介護医療院ができた日からの一覧です。介護療養型医療施設は令和6年3月まで。',
    },
    from('2024-04-01', without(SANATORIUM)),
    {
      ...from('2027-04-01', without(SANATORIUM, NIGHT_VISITS)),
      confidence: 'unverified',
      status: 'draft',
      note: '夜間対応型訪問介護は令和9年3月で終わる見込みです。令和9年4月の新しい種類は、まだ含んでいません。',
    },
  ],
  checkedOn: '2026-11-22',
}
