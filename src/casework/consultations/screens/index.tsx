import type { ScreenArea } from '../../../ui/area.ts'

export const area: ScreenArea = {
  floor: 'casework',
  menu: [
    { label: '相談記録', path: '/consultations', may: 'consultation.list', order: 20 },
    { label: '届いた紹介', path: '/referrals', may: 'referral.receive', order: 21 },
  ],
  pages: [
    {
      path: '/consultations',
      title: '相談記録',
      may: 'consultation.list',
      load: () => import('./list-page.tsx'),
    },
    {
      path: '/consultations/new',
      title: '相談受付',
      parent: '/consultations',
      may: 'consultation.write',
      load: () => import('./intake-page.tsx'),
    },
    {
      path: '/consultations/$id',
      title: '相談記録の内容',
      parent: '/consultations',
      may: 'consultation.read',
      load: () => import('./detail-page.tsx'),
    },
    {
      path: '/referrals',
      title: '届いた紹介',
      may: 'referral.receive',
      load: () => import('./inbox-page.tsx'),
    },
  ],
}
