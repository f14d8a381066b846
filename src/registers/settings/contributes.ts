import type { Contributes } from '../../platform/contributes/index.ts'
import './policy.ts'

export const contributes: Contributes = {
  notices: [
    {
      id: 'setting-proposals',
      label: '承認を待つ設定の提案',
      link: '/settings',
      may: 'setting.approve',
      query: ({ insurerId, staffId }) => ({
        text: `select count(*)::int as count, 0 as told from registers.setting_proposal p
          where p.insurer_id = $1 and p.decision is null and p.proposed_by <> $2`,
        values: [insurerId, staffId],
      }),
    },
  ],
}
