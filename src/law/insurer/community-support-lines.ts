import { carriedForward } from '../carried-forward.ts'
import type { Dated } from '../types.ts'

/** One line of 地域支援事業 as plans print its cost. */
export interface CommunitySupportLine {
  code: string
  name: string
  /** 総合事業 (G1), センターの運営, 社会保障充実分, 任意事業: each with a ceiling and shares of its own */
  part: 'general' | 'centres' | 'enhanced' | 'optional'
  /** 訪問型, 通所型, その他の生活支援, 介護予防ケアマネジメント, 一般介護予防; null: not of 総合事業 */
  kind: 'visits' | 'day' | 'living' | 'care-management' | 'prevention' | null
}

const general = (kind: NonNullable<CommunitySupportLine['kind']>, ...lines: [code: string, name: string][]) =>
  lines.map(([code, name]): CommunitySupportLine => ({ code, name, part: 'general', kind }))
const others = (part: CommunitySupportLine['part'], ...lines: [code: string, name: string][]) =>
  lines.map(([code, name]): CommunitySupportLine => ({ code, name, part, kind: null }))

/** New lines are announced for 令和9年4月 and not settled. */
const LINES_2027 = {
  from: '2027-04-01',
  note: '令和9年4月の新しい事業（特定地域居宅サービス等事業、介護情報利活用事業）は定まっていないため、まだ含んでいません。',
}

/** 地域支援事業の費目. */
export const communitySupportLines: Dated<readonly CommunitySupportLine[]> = {
  id: 'insurer.projection.community-support-lines',
  title: '地域支援事業の費目',
  unit: '種類',
  labels: {
    code: '記号',
    name: '費目',
    part: '区分',
    kind: '種別',
    general: '総合事業',
    centres: 'センターの運営',
    enhanced: '社会保障充実分',
    optional: '任意事業',
    visits: '訪問型',
    day: '通所型',
    living: 'その他の生活支援',
    'care-management': '介護予防ケアマネジメント',
    prevention: '一般介護予防',
  },
  history: carriedForward(LINES_2027, [
    {
      from: '2018-04-01',
      value: [
        ...general(
          'visits',
          ['visits-former', '訪問型サービス（従前相当）'],
          ['visits-a', '訪問型サービスA（緩和した基準）'],
          ['visits-b', '訪問型サービスB（住民主体）'],
          ['visits-c', '訪問型サービスC（短期集中）'],
          ['visits-d', '訪問型サービスD（移動支援）'],
        ),
        ...general(
          'day',
          ['day-former', '通所型サービス（従前相当）'],
          ['day-a', '通所型サービスA（緩和した基準）'],
          ['day-b', '通所型サービスB（住民主体）'],
          ['day-c', '通所型サービスC（短期集中）'],
        ),
        ...general('living', ['meals', '配食'], ['watch', '見守り']),
        ...general(
          'care-management',
          ['care-management-a', '介護予防ケアマネジメントA'],
          ['care-management-b', '介護予防ケアマネジメントB'],
          ['care-management-c', '介護予防ケアマネジメントC'],
        ),
        ...general(
          'prevention',
          ['finding', '介護予防把握事業'],
          ['promotion', '介護予防普及啓発事業'],
          ['local-activities', '地域介護予防活動支援事業（通いの場）'],
          ['evaluation', '一般介護予防事業評価事業'],
          ['local-rehabilitation', '地域リハビリテーション活動支援事業'],
        ),
        ...others(
          'centres',
          ['consultation', '総合相談支援'],
          ['rights', '権利擁護'],
          ['comprehensive-management', '包括的・継続的ケアマネジメント支援'],
        ),
        ...others(
          'enhanced',
          ['medical-cooperation', '在宅医療・介護連携推進'],
          ['living-support', '生活支援体制整備'],
          ['dementia', '認知症総合支援'],
          ['local-care-meetings', '地域ケア会議推進'],
        ),
        ...others(
          'optional',
          ['cost-adjustment', '介護給付等費用適正化'],
          ['family-support', '家族介護支援'],
          ['other', 'その他の任意事業'],
        ),
      ],
      source: { text: '介護保険法第115条の45、地域支援事業実施要綱' },
      confidence: 'recalled',
      note: 'すべての市町村で総合事業が始まった後の費目です。始まりの日は市町村ごとに平成27年4月から平成29年4月までの間です。',
    },
  ]),
  checkedOn: '2026-11-22',
}
