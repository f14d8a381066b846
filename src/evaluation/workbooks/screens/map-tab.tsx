import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { Empty, Failure, Loading } from '../../../ui/empty/index.ts'
import { useAddressWord } from '../../../ui/link/index.ts'
import { WithContext } from '../../../ui/shell/index.ts'
import { type Form, type SheetWindow, sheetQuery } from './api.ts'
import { CellPanel } from './cell-panel.tsx'
import { type At, letters, placeKey } from './grid-state.ts'
import { SheetGrid } from './sheet-grid.tsx'

const ROWS = 200
const COLUMNS = 60

/** The sheet as a table beside what is known of the chosen cell. */
export function MapTab({ form }: { form: Form }) {
  const [sheetWord, setSheet] = useAddressWord('sheet', '0')
  const [cellWord, setCell] = useAddressWord('cell', '')
  const sheet = Math.min(form.sheets.length - 1, Number(sheetWord) || 0)
  const chosen = cellFrom(cellWord)
  const top = chosen ? Math.floor((chosen.row - 1) / ROWS) * ROWS + 1 : 1
  const left = chosen ? Math.floor(chosen.column / COLUMNS) * COLUMNS : 0
  const { data, error, refetch } = useQuery(sheetQuery(form.id, sheet, top, left))
  const bound = useMemo(
    () =>
      new Map(
        form.bindings
          .filter(({ sheetIndex }) => sheetIndex === sheet)
          .map((one) => [placeKey(one), one.label]),
      ),
    [form.bindings, sheet],
  )
  const choose = useCallback(({ row, column }: At) => setCell(`${row}-${column}`), [setCell])
  return (
    <WithContext
      label="選んだセル"
      context={
        chosen ? (
          <CellPanel key={`${sheet} ${cellWord}`} form={form} cell={{ sheet, ...chosen }} />
        ) : (
          <p className="text-sm text-soft">
            数を入れるセルを選ぶと、ここに見出しと、入れられる数が出ます。矢印キーで動き、Enter で選びます。
          </p>
        )
      }
    >
      <SheetTabs
        form={form}
        sheet={sheet}
        onChange={(index) => {
          setSheet(String(index))
          setCell('')
        }}
      />
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {data ? (
        <>
          <Pages data={data} onGo={choose} />
          {data.used ? (
            <SheetGrid sheet={data} bound={bound} chosen={chosen} onChoose={choose} />
          ) : (
            <Empty title="このシートは空です" />
          )}
          <Legend />
        </>
      ) : error ? null : (
        <Loading />
      )}
    </WithContext>
  )
}

const cellFrom = (word: string): At | null => {
  const [, row, column] = /^(\d{1,7})-(\d{1,5})$/.exec(word) ?? []
  return row && column ? { row: Number(row), column: Number(column) } : null
}

function SheetTabs({
  form,
  sheet,
  onChange,
}: {
  form: Form
  sheet: number
  onChange: (index: number) => void
}) {
  return (
    <fieldset className="mb-2 flex flex-wrap gap-1">
      <legend className="sr-only">シート</legend>
      {form.sheets.map(({ name, state, isProtected }, index) => {
        const count = form.bindings.filter(({ sheetIndex }) => sheetIndex === index).length
        return (
          <button
            key={name}
            type="button"
            aria-pressed={index === sheet}
            onClick={() => onChange(index)}
            className="min-h-8 rounded-sm border border-edge bg-paper px-2.5 text-sm hover:bg-shade aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:font-bold"
          >
            {name}
            {count > 0 ? <span className="ml-1 text-soft tabular-nums">（{count}）</span> : null}
            {isProtected ? <span className="ml-1 text-soft">保護</span> : null}
            {state === 'visible' ? null : <span className="ml-1 text-soft">非表示</span>}
          </button>
        )
      })}
    </fieldset>
  )
}

/** Large sheets come in pieces. */
function Pages({ data, onGo }: { data: SheetWindow; onGo: (at: At) => void }) {
  const { used, window } = data
  if (!used || (used.bottom <= ROWS && used.right < COLUMNS)) return null
  const go = (rows: number, columns: number) => () =>
    onGo({ row: Math.max(1, window.top + rows), column: Math.max(0, window.left + columns) })
  return (
    <div className="mb-2 flex flex-wrap items-center gap-2 text-sm">
      <span className="tabular-nums">
        {window.top}〜{Math.min(window.bottom, used.bottom)}行、{letters(window.left)}〜
        {letters(Math.min(window.right, used.right))}
        列（全{used.bottom}行、{letters(used.right)}列まで）
      </span>
      <Button size="small" isDisabled={window.top === 1} onPress={go(-ROWS, 0)}>
        前の{ROWS}行
      </Button>
      <Button size="small" isDisabled={window.bottom >= used.bottom} onPress={go(ROWS, 0)}>
        次の{ROWS}行
      </Button>
      {used.right < COLUMNS ? null : (
        <>
          <Button size="small" isDisabled={window.left === 0} onPress={go(0, -COLUMNS)}>
            左の{COLUMNS}列
          </Button>
          <Button size="small" isDisabled={window.right >= used.right} onPress={go(0, COLUMNS)}>
            右の{COLUMNS}列
          </Button>
        </>
      )}
    </div>
  )
}

const Legend = () => (
  <p className="mt-1 text-xs text-soft">
    「数」の付いたセルは対応づけ済み、「式」は数式（そのまま残ります）、灰色は保護されたセルです。使われている範囲だけを出しています。
  </p>
)
