import { createContext, useContext, useEffect, useRef } from 'react'
import { useField } from '../../../ui/form/index.ts'
import { DataGrid, useGrid } from '../../../ui/grid/index.ts'
import type { FieldProblem } from '../../../ui/http/index.ts'
import { type EditorProps, helpText } from './editors.tsx'
import { isFields } from './entry.ts'
import type { Compound } from './field.ts'
import { cellText, columnOf } from './table-columns.ts'

/** Takes what the server said of its rows into its cells; what is not about it goes through. */
export type Taker = (problems: FieldProblem[]) => FieldProblem[]
/** The tables of a form, so that a refusal finds the cell. */
export const Takers = createContext<Map<string, Taker>>(new Map())

type TableFieldProps = EditorProps<Extract<Compound, { kind: 'table' }>>

/** Rows to type and to paste from Excel. It begins with the value it is given; after that it only reports. */
export function TableField({ field, path, value, onChange, hasOwn }: TableFieldProps) {
  const rows = Array.isArray(value) ? value.filter(isFields) : []
  const grid = useGrid({
    columns: field.columns.map(columnOf),
    start: rows.map((row) => field.columns.map((column) => cellText(column, row[column.name]))),
    minRows: Math.min(10, Math.max(3, rows.length + 1)),
  })
  const latest = useRef(onChange)
  useEffect(() => {
    latest.current = onChange
  })
  useEffect(
    () =>
      grid.subscribe(() => {
        const rows = grid.result().rows.map(({ values }) => withoutBlanks(values))
        latest.current(rows.length > 0 ? rows : undefined)
      }),
    [grid],
  )
  const takers = useContext(Takers)
  useEffect(() => {
    takers.set(path, (problems) => problems.map((one) => taken(one, path, field.title, grid)))
    return () => void takers.delete(path)
  }, [takers, path, field.title, grid])
  // asked when the form is sent, before the check below: what is being typed goes into its cell
  useField(`${path}#settle`, null, () => {
    grid.settle()
    return null
  })
  const { id, message } = useField(path, null, () => complaint(field, grid.result()))
  const help = helpText(field, hasOwn)
  return (
    <fieldset id={id} className="min-w-0">
      <legend className="font-bold">{field.title}</legend>
      {help ? <p className="mb-2 text-sm text-soft">{help}</p> : null}
      {message ? <p className="mb-2 text-sm text-danger">{message}</p> : null}
      <DataGrid
        grid={grid}
        label={field.title}
        height={Math.min(24, 4 + 1.9 * Math.max(3, rows.length + 1))}
      />
    </fieldset>
  )
}

type Grid = ReturnType<typeof useGrid>
type Result = ReturnType<Grid['settle']>

const withoutBlanks = (values: object) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))

const complaint = ({ title }: TableFieldProps['field'], { problems }: Result): string | null =>
  problems.length > 0
    ? `${title}: 表に直すところが${problems.length}件あります。赤いしるしのセルを直してください。`
    : null

/** 「stages.3.ratioPerMille」 becomes a mark in the fourth filled row and a line that leads to this table. */
function taken(problem: FieldProblem, path: string, title: string, grid: Grid): FieldProblem {
  if (!problem.path.startsWith(`${path}.`)) return problem
  const [index = '', columnId = 'value'] = problem.path.slice(path.length + 1).split('.')
  const line = grid.result().rows[Number(index)]?.line
  if (line === undefined) return { ...problem, path }
  const { columns } = grid.limits
  const { message } = problem
  const known = columns.some(({ id }) => id === columnId) ? columnId : (columns[0]?.id ?? columnId)
  grid.refuse([{ line, columnId: known, message }])
  return { ...problem, path, message: `${title} ${line}行目: ${message}` }
}
