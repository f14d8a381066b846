import { Status } from '../../../ui/status/index.ts'
import type { Row } from './api.ts'
import { JudgementWord } from './result-words.tsx'

/** The confirmed judgement; else the proposal, said to be one. */
export function RowJudgement({ row }: { row: Row }) {
  if (row.withdrawnAt !== null) return <Status tone="neutral">取下げ</Status>
  const { judgement, confirmedJudgement } = row
  return (
    <span className="inline-flex flex-wrap items-center gap-1">
      <JudgementWord judgement={confirmedJudgement ?? judgement} />
      {confirmedJudgement === null ? (
        <span className="text-xs whitespace-nowrap text-soft">判定案（未確認）</span>
      ) : null}
    </span>
  )
}
