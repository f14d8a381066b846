import type { ScreenArea } from '../../../ui/area.ts'

export const area: ScreenArea = {
  floor: 'casework',
  menu: [
    {
      label: 'ケアマネジメント',
      path: '/care-management',
      may: 'care-management.read',
      order: 30,
      isForEntrusted: true,
    },
    {
      label: '委託の受領待ち',
      path: '/entrustments',
      may: 'entrustment.receive',
      order: 31,
      isForEntrusted: true,
    },
  ],
  pages: [
    {
      path: '/care-management',
      title: 'ケアマネジメント',
      may: 'care-management.read',
      load: () => import('./list-page.tsx'),
    },
    {
      path: '/care-management/$id',
      title: 'ケアマネジメント',
      parent: '/care-management',
      may: 'care-management.read',
      load: () => import('./course-go-page.tsx'),
    },
    {
      path: '/care-management/records/$id',
      title: 'ケアマネジメントの記録',
      parent: '/care-management',
      may: 'care-management.read',
      load: () => import('./record-go-page.tsx'),
    },
    {
      path: '/people/$id/care-management',
      title: 'ケアマネジメント',
      parent: '/people/$id',
      may: 'care-management.read',
      load: () => import('./course-page.tsx'),
    },
    {
      path: '/people/$id/care-management/new',
      title: 'ケアマネジメントを始める',
      parent: '/people/$id',
      may: 'care-management.write',
      load: () => import('./open-page.tsx'),
    },
    {
      path: '/people/$id/care-management/edit',
      title: '修正',
      parent: '/people/$id/care-management',
      may: 'care-management.write',
      load: () => import('./edit-page.tsx'),
    },
    {
      path: '/entrustments',
      title: '委託の受領待ち',
      may: 'entrustment.receive',
      load: () => import('./inbox-page.tsx'),
    },
  ],
}
