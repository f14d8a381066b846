import type { ScreenArea } from '../../../ui/area.ts'

export const area: ScreenArea = {
  floor: 'registers',
  menu: [{ label: '保険者の設定', path: '/settings', may: 'setting.read', order: 60 }],
  pages: [
    {
      path: '/settings',
      title: '保険者の設定',
      may: 'setting.read',
      load: () => import('./settings-page.tsx'),
    },
  ],
}
