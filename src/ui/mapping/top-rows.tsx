import type { SeenFile } from './shapes.ts'

type TopRowsProps = {
  preview: SeenFile
  sheet: string | null
  onHeaderRow: (row: number) => void
  onSheet: (sheet: string) => void
}
const SHOWN_COLUMNS = 8

/** The top of the file as it stands, for choosing the row of headings by eye. */
export function TopRows({ preview, sheet, onHeaderRow, onSheet }: TopRowsProps) {
  return (
    <section aria-labelledby="top-rows" className="mb-4">
      <h2 id="top-rows" className="text-lg font-bold">
        1. 見出しの行
      </h2>
      <p className="mb-1 text-sm text-soft">
        文字コードは {preview.encoding}{' '}
        です。見出しの書いてある行を選んでください。その上の行（題や注意書き）は読みません。
      </p>
      {preview.sheetNames.length > 1 ? (
        <label className="mb-2 flex items-center gap-2 text-sm">
          シート
          <select
            value={sheet ?? preview.sheetNames[0]}
            onChange={(event) => onSheet(event.target.value)}
            className="min-h-9 rounded-lg border border-edge bg-paper px-2"
          >
            {preview.sheetNames.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      ) : null}
      <fieldset className="overflow-x-auto">
        <legend className="sr-only">見出しの行</legend>
        <table className="w-full border-collapse text-sm">
          <tbody>
            {preview.top.map(({ rowNumber, cells }) => (
              <tr
                key={rowNumber}
                className={`border-b border-line ${rowNumber === preview.headerRow ? 'bg-accent-soft font-bold' : ''}`}
              >
                <td className="px-2 whitespace-nowrap">
                  <label className="flex min-h-8 items-center gap-2 tabular-nums">
                    <input
                      type="radio"
                      name="header-row"
                      checked={rowNumber === preview.headerRow}
                      onChange={() => onHeaderRow(rowNumber)}
                      className="size-4 accent-accent"
                    />
                    {rowNumber}行目
                  </label>
                </td>
                {cells.slice(0, SHOWN_COLUMNS).map((cell, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells of a file have no other name than their place
                  <td key={column} className="max-w-40 truncate px-2">
                    {cell}
                  </td>
                ))}
                <td className="px-2 text-soft">
                  {cells.length > SHOWN_COLUMNS ? `ほか${cells.length - SHOWN_COLUMNS}列` : ''}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </fieldset>
    </section>
  )
}
