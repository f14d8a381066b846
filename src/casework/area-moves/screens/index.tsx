import type { ScreenArea } from '../../../ui/area.ts'

export const area: ScreenArea = {
  floor: 'registers',
  menu: [{ label: '担当替え', path: '/area-moves', may: 'area-move.run', order: 18 }],
  pages: [
    { path: '/area-moves', title: '担当替え', may: 'area-move.run', load: () => import('./moves-page.tsx') },
  ],
}
