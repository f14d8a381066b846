import { formatDate } from '../../../platform/calendar/index.ts'
import type { Reading } from '../schema.ts'

/** A figure now: its value with source and day, or why there is none. */
export function ReadingWords({ reading }: { reading: Reading }) {
  const { value, missing, asOf, source, unit, periodLabel } = reading
  return (
    <div className="mt-2 border-t border-line pt-2 text-sm" role="status">
      <p>
        <span className="text-soft">{periodLabel} </span>
        {value === null ? (
          <span className="text-caution">今は記入できません</span>
        ) : (
          <strong className="text-base tabular-nums">
            {typeof value === 'number' ? value.toLocaleString('ja-JP', { maximumFractionDigits: 10 }) : value}
            <span className="ml-1 text-sm font-normal">{unit}</span>
          </strong>
        )}
      </p>
      {missing ? <p className="text-caution">{missing}</p> : null}
      {asOf ? <p className="text-soft">{formatDate(asOf)}まで</p> : null}
      {source ? <p className="text-soft">{source}</p> : null}
    </div>
  )
}
