import type { ScreenArea } from '../../../ui/area.ts'

export const area: ScreenArea = {
  floor: 'registers',
  menu: [{ label: '施設・場所の一覧', path: '/facilities', may: 'facility.read', order: 17 }],
  pages: [
    {
      path: '/facilities',
      title: '施設・場所の一覧',
      may: 'facility.read',
      load: () => import('./facilities-page.tsx'),
    },
  ],
}
