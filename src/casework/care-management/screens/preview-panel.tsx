import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { formatDate } from '../../../platform/calendar/index.ts'
import { Failure } from '../../../ui/empty/index.ts'
import { Notice, Status } from '../../../ui/status/index.ts'
import type { CourseType } from '../codes.ts'
import { type Preview, previewCourse } from './api.ts'
import { FoldedSteps, StepList } from './step-list.tsx'

/** The typing pauses this long before the server is asked. */
const pauseMs = 350

function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

/** What the form would lead to, asked of the server that also decides at saving. */
export function usePreview(body: Preview) {
  const settled = useSettled(JSON.stringify(body))
  const query = useQuery({
    queryKey: ['care-management-preview', settled],
    queryFn: ({ signal }) => previewCourse(JSON.parse(settled) as Preview, signal),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  return { query, proposed: (query.data?.type.value ?? null) as CourseType | null }
}

/** 「保存するとこうなります」: type, kind, first due dates, what is missing; each with its steps. */
export function PreviewPanel({ query }: { query: ReturnType<typeof usePreview>['query'] }) {
  const { data, error } = query
  if (error && !data) return <Failure error={error} onRetry={() => void query.refetch()} />
  if (!data) return <p className="text-sm text-soft">計算しています…</p>
  return (
    <div className="flex flex-col gap-4 roomy:sticky roomy:top-24 roomy:max-h-[calc(100dvh-7rem)] roomy:overflow-y-auto">
      <section aria-label="類型の案">
        <h2 className="mb-1 font-bold">類型の案</h2>
        <p className="text-xl font-bold" role="status">
          {data.type.value === null ? '判定できません' : `類型 ${data.type.value}`}
        </p>
        <p className="mb-2 text-sm text-soft">案です。決めるのは担当者です。</p>
        <StepList steps={data.type.steps} />
      </section>
      <section aria-label="業務の区分">
        <h2 className="mb-1 font-bold">今月の区分の見込み</h2>
        <p>{data.kind.label}</p>
        <FoldedSteps title="この区分になる理由" steps={data.kind.steps} />
      </section>
      <section aria-label="最初の期限">
        <h2 className="mb-1 font-bold">保存すると、予定に入る期限</h2>
        {data.dues.length === 0 ? (
          <p className="text-sm text-soft">まだ期限はありません。</p>
        ) : (
          <ul className="text-sm">
            {data.dues.map(({ slot, label, dueOn }) => (
              <li key={slot} className="flex justify-between gap-3 border-b border-line py-1">
                <span>{label}</span>
                <span className="whitespace-nowrap tabular-nums">{formatDate(dueOn, 'short')}</span>
              </li>
            ))}
          </ul>
        )}
        {data.gaps.map(({ code, label }) => (
          <p key={code} className="mt-1">
            <Status tone="caution">計算できません: {label}</Status>
          </p>
        ))}
        <FoldedSteps title="訪問の期限の数え方" steps={data.visit} />
      </section>
      {data.warnings.map((warning) => (
        <Notice key={warning} tone="caution" title={warning} />
      ))}
    </div>
  )
}
