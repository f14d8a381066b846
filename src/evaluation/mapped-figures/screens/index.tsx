import type { ScreenArea } from '../../../ui/area.ts'

export const area: ScreenArea = {
  floor: 'evaluation',
  menu: [{ label: '様式のない統計', path: '/statistics/mapping', may: 'mapping-profile.read', order: 13 }],
  pages: [
    {
      path: '/statistics/mapping',
      title: '様式のない統計',
      may: 'mapping-profile.read',
      load: () => import('./figures-page.tsx'),
    },
  ],
}
