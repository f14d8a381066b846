import type { ScreenArea } from '../../../ui/area.ts'

export const area: ScreenArea = {
  floor: 'casework',
  menu: [{ label: 'チェックリスト', path: '/checklists', may: 'checklist.list', order: 30 }],
  pages: [
    {
      path: '/checklists',
      title: 'チェックリスト',
      may: 'checklist.list',
      load: () => import('./list-page.tsx'),
    },
    {
      path: '/checklists/bulk',
      title: 'まとめて入力',
      parent: '/checklists',
      may: 'checklist.bulk',
      load: () => import('./bulk-page.tsx'),
    },
    {
      path: '/checklists/$id',
      title: 'チェックリストの内容',
      parent: '/checklists',
      may: 'checklist.read',
      load: () => import('./detail-page.tsx'),
    },
    {
      path: '/people/$id/checklists',
      title: 'チェックリスト',
      parent: '/people/$id',
      may: 'checklist.read',
      load: () => import('./person-page.tsx'),
    },
    {
      path: '/people/$id/checklists/new',
      title: '基本チェックリストの入力',
      parent: '/people/$id/checklists',
      may: 'checklist.write',
      load: () => import('./new-page.tsx'),
    },
  ],
}
