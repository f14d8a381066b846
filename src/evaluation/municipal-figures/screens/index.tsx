import type { ScreenArea } from '../../../ui/area.ts'

export const area: ScreenArea = {
  floor: 'evaluation',
  menu: [{ label: '市の小さな統計', path: '/statistics/city', may: 'municipal-figure.read', order: 12 }],
  pages: [
    {
      path: '/statistics/city',
      title: '市の小さな統計',
      may: 'municipal-figure.read',
      load: () => import('./city-page.tsx'),
    },
  ],
}
