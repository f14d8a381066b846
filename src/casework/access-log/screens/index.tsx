import type { ScreenArea } from '../../../ui/area.ts'

export const area: ScreenArea = {
  floor: 'platform',
  menu: [{ label: '閲覧の記録', path: '/access-log', may: 'access-log.read', order: 10 }],
  pages: [
    {
      path: '/access-log',
      title: '閲覧の記録',
      may: 'access-log.read',
      load: () => import('./access-log-page.tsx'),
    },
  ],
}
