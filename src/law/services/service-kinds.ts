import type { Dated } from '../types.ts'

/** One サービス種類コード of 総合事業. share: how the user's part is set; isEnded: readable in old data only. */
export interface ServiceKind {
  name: string
  group: 'home' | 'day' | 'life' | 'management'
  share: 'national' | 'rate' | 'fixed' | 'none'
  isEnded: boolean
}

const kind = (name: string, group: ServiceKind['group'], share: ServiceKind['share'], isEnded = false) => ({
  name,
  group,
  share,
  isEnded,
})
const own = {
  A2: kind('訪問型サービス（独自）', 'home', 'national'),
  A3: kind('訪問型サービス（独自／定率）', 'home', 'rate'),
  A4: kind('訪問型サービス（独自／定額）', 'home', 'fixed'),
  A6: kind('通所型サービス（独自）', 'day', 'national'),
  A7: kind('通所型サービス（独自／定率）', 'day', 'rate'),
  A8: kind('通所型サービス（独自／定額）', 'day', 'fixed'),
  A9: kind('その他の生活支援サービス（配食／定率）', 'life', 'rate'),
  AA: kind('その他の生活支援サービス（配食／定額）', 'life', 'fixed'),
  AB: kind('その他の生活支援サービス（見守り／定率）', 'life', 'rate'),
  AC: kind('その他の生活支援サービス（見守り／定額）', 'life', 'fixed'),
  AD: kind('その他の生活支援サービス（その他／定率）', 'life', 'rate'),
  AE: kind('その他の生活支援サービス（その他／定額）', 'life', 'fixed'),
  AF: kind('介護予防ケアマネジメント', 'management', 'none'),
} as const satisfies Record<string, ServiceKind>

/** サービス種類コード of 総合事業 (SVC-02), by code. */
export const serviceKinds: Dated<Readonly<Record<string, ServiceKind>>> = {
  id: 'services.codes.kinds',
  title: '総合事業のサービス種類コード',
  unit: 'コード',
  labels: {
    name: '名称',
    group: '分類',
    share: '単位と利用者負担',
    isEnded: '終わった',
    home: '訪問型',
    day: '通所型',
    life: 'その他の生活支援',
    management: 'ケアマネジメント',
    national: '国の上限の中で市町村が定める単位',
    rate: '定率',
    fixed: '定額',
    none: '利用者負担なし',
  },
  history: [
    {
      from: '2015-04-01',
      value: {
        A1: kind('訪問型サービス（みなし）', 'home', 'national'),
        A5: kind('通所型サービス（みなし）', 'day', 'national'),
        ...own,
      },
      source: { text: '介護予防・日常生活支援総合事業の費用に係るサービスコード（3つの公開システムの名称）' },
      confidence: 'recalled',
      note: '名称は公開された3つのシステムで見ました。みなしの終わりは記憶によります。',
    },
    {
      from: '2018-04-01', // みなし指定 ended
      value: {
        A1: kind('訪問型サービス（みなし）', 'home', 'national', true),
        A5: kind('通所型サービス（みなし）', 'day', 'national', true),
        ...own,
      },
      source: { text: '介護予防・日常生活支援総合事業の費用に係るサービスコード（みなし指定の終了後）' },
      confidence: 'recalled',
      note: '名称は公開された3つのシステムで見ました。みなしの終わりは記憶によります。',
    },
  ],
  checkedOn: '2026-11-22',
}
