import { useEffect } from 'react'
import type { ScreenArea } from '../area.ts'
import { Empty } from '../empty/index.ts'
import { AppLink, useGo } from '../link/index.ts'
import { menuOf } from '../router/menu.ts'
import { useAbilities } from '../session/index.ts'
import { PageHead } from './page.tsx'

/** Absent and not allowed look alike. */
export function NotFoundPage() {
  return (
    <>
      <PageHead title="ページが見つかりません" />
      <Empty title="なくなったか、あなたの役割では開けないページです。">
        左のメニューから選ぶか、<AppLink to="/">最初の画面</AppLink>に戻ってください。
      </Empty>
    </>
  )
}

/** Stands at '/' until an area offers a page there: goes to the first thing this post may use. */
export function HomePage({ areas }: { areas: ScreenArea[] }) {
  const go = useGo()
  const first = menuOf(areas, useAbilities())[0]?.entries[0]?.path
  useEffect(() => {
    if (first && first !== '/') void go(first, { replace: true })
  }, [first, go])
  return first ? null : (
    <>
      <PageHead title="めぐり" />
      <Empty title="この役割で使える画面は、まだありません。">
        役割を切り替えるか、管理者にお問い合わせください。
      </Empty>
    </>
  )
}
