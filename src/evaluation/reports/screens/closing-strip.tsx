import { formatDate } from '../../../platform/calendar/index.ts'
import { AppLink } from '../../../ui/link/index.ts'
import { Notice } from '../../../ui/status/index.ts'
import type { Report } from './api.ts'
import { StateWord } from './state-word.tsx'

/** Where the closing stands, what it waits for, and from which months the figures beside it are. */
export function ClosingStrip({ report }: { report: Report }) {
  const { closing, comparisons, lateCount } = report
  return (
    <div className="mb-4 flex flex-col gap-2 text-sm">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <StateWord state={closing.state} label={closing.stateLabel} number={closing.lastNumber} />
        <span>
          {report.isInProgress
            ? `${formatDate(report.until)}まで`
            : `確定の期限 ${formatDate(closing.dueOn)}`}
        </span>
        {lateCount ? <span className="text-caution">▲ 確定後に変わった記録 {lateCount}件</span> : null}
      </p>
      {returnedReason(report)}
      {closing.waitsFor && (closing.state === 'draft' || closing.state === 'returned') ? (
        <p className="text-soft">{closing.waitsFor}</p>
      ) : null}
      <p className="text-soft">
        {closing.lastNumber > 0
          ? `数は確定値（第${closing.lastNumber}版）です。今の記録と違う数だけ、▲ と現在値を添えています。`
          : '数は今の記録を数えたものです。'}
        {comparisons.previous.words}
        {comparisons.lastYear.state === 'none'
          ? `${comparisons.lastYear.words}。`
          : comparisons.lastYear.words}
      </p>
      {report.centres ? <Centres report={report} /> : null}
    </div>
  )
}

function returnedReason({ closing, steps }: Report) {
  if (closing.state !== 'returned') return null
  return (
    <Notice tone="caution" title="市から差し戻されています">
      <p>理由: {steps.findLast(({ step }) => step === 'returned')?.reason}</p>
    </Notice>
  )
}

/** Which centres have submitted. */
const Centres = ({ report: { centres, month } }: { report: Report }) => (
  <ul className="flex flex-wrap gap-x-4 gap-y-1" aria-label="センターの状態">
    {(centres ?? []).map((centre) => (
      <li key={centre.centreId} className="flex items-center gap-1">
        <AppLink to={`/monthly-reports/${centre.centreId}/${month}`}>{centre.name}</AppLink>
        <StateWord state={centre.state} label={centre.stateLabel} number={centre.lastNumber} />
      </li>
    ))}
  </ul>
)
