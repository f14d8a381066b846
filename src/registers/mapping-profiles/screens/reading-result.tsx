import { Notice } from '../../../ui/status/index.ts'
import type { Preview, Reading } from '../schema.ts'

/** What the whole file would give: counts, what is refused, and the first places as they would be read. */
export function ReadingResult({ preview, lacks }: { preview: Preview; lacks: string[] }) {
  const { reading } = preview
  if (!reading) {
    return (
      <Notice role="alert" tone="caution" title="まだ読めません">
        <p className="text-sm">
          {lacks.length > 0
            ? lacks.join('')
            : '施設の種類と、市区町村コード（検査数字の合う6けた）を入力してください。'}
        </p>
      </Notice>
    )
  }
  return (
    <section aria-label="試しに読んだ結果" className="mt-6">
      <h2 className="text-lg font-bold">試しに読んだ結果</h2>
      <p role="status">{summary(reading)}</p>
      {reading.refused.length > 0 ? <Refused reading={reading} /> : null}
      <FirstPlaces reading={reading} />
    </section>
  )
}

const n = (count: number) => count.toLocaleString('ja-JP')

function summary({ read, refusedCount, asWrittenCount, withoutPlaceCount }: Reading): string {
  return [
    `${n(read)}か所を読めます。`,
    refusedCount > 0 ? `${n(refusedCount)}件は読めません。直すまで、この一覧は読み込めません。` : '',
    asWrittenCount > 0 ? `${n(asWrittenCount)}か所に、書いてあるとおりに残す欄があります。` : '',
    withoutPlaceCount > 0 ? `${n(withoutPlaceCount)}か所に、緯度と経度がありません。` : '',
  ].join('')
}

function Refused({ reading }: { reading: Reading }) {
  return (
    <ul className="my-2 list-disc rounded-lg border border-danger p-3 pl-8 text-sm">
      {reading.refused.slice(0, 10).map(({ row, column, value, reason, remedy }) => (
        <li key={`${row} ${column} ${reason}`}>
          {row === null ? '' : `${row}行目 `}
          {column ?? ''}
          {value ? `「${value}」` : ''} {reason}
          {remedy}
        </li>
      ))}
      {reading.refusedCount > 10 ? <li>ほか{n(reading.refusedCount - 10)}件</li> : null}
    </ul>
  )
}

function FirstPlaces({ reading }: { reading: Reading }) {
  const rows = reading.rows.slice(0, 8)
  const labels = [...new Set(rows.flatMap(({ values }) => values.map(({ label }) => label)))]
  if (rows.length === 0) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section aria-label="はじめの施設" tabIndex={0} className="mt-2 overflow-x-auto">
      <table className="border-collapse text-sm">
        <thead className="bg-shade text-left">
          <tr>
            {['行', ...labels].map((label) => (
              <th key={label} scope="col" className="border-b border-edge px-3 py-1 whitespace-nowrap">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ rowNumber, values }) => (
            <tr key={rowNumber} className="border-b border-line">
              <th scope="row" className="px-3 py-1 text-right font-normal tabular-nums">
                {rowNumber}
              </th>
              {labels.map((label) => {
                const value = values.find((one) => one.label === label)
                return (
                  <td key={label} className="max-w-72 truncate px-3 py-1">
                    {value?.text ?? <span className="text-soft">―</span>}
                    {value?.isAsWritten ? <span className="text-caution">（書いてあるとおり）</span> : null}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
