import type { ScreenArea } from '../../../ui/area.ts'

export const area: ScreenArea = {
  floor: 'casework',
  menu: [{ label: '事業対象者', path: '/registrations', may: 'registration.read', order: 31 }],
  pages: [
    {
      path: '/registrations',
      title: '事業対象者の登録',
      may: 'registration.read',
      load: () => import('./ledger-page.tsx'),
    },
    {
      path: '/registrations/classes',
      title: '市独自の区分',
      parent: '/registrations',
      may: 'registration.decide',
      load: () => import('./classes-page.tsx'),
    },
    {
      path: '/registrations/$id',
      title: '登録の手続き',
      parent: '/registrations',
      may: 'registration.read',
      load: () => import('./course-page.tsx'),
    },
    {
      path: '/people/$id/registrations',
      title: '事業対象者の登録',
      parent: '/people/$id',
      may: 'registration.read',
      load: () => import('./person-page.tsx'),
    },
    {
      path: '/people/$id/registrations/new',
      title: '登録の手続きを始める',
      parent: '/people/$id/registrations',
      may: 'registration.propose',
      load: () => import('./new-page.tsx'),
    },
  ],
}
