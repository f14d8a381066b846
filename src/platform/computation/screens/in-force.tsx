import { formatDate, type IsoDate } from '../../calendar/index.ts'
import type { OwnValue, RuleAnswer } from '../schema.ts'
import { Doubt, Source } from './doubt.tsx'
import { StructuredValue } from './structured-value.tsx'

/** The legal numbers that were in force on the day, and what the insurer's settings stood in for. */
export function InForce({ answer: { parameters, filled, on } }: { answer: RuleAnswer }) {
  return (
    <>
      {filled.length > 0 ? <Filled filled={filled} /> : null}
      {parameters.length > 0 ? (
        <section aria-label="使える数値" data-keep-together="">
          <h3 className="mb-1 font-bold">{formatDate(on as IsoDate)}に効力のある法令の数値</h3>
          <table className="w-full text-sm">
            <thead className="bg-shade">
              <tr>
                {['数値', '値', 'いつから', '出典'].map((head) => (
                  <th key={head} scope="col" className="px-2 py-1 text-left">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {parameters.map((one) => (
                <tr key={one.id} className="border-b border-line align-top">
                  <th scope="row" className="px-2 py-1 text-left font-normal">
                    {one.title}
                    <span className="text-soft">（{one.unit}）</span>
                  </th>
                  <td className="px-2 py-1">
                    <StructuredValue value={one.value} labels={one.labels} />
                  </td>
                  <td className="px-2 py-1 whitespace-nowrap">{formatDate(one.from as IsoDate, 'short')}</td>
                  <td className="px-2 py-1">
                    <Source source={one.source} /> <Doubt confidence={one.confidence} status={one.status} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </>
  )
}

const Filled = ({ filled }: { filled: readonly OwnValue[] }) => (
  <section aria-label="保険者の設定で補った項目">
    <h3 className="mb-1 font-bold">保険者の設定で補った項目</h3>
    <ul className="list-disc pl-5 text-sm">
      {filled.map((one) => (
        <li key={one.path}>
          {one.title}: <StructuredValue value={one.value} />（
          {one.isOwn ? '保険者の設定' : '保険者の設定がないため、製品の初期値'}、{one.source}
          {one.from ? `、${formatDate(one.from as IsoDate)}から` : ''}）
        </li>
      ))}
    </ul>
  </section>
)
