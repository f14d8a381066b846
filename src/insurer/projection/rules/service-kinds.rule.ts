import { z } from 'zod'
import { communitySupportLines } from '../../../law/insurer/community-support-lines.ts'
import { serviceKinds } from '../../../law/insurer/service-kinds.ts'
import { defineRule } from '../../../platform/computation/index.ts'
import { serviceKindsCases } from '../examples/service-kinds.ts'
import { fiscalYear } from './projection-fields.ts'

export const rule = defineRule({
  id: 'service-kinds',
  title: 'サービス種類の一覧',
  group: '将来推計',
  meaning:
    '年度の計画で見込む介護給付・予防給付のサービス種類（数え方、施設・居住系・在宅の別、居宅等・施設等の別）と、地域支援事業の費目を並べます。',
  formula: '年度の初日に効力のある一覧',
  source: { text: '介護保険法第8条・第8条の2・第115条の45' },
  confidence: 'recalled',
  limits:
    '令和9年4月からの新しい種類（特定地域サービス、登録施設介護支援など）は、まだ定まっていないため含みません。総合事業へ移った訪問介護・通所介護の予防給付も含みません。',
  parameters: { kinds: serviceKinds, lines: communitySupportLines },
  input: z.strictObject({ fiscalYear: fiscalYear() }),
  dateOf: ({ fiscalYear }) => `${fiscalYear}-04-01`,
  compute(_, { law, entry, note, caution }) {
    if (entry.kinds.status !== undefined) caution('この年度のサービス種類の一覧は、まだ案です。')
    note?.({
      label: 'サービス種類の数',
      inputs: { 地域支援事業の費目: law.lines.length },
      value: law.kinds.length,
      unit: '種類',
      source: entry.kinds.source,
      confidence: entry.kinds.confidence,
    })
    return { kinds: law.kinds, communitySupportLines: law.lines }
  },
  cases: serviceKindsCases,
})
