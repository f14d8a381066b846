import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { Notice } from '../../../ui/status/index.ts'
import type { FiguresReading } from '../schema.ts'

type ReadingResultProps = { reading: FiguresReading | null; lacks: string[]; hasList: boolean }
const n = (count: number) => count.toLocaleString('ja-JP')

/** What the whole table would give: counts, what is refused or left out, and the first figures as they would be read. */
export function ReadingResult({ reading, lacks, hasList }: ReadingResultProps) {
  if (!reading) {
    const all = [...lacks, ...(hasList ? [] : ['統計の名前を入力してください。'])]
    return (
      <Notice role="alert" tone="caution" title="まだ読めません">
        <p className="text-sm">
          {all.length > 0 ? all.join('') : '市区町村コードの検査数字と、年度・日付を確かめてください。'}
        </p>
      </Notice>
    )
  }
  return (
    <section aria-label="試しに読んだ結果" className="mt-6">
      <h2 className="text-lg font-bold">試しに読んだ結果</h2>
      <p role="status">{summary(reading)}</p>
      {reading.refused.length > 0 ? <Refused reading={reading} /> : null}
      {reading.leftOut.length > 0 ? (
        <p className="my-2 text-sm text-soft">
          読まない行:{' '}
          {reading.leftOut
            .slice(0, 10)
            .map(({ rowNumber, name }) => `${rowNumber}行目 ${name}`)
            .join('、')}
          {reading.leftOut.length > 10 ? ` ほか${n(reading.leftOut.length - 10)}行` : ''}
        </p>
      ) : null}
      {reading.rows.length > 0 ? <FirstFigures reading={reading} /> : null}
    </section>
  )
}

function summary({ read, missing, places, known, refusedCount }: FiguresReading): string {
  return [
    `${n(places)}地域の${n(read)}個の数を読めます。`,
    missing > 0 ? `うち${n(missing)}個は「数がない」です（0ではありません）。` : '',
    known > places ? `知られている${n(known)}地域のうち${n(known - places)}地域には、行がありません。` : '',
    refusedCount > 0 ? `${n(refusedCount)}件は読めません。直すまで、この表は読み込めません。` : '',
  ].join('')
}

function Refused({ reading }: { reading: FiguresReading }) {
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

const periodOf = (from: string, to: string) =>
  from === to
    ? formatDate(from as IsoDate, 'short')
    : `${formatDate(from as IsoDate, 'short')}〜${formatDate(to as IsoDate, 'short')}`

function FirstFigures({ reading }: { reading: FiguresReading }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section aria-label="はじめの数" tabIndex={0} className="mt-2 overflow-x-auto">
      <table className="border-collapse text-sm">
        <thead className="bg-shade text-left">
          <tr>
            {['行', '地域', '何の数か', 'いつの数か', '数', '単位'].map((label) => (
              <th key={label} scope="col" className="border-b border-edge px-3 py-1 whitespace-nowrap">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reading.rows.slice(0, 10).map((row) => (
            <tr
              key={`${row.rowNumber} ${row.measure} ${row.from} ${row.to}`}
              className="border-b border-line"
            >
              <th scope="row" className="px-3 py-1 text-right font-normal tabular-nums">
                {row.rowNumber}
              </th>
              <td className="px-3 py-1">{row.place}</td>
              <td className="px-3 py-1">{row.measure}</td>
              <td className="px-3 py-1 whitespace-nowrap">{periodOf(row.from, row.to)}</td>
              <td className="px-3 py-1 text-right tabular-nums">
                {row.count === null ? <span className="text-soft">{row.missing}</span> : n(row.count)}
              </td>
              <td className="px-3 py-1">{row.unit}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
