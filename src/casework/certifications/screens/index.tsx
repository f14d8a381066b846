import type { ScreenArea } from '../../../ui/area.ts'

export const area: ScreenArea = {
  floor: 'casework',
  menu: [{ label: '認定の更新', path: '/certifications/renewals', may: 'certification.read', order: 32 }],
  pages: [
    {
      path: '/certifications/renewals',
      title: '更新の対象者',
      may: 'certification.read',
      load: () => import('./renewals-page.tsx'),
    },
    {
      path: '/certifications/$id',
      title: '要介護認定',
      may: 'certification.read',
      load: () => import('./go-page.tsx'),
    },
    {
      path: '/people/$id/certifications',
      title: '要介護認定',
      parent: '/people/$id',
      may: 'certification.read',
      load: () => import('./person-page.tsx'),
    },
  ],
}
