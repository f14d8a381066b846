import {
  type FigureField,
  type FigureUnit,
  figureFields,
  figureUnits,
} from '../../../exchange/mapped-figures/mapping.ts'
import type { FiguresPreview } from '../schema.ts'
import type { Chosen, Entry } from './entry.ts'

type ColumnTableProps = {
  preview: FiguresPreview
  entry: Entry
  onChoose: (heading: string, chosen: Chosen) => void
}
const NOT_READ: Chosen = { field: null, measure: '', unit: null }
const cell = 'border-b border-edge px-3 py-1'

/** One row per column of the table: its heading, what stands in it, what it is, and of a count its name and unit. */
export function ColumnTable({ preview, entry, onChoose }: ColumnTableProps) {
  const isAcross = entry.layout === 'periods'
  const heads = ['見出し', '中身の例', '何の列か', ...(isAcross ? [] : ['数の名前', '単位'])]
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-sm">
        <thead className="bg-shade text-left">
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className={`${cell} whitespace-nowrap`}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.columns.map(({ heading, samples, isPeriod }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a heading may stand there twice
            <tr key={`${at} ${heading}`} className="border-b border-line">
              <th scope="row" className="px-3 py-1 text-left font-normal">
                {heading}
              </th>
              <td className="max-w-64 truncate px-3 py-1 text-soft">
                {samples.length > 0 ? samples.join(' ｜ ') : '空の列です'}
              </td>
              {isAcross && isPeriod ? (
                <td className="px-3 py-1">見出しの期間の数として読みます</td>
              ) : (
                <Choices
                  heading={heading}
                  chosen={entry.chosen[heading] ?? NOT_READ}
                  isAcross={isAcross}
                  onChange={(chosen) => onChoose(heading, chosen)}
                />
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type ChoicesProps = {
  heading: string
  chosen: Chosen
  isAcross: boolean
  onChange: (chosen: Chosen) => void
}
const inputClass = 'min-h-9 w-full rounded-lg border border-edge bg-paper px-2'

function Choices({ heading, chosen, isAcross, onChange }: ChoicesProps) {
  const { field, measure, unit } = chosen
  const isValue = field === 'value'
  const offered = figureFields.filter((one) => !isAcross || (one.field !== 'value' && one.field !== 'period'))
  return (
    <>
      <td className="px-3 py-1">
        <select
          aria-label={`「${heading}」は何の列か`}
          value={field ?? ''}
          onChange={(event) => {
            const next = (event.target.value || null) as FigureField | null
            onChange({ ...chosen, field: next, measure: next === 'value' ? measure || heading : measure })
          }}
          className={`min-h-9 w-full rounded-lg border px-2 ${field === null ? 'border-edge bg-paper text-soft' : 'border-accent bg-accent-soft'}`}
        >
          <option value="">読まない</option>
          {offered.map((one) => (
            <option key={one.field} value={one.field}>
              {one.label}
            </option>
          ))}
        </select>
      </td>
      {isAcross ? null : (
        <>
          <td className="min-w-40 px-3 py-1">
            {isValue ? (
              <input
                aria-label={`「${heading}」の数の名前`}
                value={measure}
                maxLength={60}
                onChange={(event) => onChange({ ...chosen, measure: event.target.value })}
                className={inputClass}
              />
            ) : null}
          </td>
          <td className="min-w-32 px-3 py-1">
            {isValue ? (
              <select
                aria-label={`「${heading}」の単位`}
                value={unit ?? ''}
                onChange={(event) =>
                  onChange({ ...chosen, unit: (event.target.value || null) as FigureUnit | null })
                }
                className={inputClass}
              >
                <option value="">選んでください</option>
                {figureUnits.map((one) => (
                  <option key={one}>{one}</option>
                ))}
              </select>
            ) : null}
          </td>
        </>
      )}
    </>
  )
}
