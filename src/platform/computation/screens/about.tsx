import { formatDate, type IsoDate } from '../../calendar/index.ts'
import type { Rule, RuleParameter } from '../schema.ts'
import { Doubt, Source } from './doubt.tsx'
import { StructuredValue, summaryClass } from './structured-value.tsx'

const boxClass = 'rounded-lg border border-line p-4 text-sm print:border-0 print:p-0'

/** What an officer checks a rule by: formula, source, what it leaves out, and its numbers by date. */
export function About({ rule }: { rule: Rule }) {
  return (
    <>
      <section aria-label="この計算の決まり" className={boxClass}>
        <h2 className="mb-2 text-base font-bold">この計算の決まり</h2>
        <dl className="grid gap-2">
          <Item term="番号">
            {rule.id}
            {rule.covers.length > 0 ? `（${rule.covers.join('、')} を含む）` : ''}
          </Item>
          <Item term="式">{rule.formula}</Item>
          <Item term="出典">
            <Source source={rule.source} /> <Doubt confidence={rule.confidence} />
          </Item>
          {rule.limits ? <Item term="計算しないこと・未確定のこと">{rule.limits}</Item> : null}
        </dl>
      </section>
      {rule.parameters.length > 0 ? (
        <section aria-label="法令の数値" className={boxClass}>
          <h2 className="mb-2 text-base font-bold">法令の数値</h2>
          <div className="flex flex-col gap-4">
            {rule.parameters.map((one) => (
              <History key={one.id} parameter={one} />
            ))}
          </div>
        </section>
      ) : null}
    </>
  )
}

const Item = ({ term, children }: { term: string; children: React.ReactNode }) => (
  <div>
    <dt className="text-soft">{term}</dt>
    <dd className="whitespace-pre-line">{children}</dd>
  </div>
)

const MANY = 4

/** The values of one number, newest first; older ones open. */
function History({ parameter }: { parameter: RuleParameter }) {
  const entries = [...parameter.history].reverse()
  return (
    <div>
      <h3 className="font-bold">
        {parameter.title}
        <span className="ml-1 font-normal text-soft">（{parameter.unit}）</span>
      </h3>
      <Entries entries={entries.slice(0, MANY)} title={parameter.title} labels={parameter.labels} />
      {entries.length > MANY ? (
        <details>
          <summary className={summaryClass}>それより前の{entries.length - MANY}件</summary>
          <Entries
            entries={entries.slice(MANY)}
            title={`${parameter.title}（それより前）`}
            labels={parameter.labels}
          />
        </details>
      ) : null}
    </div>
  )
}

type EntriesProps = { entries: RuleParameter['history']; title: string; labels: RuleParameter['labels'] }

function Entries({ entries, title, labels }: EntriesProps) {
  return (
    <table className="w-full">
      <caption className="sr-only">{title}の日付ごとの値</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">いつから</th>
          <th scope="col">値と出典</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.from} className="border-b border-line align-top">
            <th scope="row" className="w-20 py-1 pr-2 text-left font-normal whitespace-nowrap text-soft">
              {formatDate(entry.from as IsoDate, 'short')}〜
            </th>
            <td className="py-1">
              <span className="flex flex-wrap items-start gap-x-2">
                <StructuredValue value={entry.value} labels={labels} />
                <Doubt confidence={entry.confidence} status={entry.status} />
              </span>
              <span className="block text-xs text-soft">
                <Source source={entry.source} />
                {entry.to ? `　${formatDate(entry.to as IsoDate, 'short')}まで` : ''}
              </span>
              {entry.note ? <span className="block text-xs">{entry.note}</span> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
