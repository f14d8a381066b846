import type { ScreenArea } from '../../../ui/area.ts'

export const area: ScreenArea = {
  floor: 'evaluation',
  menu: [{ label: 'Excel 様式', path: '/workbooks', may: 'workbook.read', order: 30 }],
  pages: [
    {
      path: '/workbooks',
      title: 'Excel 様式',
      may: 'workbook.read',
      load: () => import('./list-page.tsx'),
    },
    {
      path: '/workbooks/new',
      title: '様式を預ける',
      parent: '/workbooks',
      may: 'workbook.fill',
      load: () => import('./upload-page.tsx'),
    },
    {
      path: '/workbooks/$id',
      title: '様式',
      parent: '/workbooks',
      may: 'workbook.read',
      load: () => import('./form-page.tsx'),
    },
    {
      path: '/workbooks/$id/carry',
      title: '前の版との違い',
      parent: '/workbooks/$id',
      may: 'workbook.read',
      load: () => import('./carry-page.tsx'),
    },
    {
      path: '/workbook-fills/$id',
      title: '記入した控え',
      parent: '/workbooks',
      may: 'workbook.read',
      load: () => import('./kept-page.tsx'),
    },
  ],
}
