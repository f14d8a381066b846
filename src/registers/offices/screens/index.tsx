import type { ScreenArea } from '../../../ui/area.ts'

export const area: ScreenArea = {
  floor: 'registers',
  menu: [{ label: '介護事業所', path: '/offices', may: 'office.read', order: 16 }],
  pages: [
    { path: '/offices', title: '介護事業所', may: 'office.read', load: () => import('./offices-page.tsx') },
    {
      path: '/offices/differences',
      title: '名称・住所のちがい',
      parent: '/offices',
      may: 'office.read',
      load: () => import('./differences-page.tsx'),
    },
    {
      path: '/offices/$id',
      title: '事業所',
      parent: '/offices',
      may: 'office.read',
      load: () => import('./office-page.tsx'),
    },
  ],
}
