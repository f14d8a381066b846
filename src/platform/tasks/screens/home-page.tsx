import { lazy, Suspense, useEffect } from 'react'
import { Empty, Loading } from '../../../ui/empty/index.ts'
import { useGo } from '../../../ui/link/index.ts'
import { useAbilities } from '../../../ui/session/index.ts'
import { PageHead } from '../../../ui/shell/index.ts'

const TodayPage = lazy(() => import('./today-page.tsx'))

/** Where posts without tasks of their own begin: the first of these that they may use. */
const elsewhere = [
  { may: 'staff.manage', path: '/staff' },
  { may: 'audit.read', path: '/audit' },
  { may: 'person.list', path: '/people' },
  { may: 'import.run', path: '/imports' },
]

/** '/': きょう for whoever has tasks. */
export default function HomePage() {
  const may = useAbilities()
  const go = useGo()
  const hasTasks = may('task.work')
  const other = hasTasks ? undefined : elsewhere.find((one) => may(one.may))?.path
  useEffect(() => {
    if (other) void go(other, { replace: true })
  }, [other, go])
  if (hasTasks) {
    return (
      <Suspense fallback={<Loading />}>
        <TodayPage />
      </Suspense>
    )
  }
  return other ? null : (
    <>
      <PageHead title="めぐり" />
      <Empty title="この役割の予定はありません。">左のメニューから選んでください。</Empty>
    </>
  )
}
