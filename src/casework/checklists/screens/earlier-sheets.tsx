import { useQuery } from '@tanstack/react-query'
import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { AppLink } from '../../../ui/link/index.ts'
import { Notice } from '../../../ui/status/index.ts'
import { personChecklists } from './api.ts'
import { JudgementInline } from './result-words.tsx'
import { totalWord } from './words.ts'

/** The last sheet of this person, and a warning before a second one of the same day is typed (the server refuses it). */
export function EarlierSheets({ personId, answeredOn }: { personId: string; answeredOn: IsoDate | null }) {
  const query = useQuery({
    queryKey: ['person', personId, 'checklists'],
    queryFn: () => personChecklists(personId),
    retry: false,
  })
  const rows = (query.data?.rows ?? []).filter(({ withdrawnAt }) => withdrawnAt === null)
  const same = rows.find((row) => row.answeredOn === answeredOn)
  const last = rows[0]
  if (same)
    return (
      <div className="mb-3">
        <Notice tone="caution" role="status" title="この方のこの日のチェックリストは、すでにあります">
          <AppLink to={`/checklists/${same.id}`}>{formatDate(same.answeredOn)} の記録を開く</AppLink>
          <span className="ml-3 text-sm">別の日の用紙なら、実施日を直してください。</span>
        </Notice>
      </div>
    )
  if (!last) return null
  return (
    <p className="mb-2 flex flex-wrap items-center gap-x-2 text-sm">
      <span className="text-soft">前回</span>
      <AppLink to={`/checklists/${last.id}`}>{formatDate(last.answeredOn, 'short')}</AppLink>
      <JudgementInline judgement={last.confirmedJudgement ?? last.judgement} />
      <span>{totalWord(last.total)}／25点</span>
    </p>
  )
}
