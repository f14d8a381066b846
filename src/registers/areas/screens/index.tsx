import type { ScreenArea } from '../../../ui/area.ts'

export const area: ScreenArea = {
  floor: 'registers',
  menu: [{ label: '圏域と町', path: '/areas', may: 'area.read', order: 14 }],
  pages: [
    { path: '/areas', title: '圏域と町', may: 'area.read', load: () => import('./areas-page.tsx') },
    {
      path: '/areas/towns',
      title: '町をまとめて登録',
      parent: '/areas',
      may: 'area.manage',
      load: () => import('./towns-grid-page.tsx'),
    },
  ],
}
