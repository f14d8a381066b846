import type { ScreenArea } from '../../../ui/area.ts'

export const area: ScreenArea = {
  floor: 'today',
  menu: [{ label: 'きょう', path: '/', may: 'task.work', order: 10, isForEntrusted: true }],
  pages: [
    { path: '/', title: 'きょう', load: () => import('./home-page.tsx') },
    {
      path: '/load',
      title: 'センターの予定',
      parent: '/',
      may: 'task.load',
      load: () => import('./load-page.tsx'),
    },
  ],
}
