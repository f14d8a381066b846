import { communitySupportLines } from '../../../law/insurer/community-support-lines.ts'
import { serviceKinds } from '../../../law/insurer/service-kinds.ts'
import type { RuleCase } from '../../../platform/computation/index.ts'

const year = (fiscalYear: number, title: string, entry: number): RuleCase<{ fiscalYear: number }> => ({
  title,
  on: '2026-11-22',
  input: { fiscalYear },
  value: {
    kinds: serviceKinds.history[entry]!.value,
    communitySupportLines: communitySupportLines.history[0]!.value,
  },
})

export const serviceKindsCases: readonly RuleCase<{ fiscalYear: number }>[] = [
  year(2026, '令和8年度', 1),
  year(2024, '令和6年度: 介護療養型医療施設がない', 1),
  year(2023, '令和5年度: 介護療養型医療施設がある', 0),
  year(2018, '平成30年度', 0),
  year(2027, '令和9年度（案）: 夜間対応型訪問介護がない', 2),
  {
    title: '平成29年度までは登録していない',
    on: '2026-11-22',
    input: { fiscalYear: 2017 },
    refused: { code: 'no-value-in-force', path: '' },
  },
]
