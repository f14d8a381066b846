import type { ScreenArea } from '../../../ui/area.ts'

export const area: ScreenArea = {
  floor: 'platform',
  menu: [
    { label: '職員と口座', path: '/staff', may: 'staff.manage', order: 20 },
    { label: '職の確認', path: '/staff/confirmations', may: 'staff.confirm', order: 22 },
  ],
  pages: [
    { path: '/staff', title: '職員と口座', may: 'staff.manage', load: () => import('./list-page.tsx') },
    {
      path: '/staff/new',
      title: '職員の登録',
      parent: '/staff',
      may: 'staff.manage',
      load: () => import('./new-page.tsx'),
    },
    {
      path: '/staff/bulk',
      title: '職員をまとめて登録',
      parent: '/staff',
      may: 'staff.manage',
      load: () => import('./bulk-page.tsx'),
    },
    {
      path: '/staff/first-passwords',
      title: '最初のパスワードの紙',
      parent: '/staff',
      may: 'staff.manage',
      load: () => import('./first-passwords-page.tsx'),
    },
    {
      path: '/staff/confirmations',
      title: '職の確認',
      may: 'staff.confirm',
      load: () => import('./confirmations-page.tsx'),
    },
    {
      path: '/staff/$id',
      title: '職員',
      parent: '/staff',
      may: 'staff.manage',
      load: () => import('./member-page.tsx'),
    },
  ],
}
