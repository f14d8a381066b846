import { formatDate } from '../../../platform/calendar/index.ts'
import { dayInJapan, timeInJapan } from '../../../ui/clock/clock.ts'
import { Empty } from '../../../ui/empty/index.ts'
import { AppLink } from '../../../ui/link/index.ts'
import type { Place, Report } from './api.ts'

const when = (at: string) => `${formatDate(dayInJapan(at), 'short')} ${timeInJapan(at)}`

/** 版と手続き: who did what, when and why; every version can be opened as it was submitted. */
export function Versions({ place, report }: { place: Place; report: Report }) {
  if (report.versions.length === 0)
    return <Empty title="まだ確定されていません">確定すると、その時の数と元の記録がここに残ります。</Empty>
  return (
    <div className="flex flex-col gap-6">
      <section aria-labelledby="steps">
        <h2 id="steps" className="mb-1 text-lg font-bold">
          手続き
        </h2>
        <ol className="divide-y divide-line border-y border-line text-sm">
          {report.steps.map((step) => (
            <li key={`${step.at}${step.step}`} className="flex flex-wrap gap-x-4 py-1.5">
              <span className="w-36 whitespace-nowrap">{when(step.at)}</span>
              <span className="w-32">{step.label}</span>
              <span className="w-16">第{step.number}版</span>
              <span>{step.by}</span>
              {step.reason ? <span className="w-full pl-4">理由: {step.reason}</span> : null}
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="versions">
        <h2 id="versions" className="mb-1 text-lg font-bold">
          確定した版
        </h2>
        <ul className="divide-y divide-line border-y border-line text-sm">
          {report.versions.toReversed().map((version) => (
            <li key={version.number} className="flex flex-wrap items-baseline gap-x-4 py-1.5">
              <AppLink to={`/monthly-reports/${place.unit}/${place.month}/versions/${version.number}`}>
                {version.step === 'corrected' ? '訂正版' : '確定'} 第{version.number}版を見る
              </AppLink>
              <span>
                {when(version.confirmedAt)} {version.confirmedBy}
              </span>
              <span>元の記録 {version.factCount.toLocaleString('ja-JP')}件</span>
              {version.reason ? <span>理由: {version.reason}</span> : null}
              <span className="text-xs break-all text-soft">照合の値 {version.sha256.slice(0, 16)}…</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
