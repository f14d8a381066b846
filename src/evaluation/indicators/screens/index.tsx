import type { ScreenArea } from '../../../ui/area.ts'

export const area: ScreenArea = {
  floor: 'evaluation',
  menu: [
    { label: '指標', path: '/indicators', may: 'indicator.read', order: 7 },
    { label: '指標を比べる', path: '/indicators/compare', may: 'indicator.read', order: 8 },
  ],
  pages: [
    {
      path: '/indicators',
      title: '指標',
      may: 'indicator.read',
      load: () => import('./catalogue-page.tsx'),
    },
    {
      path: '/indicators/compare',
      title: '指標を比べる',
      parent: '/indicators',
      may: 'indicator.read',
      load: () => import('./compare-page.tsx'),
    },
    {
      path: '/indicators/charts',
      title: '指標を一覧で見る',
      parent: '/indicators',
      may: 'indicator.read',
      load: () => import('./charts-page.tsx'),
    },
    {
      path: '/indicators/$id',
      title: '指標の値',
      parent: '/indicators',
      may: 'indicator.read',
      load: () => import('./indicator-page.tsx'),
    },
  ],
}
