import type { ScreenArea } from '../../../ui/area.ts'

export const area: ScreenArea = {
  floor: 'registers',
  menu: [],
  pages: [
    {
      path: '/facilities/mapping',
      title: '様式のない一覧',
      parent: '/facilities',
      may: 'mapping-profile.read',
      load: () => import('./mapping-page.tsx'),
    },
  ],
}
