import type { ScreenArea } from '../../../ui/area.ts'

export const area: ScreenArea = {
  floor: 'evaluation',
  menu: [{ label: '町別の人口', path: '/statistics/towns', may: 'statistics.read', order: 10 }],
  pages: [
    {
      path: '/statistics/towns',
      title: '町別の人口',
      may: 'statistics.read',
      load: () => import('./towns-page.tsx'),
    },
  ],
}
