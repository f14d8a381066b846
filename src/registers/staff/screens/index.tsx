import type { ScreenArea } from '../../../ui/area.ts'

export const area: ScreenArea = {
  floor: 'platform',
  menu: [{ label: '職員と口座', path: '/staff', may: 'staff.manage', order: 20 }],
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
      path: '/staff/$id',
      title: '職員',
      parent: '/staff',
      may: 'staff.manage',
      load: () => import('./member-page.tsx'),
    },
  ],
}
