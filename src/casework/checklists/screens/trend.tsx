import { kihonCriteria } from '../../../law/casework/kihon-criteria.ts'
import { inForce } from '../../../law/in-force.ts'
import { formatDate } from '../../../platform/calendar/index.ts'
import type { PersonChecklists } from '../answers.ts'
import { bmiText } from './judging.ts'
import { frailtyWord, JudgementWord } from './result-words.tsx'
import { SmallBars } from './small-bars.tsx'
import { totalWord } from './words.ts'

type Points = PersonChecklists['trend']
type Domain = Points[number]['domains'][number]

/** Only where the criterion counts the whole domain; 閉じこもり looks at No.16 alone. */
function limitOf({ domain, items }: Domain, on: string): number | null {
  const criterion = inForce(kihonCriteria, on).value.find(({ key }) => key === domain)
  return criterion && criterion.items.length === items ? criterion.atLeast : null
}

/** How the points moved from sheet to sheet: one small picture a domain, the same figures as a table below. */
export function Trend({ points }: { points: Points }) {
  const last = points.at(-1)
  if (!last) return null
  const label = (on: string) => formatDate(on, 'short')
  return (
    <section aria-label="推移" data-keep-together="" className="mb-4">
      <h2 className="font-bold">推移（点が多いほど、支障のある項目が多い）</h2>
      <p className="mb-1 text-xs text-soft">破線は基準の点数です。点線の枠は、回答がなく分からない分です。</p>
      <div className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-4 print:grid-cols-4">
        <SmallBars
          title="合計"
          max={25}
          limit={null}
          bars={points.map((one) => ({ label: label(one.answeredOn), ...one.total }))}
        />
        {last.domains.map((domain) => (
          <SmallBars
            key={domain.domain}
            title={domain.label}
            max={domain.items}
            limit={limitOf(domain, last.answeredOn)}
            bars={points.flatMap(({ answeredOn, domains }) => {
              const found = domains.find((one) => one.domain === domain.domain)
              return found ? [{ label: label(answeredOn), known: found.known, unknown: found.unknown }] : []
            })}
          />
        ))}
      </div>
      <details className="mt-1">
        <summary className="text-sm text-accent underline underline-offset-4">推移を表で見る</summary>
        <TrendTable points={points} />
      </details>
    </section>
  )
}

/** The same figures for reading, copying and screen readers. */
function TrendTable({ points }: { points: Points }) {
  const domains = points.at(-1)?.domains ?? []
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className="overflow-x-auto" aria-label="推移の表" tabIndex={0}>
      <table className="mt-2 w-full border-collapse text-sm">
        <caption className="sr-only">実施日ごとの点数</caption>
        <thead className="bg-shade">
          <tr>
            <th scope="col" className="px-2 py-0.5 text-left">
              実施日
            </th>
            {domains.map(({ domain, label, items }) => (
              <th key={domain} scope="col" className="px-2 py-0.5 text-right whitespace-nowrap">
                {label}（{items}）
              </th>
            ))}
            <th scope="col" className="px-2 py-0.5 text-right">
              合計（25）
            </th>
            <th scope="col" className="px-2 py-0.5 text-right">
              BMI
            </th>
            <th scope="col" className="px-2 py-0.5 text-left">
              判定
            </th>
            <th scope="col" className="px-2 py-0.5 text-left">
              フレイルの目安
            </th>
          </tr>
        </thead>
        <tbody>
          {points.map((one) => (
            <tr key={one.id} className="border-b border-line">
              <th scope="row" className="px-2 py-0.5 text-left font-normal whitespace-nowrap">
                {formatDate(one.answeredOn, 'short')}
              </th>
              {one.domains.map((count) => (
                <td key={count.domain} className="px-2 py-0.5 text-right tabular-nums">
                  {totalWord(count)}
                </td>
              ))}
              <td className="px-2 py-0.5 text-right tabular-nums">{totalWord(one.total)}</td>
              <td className="px-2 py-0.5 text-right tabular-nums">{bmiText(one.printedBmiTenths)}</td>
              <td className="px-2 py-0.5">
                <JudgementWord judgement={one.confirmedJudgement ?? one.judgement} />
              </td>
              <td className="px-2 py-0.5">{one.frailty === null ? '―' : frailtyWord(one.frailty)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
