import { lazy, Suspense } from 'react'
import { Loading } from '../../../ui/empty/index.ts'
import { areas } from '../../../ui/router/index.ts'
import { useAbilities } from '../../../ui/session/index.ts'
import { HomePage as FirstOfMenu } from '../../../ui/shell/standing-pages.tsx'

const TodayPage = lazy(() => import('./today-page.tsx'))

/** '/': きょう for whoever has tasks, for other posts the first line of their menu. */
export default function HomePage() {
  const may = useAbilities()
  if (!may('task.work')) return <FirstOfMenu areas={areas} />
  return (
    <Suspense fallback={<Loading />}>
      <TodayPage />
    </Suspense>
  )
}
