import type { ScreenArea } from '../../../ui/area.ts'

export const area: ScreenArea = {
  floor: 'platform',
  menu: [{ label: '利用状況', path: '/usage', may: 'usage.read', order: 40 }],
  pages: [{ path: '/usage', title: '利用状況', may: 'usage.read', load: () => import('./usage-page.tsx') }],
}
