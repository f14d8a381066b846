import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { dayInJapan } from '../../../ui/clock/clock.ts'
import type { LawValuePage } from '../schema.ts'

/** Confirmations that no longer hold, with the reason. */
export function PastConfirmations({ past }: { past: LawValuePage['past'] }) {
  if (past.length === 0) return null
  return (
    <section className="mt-6">
      <h2 className="mb-1 text-lg font-bold">効力のなくなった確認</h2>
      <ul className="text-sm">
        {past.map((one) => (
          <li key={one.id} className="border-b border-line py-1">
            {formatDate(one.from as IsoDate)}からの値を、{formatDate(dayInJapan(one.confirmedAt))}に
            {one.confirmedBy}が確認（
            {one.source}、{one.seenIn}）
            <span className="block text-soft">
              {one.withdrawnAt
                ? `${formatDate(dayInJapan(one.withdrawnAt))}に${one.withdrawnBy ?? ''}が取り消し。理由: ${one.withdrawnReason}`
                : '確認のあとで、値が改められました。新しい値を確かめてください。'}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
