import type { ScreenArea } from '../../../ui/area.ts'

export const area: ScreenArea = {
  floor: 'registers',
  menu: [{ label: '制度の数値', path: '/law-values', may: 'law-value.read', order: 65 }],
  pages: [
    {
      path: '/law-values',
      title: '制度の数値',
      may: 'law-value.read',
      load: () => import('./list-page.tsx'),
    },
    {
      path: '/law-values/$id',
      title: '制度の数値',
      parent: '/law-values',
      may: 'law-value.read',
      load: () => import('./value-page.tsx'),
    },
  ],
}
