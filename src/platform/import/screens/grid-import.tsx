import { type ReactNode, useState, useSyncExternalStore } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { Failure } from '../../../ui/empty/index.ts'
import { type Columns, DataGrid, type Grid } from '../../../ui/grid/index.ts'
import { Notice } from '../../../ui/status/index.ts'
import type { Report } from '../schema.ts'
import { Differences } from './differences.tsx'
import { count } from './words.ts'

type GridImportProps<C extends Columns> = {
  grid: Grid<C>
  label: string
  /** sends the filled rows; the same checks as for a file */
  run: (rows: string[][], dryRun: boolean) => Promise<Report>
  /** what saving is called: 「職員をまとめて登録する」 */
  saveLabel: string
  onSaved: (report: Report) => Promise<void> | void
  /** columns that stay in sight */
  frozen?: number
  children?: ReactNode
}

/** A grid whose rows go the way of a file: checked, what changes shown, then saved whole or not at all. */
export function GridImport<C extends Columns>({
  grid,
  label,
  run,
  saveLabel,
  onSaved,
  frozen,
  children,
}: GridImportProps<C>) {
  const { problems, filledCount } = useSyncExternalStore(grid.subscribe, grid.result)
  const [checked, setChecked] = useState<{ texts: string; report: Report } | null>(null)
  const [busy, setBusy] = useState<'check' | 'save' | null>(null)
  const [error, setError] = useState<Error | null>(null)
  const isFresh = checked !== null && checked.texts === JSON.stringify(grid.texts())
  const go = async (dryRun: boolean) => {
    if (busy) return
    grid.settle()
    const texts = grid.texts()
    setBusy(dryRun ? 'check' : 'save')
    setError(null)
    try {
      const report = await run(texts, dryRun)
      refuseCells(grid, report)
      setChecked({ texts: JSON.stringify(texts), report })
      if (report.applied) await onSaved(report)
    } catch (cause) {
      setError(cause instanceof Error ? cause : new Error(String(cause)))
    } finally {
      setBusy(null)
    }
  }
  const report = isFresh ? checked.report : null
  const maySave = report !== null && report.refusedCount === 0 && report.added + report.changed > 0
  return (
    <div className="flex flex-col gap-4">
      <DataGrid grid={grid} label={label} {...(frozen === undefined ? {} : { frozen })} />
      <div className="flex flex-wrap gap-3 print:hidden">
        <Button look={maySave ? 'secondary' : 'primary'} onPress={() => filledCount > 0 && void go(true)}>
          {busy === 'check' ? '確かめています…' : '内容を確かめる'}
        </Button>
        {maySave && problems.length === 0 ? (
          <Button look="primary" onPress={() => void go(false)}>
            {busy === 'save' ? '保存しています…' : saveLabel}
          </Button>
        ) : null}
        {children}
      </div>
      {error ? <Failure error={error} /> : null}
      <div role="status">{report && !report.applied ? <Found report={report} /> : null}</div>
    </div>
  )
}

function Found({ report }: { report: Report }) {
  if (report.refusedCount > 0) {
    const whole = report.refused.filter(({ row }) => row === null)
    return (
      <Notice
        tone="danger"
        title={`直すところが ${count(report.refusedCount)}件 あります。まだ何も保存していません。`}
      >
        <p className="text-sm">赤いセルに、理由と直し方が出ています。</p>
        {whole.map(({ code, reason, remedy }) => (
          <p key={code} className="text-sm">
            {reason}
            {remedy}
          </p>
        ))}
      </Notice>
    )
  }
  const isSame = report.added + report.changed === 0
  return (
    <div className="flex flex-col gap-4">
      <Notice
        tone="info"
        title={isSame ? '今の内容と同じです。保存するものはありません。' : 'まだ保存していません'}
      >
        <p className="text-sm">
          {count(report.read)}行: 加わる {count(report.added)}件、変わる {count(report.changed)}件、同じ{' '}
          {count(report.unchanged)}件
        </p>
      </Notice>
      {report.notices.map(({ code, message, count: found, examples }) => (
        <Notice key={code} tone="caution" title={`${message}（${count(found)}件）`}>
          <p className="text-sm">
            {examples.slice(0, 5).join('、')}
            {found > 5 ? ' ほか' : ''}
          </p>
        </Notice>
      ))}
      <Differences report={report} />
    </div>
  )
}

/** Row n of the report is the filled row n − 2 of the grid (row 1 is the headings). */
function refuseCells<C extends Columns>(grid: Grid<C>, report: Report): void {
  const filled = grid.state().sheet.rows.flatMap(({ isBlank }, at) => (isBlank ? [] : [at + 1]))
  grid.refuse(
    report.refused.flatMap(({ row, column, reason, remedy }) => {
      const line = row === null ? undefined : filled[row - 2]
      const found = grid.limits.columns.find(({ header }) => header === column) ?? grid.limits.columns[0]
      return line === undefined || !found ? [] : [{ line, columnId: found.id, message: `${reason}${remedy}` }]
    }),
  )
}
