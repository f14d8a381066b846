import type { ScreenArea } from '../../../ui/area.ts'

export const area: ScreenArea = {
  floor: 'platform',
  menu: [{ label: '台帳の変更の記録', path: '/register-changes', may: 'register.changes', order: 36 }],
  pages: [
    {
      path: '/register-changes',
      title: '台帳の変更の記録',
      may: 'register.changes',
      load: () => import('./changes-page.tsx'),
    },
  ],
}
