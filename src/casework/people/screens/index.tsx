import type { ScreenArea } from '../../../ui/area.ts'

export const area: ScreenArea = {
  floor: 'casework',
  menu: [
    { label: '利用者', path: '/people', may: 'person.list', order: 20, isForEntrusted: true },
    { label: '照会', path: '/people/inquiry', may: 'person.inquire', order: 28 },
  ],
  pages: [
    { path: '/people', title: '利用者', may: 'person.list', load: () => import('./list-page.tsx') },
    {
      path: '/people/new',
      title: '利用者の登録',
      parent: '/people',
      may: 'person.register',
      load: () => import('./new-page.tsx'),
    },
    {
      path: '/people/inquiry',
      title: '照会（担当センターを尋ねる）',
      may: 'person.inquire',
      load: () => import('./inquiry-page.tsx'),
    },
    {
      path: '/people/duplicates',
      title: '重複の候補',
      parent: '/people',
      may: 'person.duplicates',
      load: () => import('./duplicates-page.tsx'),
    },
    {
      path: '/people/$id',
      title: 'フェースシート',
      parent: '/people',
      may: 'person.read',
      load: () => import('./sheet-page.tsx'),
    },
    {
      path: '/people/$id/edit',
      title: '修正',
      parent: '/people/$id',
      may: 'person.change',
      load: () => import('./edit-page.tsx'),
    },
    {
      path: '/people/$id/merge',
      title: '同一人物の統合',
      parent: '/people/$id',
      may: 'person.compare',
      load: () => import('./merge-page.tsx'),
    },
    {
      path: '/people/$id/history',
      title: '変更の履歴',
      parent: '/people/$id',
      may: 'person.history',
      load: () => import('./history-page.tsx'),
    },
  ],
}
