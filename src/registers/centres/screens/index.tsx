import type { ScreenArea } from '../../../ui/area.ts'

export const area: ScreenArea = {
  floor: 'registers',
  menu: [{ label: 'センター', path: '/centres', may: 'centre.read', order: 10 }],
  pages: [
    { path: '/centres', title: 'センター', may: 'centre.read', load: () => import('./centres-page.tsx') },
  ],
}
