import type { ScreenArea } from '../../../ui/area.ts'

export const area: ScreenArea = {
  floor: 'today',
  menu: [{ label: '業務日誌', path: '/journal', may: 'journal.own', order: 20 }],
  pages: [
    { path: '/journal', title: '業務日誌', may: 'journal.own', load: () => import('./journal-page.tsx') },
  ],
}
