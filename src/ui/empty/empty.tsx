import type { ReactNode } from 'react'
import { Button } from '../button/index.ts'
import { Problem } from '../http/index.ts'
import { Icon } from '../icon/index.ts'

/** Nothing to show is said in a good word (「期限の近いものはありません」) and with what to do next. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="rounded-lg border border-dashed border-edge px-4 py-8 text-center">
      <p>{title}</p>
      {children ? <div className="mt-2 text-sm text-soft">{children}</div> : null}
    </div>
  )
}

/** Says that something is under way, after a moment, so that quick answers do not flicker. */
export function Loading({ label = '読み込んでいます…' }: { label?: string }) {
  return (
    <p role="status" className="appear-late flex items-center gap-2 px-2 py-6 text-soft">
      <Icon name="clock" />
      {label}
    </p>
  )
}

/** What failed, what was kept, whom to ask with which number, and the button to try again. */
export function Failure({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const problem = error instanceof Problem ? error : null
  return (
    <div role="alert" className="rounded-lg border-2 border-danger bg-paper p-4">
      <p className="flex items-center gap-2 font-bold text-danger">
        <Icon name="danger" />
        {problem?.title ?? '表示できませんでした'}
      </p>
      <p className="mt-1">
        {problem?.detail ?? 'もう一度お試しください。続くときは、管理者にお知らせください。'}
      </p>
      {problem?.requestId ? <p className="mt-1 text-sm text-soft">受付番号 {problem.requestId}</p> : null}
      {onRetry ? (
        <div className="mt-3">
          <Button onPress={onRetry}>もう一度読み込む</Button>
        </div>
      ) : null}
    </div>
  )
}
