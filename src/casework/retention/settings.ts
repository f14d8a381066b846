import { z } from 'zod'
import type { Confidence } from '../../law/types.ts'
import { setting } from '../../registers/settings/index.ts'

const retention = (
  key: string,
  title: string,
  {
    help,
    initial,
    source,
    confidence,
  }: { help: string; initial: number; source: string; confidence: Confidence },
) =>
  setting({
    key: `retention.${key}`,
    group: '記録の保存年限',
    title,
    unit: '年',
    help,
    schema: z
      .int('年数を整数で入力してください。')
      .min(1, '1年以上にしてください。')
      .max(100, '100年までです。'),
    input: { kind: 'integer', min: 1, max: 100 },
    initial,
    source: { text: source },
    confidence,
    approval: 'two',
  })

/** How long each class of record is kept (PRV-03). Kept is kept: no record is deleted by a clock. */
export const preventiveSupport = retention('preventive-support', '指定介護予防支援の記録', {
  help: '完結の日（契約の終わり、入所、死亡など）から数えます。国の基準は2年、多くの条例は5年です。',
  initial: 5,
  source: '指定介護予防支援等の事業の人員及び運営等に関する基準（2年以上）。5年は多くの市町村の条例の例',
  confidence: 'recalled',
})
export const comprehensiveServices = retention('comprehensive-services', '総合事業の記録', {
  help: '介護予防ケアマネジメントとサービスの記録。市町村が定めます。',
  initial: 5,
  source: '多くの市町村の要綱の例',
  confidence: 'recalled',
})
export const billing = retention('billing', '請求の証拠', {
  help: '月末または年度末から数えます。',
  initial: 5,
  source: '地方自治法の金銭債権の時効の例',
  confidence: 'recalled',
})
export const municipalDocuments = retention(
  'municipal-documents',
  '市町村の文書（虐待対応・措置・申立てなど）',
  {
    help: '文書管理規程によります。終結の日から数えます。',
    initial: 10,
    source: '文書管理規程の例（5年、10年、またはそれより長く）',
    confidence: 'unverified',
  },
)
export const accessLogs = retention('access-logs', '監査の記録（閲覧の記録）', {
  help: '国の定めは見つかっていません。いまは削除しません。',
  initial: 10,
  source: '製品の初期値。見つかった定めはない',
  confidence: 'unverified',
})

export const settings = [preventiveSupport, comprehensiveServices, billing, municipalDocuments, accessLogs]
