import type { ScreenArea } from '../../../ui/area.ts'

export const area: ScreenArea = {
  floor: 'platform',
  menu: [{ label: 'ファイルの読み込み', path: '/imports', may: 'import.own', order: 10 }],
  pages: [
    {
      path: '/imports',
      title: 'ファイルの読み込み',
      may: 'import.own',
      load: () => import('./imports-page.tsx'),
    },
    {
      path: '/imports/$id',
      title: '読み込みの結果',
      parent: '/imports',
      may: 'import.own',
      load: () => import('./run-page.tsx'),
    },
  ],
}
