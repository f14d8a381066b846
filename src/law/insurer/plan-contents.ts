import type { Dated } from '../types.ts'

export interface PlanItem {
  item: string
  title: string
  /** 117条の項 */
  lawItem: string
  /** true: 定める事項; false: 定めるよう努める事項 */
  isRequired: boolean
  /** one figure for each fiscal year of the period */
  isByYear: boolean
  /** one for each 日常生活圏域 */
  isByArea: boolean
  /** 人, 回・日・人, 円; null: a text */
  unit: string | null
}

const capacity = (item: string, service: string): PlanItem => ({
  item,
  title: `${service}の必要利用定員総数`,
  lawItem: '第117条第2項第1号',
  isRequired: true,
  isByYear: true,
  isByArea: true,
  unit: '人',
})
const yearly = (item: string, title: string, lawItem: string, unit: string): PlanItem => ({
  item,
  title,
  lawItem,
  isRequired: true,
  isByYear: true,
  isByArea: false,
  unit,
})
const text = (item: string, title: string, lawItem: string, isRequired = true): PlanItem => ({
  item,
  title,
  lawItem,
  isRequired,
  isByYear: false,
  isByArea: false,
  unit: null,
})

const required = [
  capacity('capacity-group-home', '認知症対応型共同生活介護'),
  capacity('capacity-community-specified', '地域密着型特定施設入居者生活介護'),
  capacity('capacity-community-welfare', '地域密着型介護老人福祉施設入所者生活介護'),
  yearly('benefit-volumes', '介護給付の種類ごとの見込量', '第117条第2項第1号', '回・日・人'),
  yearly('prevention-volumes', '予防給付の種類ごとの見込量', '第117条第2項第1号', '回・日・人'),
  yearly('support-volumes', '地域支援事業の量の見込み', '第117条第2項第2号', '量'),
  text('self-support-measures', '自立支援・介護予防・重度化防止の施策', '第117条第2項第3号'),
  text('appropriateness-measures', '介護給付等の適正化の施策', '第117条第2項第3号'),
  text('self-support-targets', '自立支援・介護予防・重度化防止の目標', '第117条第2項第4号'),
  text('appropriateness-targets', '介護給付等の適正化の目標', '第117条第2項第4号'),
]
const outlook = (isRequired: boolean) =>
  text(
    'long-term-outlook',
    '中長期的な見込み（2040年など）',
    isRequired ? '第117条第2項' : '第117条第3項',
    isRequired,
  )
const endeavoured = [
  ['securing-volumes', '見込量の確保のための方策'],
  ['support-costs', '地域支援事業の費用の額と見込量の確保のための方策'],
  ['estimates', '被保険者・認定者の数と給付の見込み'],
  ['staff', '人材の確保と質の向上、生産性の向上'],
  ['provider-cooperation', '事業者の間の連携の確保'],
  ['dementia', '認知症の人の支援の施策'],
  ['housing', '有料老人ホームとサービス付き高齢者向け住宅の数と入居定員'],
  ['medical-links', '医療との連携'],
  ['disaster-infection', '災害と感染症への備え'],
].map(([item, title]) => text(item!, title!, '第117条第3項', false))

const LAW = {
  text: '介護保険法第117条第2項・第3項',
  url: 'https://laws.e-gov.go.jp/law/409AC0000000123',
}

/** 市町村介護保険事業計画に定める事項. */
export const planContents: Dated<readonly PlanItem[]> = {
  id: 'insurer.plan.contents',
  title: '市町村介護保険事業計画に定める事項',
  unit: '項目',
  labels: {
    item: '項目の名前',
    title: '事項',
    lawItem: '条項',
    isRequired: '定める事項か',
    isByYear: '年度ごとか',
    isByArea: '日常生活圏域ごとか',
    unit: '単位',
  },
  history: [
    {
      from: '2021-04-01',
      value: [...required, ...endeavoured, outlook(false)],
      source: LAW,
      confidence: 'recalled',
      note: '努める事項の文言と、各号の番号は確かめていません。始まりは第8期の初日としています。',
    },
    {
      from: '2027-04-01',
      value: [...required, outlook(true), ...endeavoured],
      source: { text: '介護保険法第117条（令和8年法律第51号による改正）' },
      confidence: 'unverified',
      status: 'provisional',
      note: '中長期の見込みが定める事項に移り、号の番号が変わるとの二次資料によります。改正後の条文は確かめていません。',
    },
  ],
  checkedOn: '2026-11-22',
}
