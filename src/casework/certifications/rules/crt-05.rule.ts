import { z } from 'zod'
import { renewalWindowDays } from '../../../law/casework/certification-days.ts'
import { choice, day, defineRule } from '../../../platform/computation/index.ts'
import { renewalOpensOn } from './renewal.ts'

const COUNTING = { lastDayExcluded: '最後の日を数えない', lastDayCounted: '最後の日を1日目と数える' }

export const rule = defineRule({
  id: 'CRT-05',
  title: '更新申請ができる期間',
  group: '要介護認定',
  meaning: '有効期間の終わりの日から、更新申請ができる最初の日と最後の日を出します。',
  formula: '終わりの日から、更新申請ができる日数（制度の数値）だけ前の日から、終わりの日まで',
  source: { text: '介護保険法施行規則第39条・第53条' },
  confidence: 'secondary',
  limits: '最後の日を1日目と数える市町村があります（出典は確かめていません）。30日前までの申請を勧めます。',
  parameters: { days: renewalWindowDays },
  labels: { opensOn: '申請できる最初の日', closesOn: '申請できる最後の日' },
  input: z.strictObject({
    lastDay: day('有効期間の終わり'),
    counting: choice('数え方', COUNTING)
      .default('lastDayExcluded')
      .meta({ title: '数え方', setting: 'certification.window-counting' }),
  }),
  compute({ lastDay, counting }, { law, entry, note }) {
    const opensOn = renewalOpensOn(lastDay, law.days, counting)
    note?.({
      label: '更新申請ができる最初の日',
      formula:
        counting === 'lastDayCounted'
          ? `終わりの日を1日目と数えて、さかのぼって${law.days}日目の日`
          : `終わりの日の${law.days}日前`,
      inputs: { 終わりの日: lastDay, 日数: law.days, 数え方: COUNTING[counting] },
      value: opensOn,
      source: entry.days.source,
      confidence: entry.days.confidence,
    })
    return { opensOn, closesOn: lastDay }
  },
  cases: [
    ...(
      [
        ['2025-04-30', '2025-03-01'],
        ['2024-02-29', '2023-12-31'],
        ['2026-03-31', '2026-01-30'],
      ] as const
    ).map(([lastDay, opensOn]) => ({
      title: lastDay,
      on: '2026-11-22',
      input: { lastDay },
      value: { opensOn, closesOn: lastDay },
    })),
    {
      title: '最後の日を1日目と数える',
      on: '2026-11-22',
      input: { lastDay: '2025-04-30', counting: 'lastDayCounted' },
      value: { opensOn: '2025-03-02', closesOn: '2025-04-30' },
    },
  ],
})
