import type { ScreenArea } from '../area.ts'

/** Pages that belong to no area: one's own account, and the gallery of parts for whoever builds screens. */
const own: ScreenArea = {
  floor: 'platform',
  menu: [],
  pages: [
    {
      path: '/account/password',
      title: 'パスワードの変更',
      load: () => import('../session/password-page.tsx'),
    },
    {
      path: '/account/sessions',
      title: 'サインインの一覧',
      load: () => import('../session/sessions-page.tsx'),
    },
    { path: '/gallery', title: '画面の部品', load: () => import('../gallery/gallery.tsx') },
  ],
}

const found = import.meta.glob<{ area: ScreenArea }>(
  ['../../**/screens/index.ts', '../../**/screens/index.tsx'],
  { eager: true },
)

/** Every area's screens, found by listing their folders. */
export const areas: ScreenArea[] = [...Object.values(found).map(({ area }) => area), own]
