import type { ScreenArea } from '../../../ui/area.ts'

export const area: ScreenArea = {
  floor: 'registers',
  menu: [
    { label: '保険者', path: '/insurer', may: 'insurer.manage', order: 4 },
    { label: '法人・事業所', path: '/organisations', may: 'organisation.read', order: 6 },
  ],
  pages: [
    { path: '/insurer', title: '保険者', may: 'insurer.manage', load: () => import('./insurer-page.tsx') },
    {
      path: '/organisations',
      title: '法人・事業所',
      may: 'organisation.read',
      load: () => import('./organisations-page.tsx'),
    },
  ],
}
