import type { Contributes } from '../../platform/contributes/index.ts'
import './policy.ts'

export const contributes: Contributes = {
  notices: [
    {
      id: 'post-requests',
      label: '二人目の確認を待つ職',
      link: '/staff/confirmations',
      may: 'staff.confirm',
      query: ({ insurerId, staffId }) => ({
        text: `select count(*)::int as count, 0 as told from registers.post_request r
          where r.insurer_id = $1 and r.decision is null and r.requested_by <> $2 and r.staff_id <> $2`,
        values: [insurerId, staffId],
      }),
    },
    {
      id: 'access-reset',
      label: '管理者によるあなたのパスワード・2要素の出し直し（24時間は職を確認できません）',
      link: '/staff/confirmations',
      may: 'staff.confirm',
      query: ({ insurerId, staffId }) => ({
        text: `select count(*)::int as count, 0 as told from registers.access_reset r
          where r.insurer_id = $1 and r.staff_id = $2 and r.reset_at > now() - interval '24 hours'`,
        values: [insurerId, staffId],
      }),
    },
  ],
}
