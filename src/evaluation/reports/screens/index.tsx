import type { ScreenArea } from '../../../ui/area.ts'

export const area: ScreenArea = {
  floor: 'evaluation',
  menu: [{ label: '月報', path: '/monthly-reports', may: 'monthly-report.read', order: 5 }],
  pages: [
    {
      path: '/monthly-reports',
      title: '月報',
      may: 'monthly-report.read',
      load: () => import('./overview-page.tsx'),
    },
    {
      path: '/monthly-reports/open/$id',
      title: '月報を開く',
      parent: '/monthly-reports',
      may: 'monthly-report.read',
      load: () => import('./open-page.tsx'),
    },
    {
      path: '/monthly-reports/$unit/$month',
      title: '月報の内容',
      parent: '/monthly-reports',
      may: 'monthly-report.read',
      load: () => import('./report-page.tsx'),
    },
    {
      path: '/monthly-reports/$unit/$month/versions/$number',
      title: '確定した版',
      parent: '/monthly-reports/$unit/$month',
      may: 'monthly-report.read',
      load: () => import('./version-page.tsx'),
    },
  ],
}
