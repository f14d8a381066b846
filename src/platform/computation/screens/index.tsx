import type { ScreenArea } from '../../../ui/area.ts'

export const area: ScreenArea = {
  floor: 'insurer',
  menu: [{ label: '試算', path: '/rules', may: 'rule.run', order: 30 }],
  pages: [
    { path: '/rules', title: '試算', may: 'rule.run', load: () => import('./catalogue-page.tsx') },
    {
      path: '/rules/$id',
      title: '計算の決まり',
      parent: '/rules',
      may: 'rule.run',
      load: () => import('./rule-page.tsx'),
    },
  ],
}
