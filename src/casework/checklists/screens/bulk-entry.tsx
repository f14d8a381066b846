import { type ClipboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { type Draft, DraftState } from '../../../ui/draft/index.ts'
import { Failure } from '../../../ui/empty/index.ts'
import { DataGrid, parseTsv, useGrid, useGridResult } from '../../../ui/grid/index.ts'
import { Problem } from '../../../ui/http/index.ts'
import { Icon } from '../../../ui/icon/index.ts'
import { useShortcuts } from '../../../ui/keys/index.ts'
import { useSession } from '../../../ui/session/index.ts'
import { Notice } from '../../../ui/status/index.ts'
import type { BulkStored } from '../answers.ts'
import { CODINGS, type Coding, JUDGEMENTS, type Judgement, labelOf, METHODS } from '../codes.ts'
import { type BulkBody, storeBulk } from './api.ts'
import { CodingBar } from './bulk-coding.tsx'
import { bulkColumns } from './bulk-columns.ts'
import { BulkDefaults } from './bulk-defaults.tsx'
import { useBulkEchoes } from './bulk-echoes.tsx'
import type { BulkKept } from './bulk-kept.ts'
import { placePaste } from './bulk-paste.ts'
import { columnOf, compareCodings, rowOf } from './bulk-rows.ts'
import { CodingInformation } from './coding-information.tsx'

interface BulkEntryProps {
  coding: Coding
  kept: BulkKept
  onKeep: (change: Partial<BulkKept>) => void
  /** back to the question what 1 means; the cells stay */
  onAgain: () => void
  draft: Draft<BulkKept>
  onStored: (stored: BulkStored) => void
}

/** The grid under its declared coding, with the judgement of each row beside it. */
export function BulkEntry({ coding, kept, onKeep, onAgain, draft, onStored }: BulkEntryProps) {
  const { today } = useClock()
  const { session } = useSession()
  const [trouble, setTrouble] = useState<Error | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [pasteNote, setPasteNote] = useState<string | null>(null)
  const running = useRef(false)
  const grid = useGrid({
    columns: bulkColumns(coding, today()),
    start: kept.texts,
    minRows: 12,
    maxRows: 500,
  })
  const result = useGridResult(grid)
  const { echoes, judgements, mismatches } = useBulkEchoes(grid, coding, kept.answeredOn)
  const texts = useMemo(() => {
    void result // the same object as long as no cell changed
    return grid.texts()
  }, [grid, result])
  const check = useMemo(
    () => compareCodings(texts, coding, kept.answeredOn),
    [texts, coding, kept.answeredOn],
  )
  const keep = useRef(onKeep)
  useEffect(() => {
    keep.current = onKeep
  })
  useEffect(() => keep.current({ texts }), [texts])

  const onPaste = (event: ClipboardEvent) => {
    setPasteNote(null)
    if (grid.state().editing !== null) return
    const placed = placePaste(parseTsv(event.clipboardData.getData('text/plain')), coding)
    if (placed === null) return
    event.preventDefault()
    event.stopPropagation()
    if (placed.outcome === 'otherCoding') return setPasteNote(otherCodingNote(placed.declared))
    grid.dispatch({ do: 'select', place: { row: grid.state().selection.active.row, column: 0 } })
    grid.dispatch({ do: 'paste', block: placed.rows })
    if (placed.leftOut.length > 0) setPasteNote(leftOutNote(placed.leftOut))
  }

  const save = async () => {
    if (running.current) return
    const settled = grid.settle()
    if (settled.filledCount === 0)
      return setTrouble(refusal('表に一行もありません。入力するか、Excelから貼り付けてください。'))
    if (settled.problems.length > 0)
      return setTrouble(
        refusal('まだ一枚も保存していません。下の「直すところ」を直してから、もう一度保存してください。'),
      )
    running.current = true
    setBusy(true)
    setTrouble(null)
    const lines = grid.state().sheet.rows.flatMap(({ isBlank }, at) => (isBlank ? [] : [at + 1]))
    try {
      onStored(await storeBulk(bodyOf(kept, coding, grid.texts())))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      grid.refuse(complaintsOf(error, lines))
      setTrouble(error)
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  useShortcuts([
    { keys: ['Ctrl+Enter', 'Ctrl+s'], label: 'まとめて保存する', group: '入力', run: () => void save() },
  ])
  return (
    <>
      <CodingBar
        coding={coding}
        onAgain={
          <Button size="small" onPress={onAgain}>
            読み方を選び直す
          </Button>
        }
      />
      <div className="my-2 flex flex-wrap items-start gap-x-6 gap-y-1">
        <BulkDefaults kept={kept} onKeep={onKeep} />
        <Counts judgements={judgements} mismatches={mismatches} />
      </div>
      <CodingInformation coding={coding} check={check} />
      {trouble ? <Refused error={trouble} /> : null}
      {pasteNote ? (
        <div className="my-1">
          <Notice tone="caution" role="alert" title={pasteNote} />
        </div>
      ) : null}
      <div className="isolate mt-1" onPasteCapture={onPaste}>
        <DataGrid grid={grid} label="チェックリストの表" echoes={echoes} height={20} />
      </div>
      <p className="mt-3 text-sm text-soft">
        閲覧できる人: {session.post.centreName ?? session.insurer.name}
        の職員と、対象者の担当センター・保険者の職員
      </p>
      <div className="bottom-0 z-10 mt-2 flex flex-wrap items-center gap-3 border-t border-line bg-paper py-2 roomy:sticky">
        <Button look="primary" shortcut="Ctrl+Enter" onPress={() => void save()}>
          {isBusy ? '保存しています…' : `${result.filledCount}枚をまとめて保存する`}
        </Button>
        <DraftState draft={draft} />
      </div>
    </>
  )
}

const otherCodingNote = (declared: Coding): string =>
  `貼り付けた表には、記入方式が「${labelOf(CODINGS, declared)}」と書いてあります。今の読み方と違うため、何も貼り付けていません。読み方を選び直すか、表を確かめてください。`
const leftOutNote = (names: readonly string[]): string =>
  `${names.join('・')}の列は、この画面の表にないため貼り付けていません。取り込むときは、ファイルの読み込みを使ってください。`

const bodyOf = (kept: BulkKept, coding: Coding, texts: readonly string[][]): BulkBody => ({
  batchId: kept.batchId,
  coding,
  defaults: {
    answeredOn: kept.answeredOn,
    method: METHODS.find(({ code }) => code === kept.method)?.code ?? null,
  },
  rows: texts.map(rowOf),
})

/** 'rows.3.cells.7' of what was sent is a cell of the fourth filled line. */
function complaintsOf(problem: Problem, lines: readonly number[]) {
  return problem.errors.flatMap(({ path, message }) => {
    const parts = /^rows\.(\d+)\.(.+)$/.exec(path)
    const line = parts ? lines[Number(parts[1])] : undefined
    if (!parts?.[2] || line === undefined) return []
    return [{ line, columnId: columnOf(parts[2]), message: message.replace(/^\d+行目 [^:：]+[:：]\s*/, '') }]
  })
}

const refusal = (detail: string) =>
  new Problem({
    status: 422,
    code: 'grid',
    title: '入力を確かめてください',
    detail,
    requestId: null,
    errors: [],
    retryAfterSeconds: null,
  })

/** What the cells themselves say needs no frame of its own; anything else says what to do and whom to ask. */
function Refused({ error }: { error: Error }) {
  if (!(error instanceof Problem) || error.status !== 422) return <Failure error={error} />
  return (
    <p role="alert" className="my-1 flex items-center gap-2 font-bold text-danger">
      <Icon name="danger" />
      {error.detail}
    </p>
  )
}

/** How many of each result stand in the grid now. */
function Counts({
  judgements,
  mismatches,
}: {
  judgements: readonly (Judgement | null)[]
  mismatches: number
}) {
  const unread = judgements.filter((one) => one === null).length
  return (
    <dl aria-label="判定案の数" className="ml-auto flex flex-wrap gap-x-4 text-sm">
      {JUDGEMENTS.map(({ code, label }) => (
        <Count key={code} label={label} count={judgements.filter((one) => one === code).length} />
      ))}
      {unread > 0 ? <Count label="読めない行" count={unread} /> : null}
      {mismatches > 0 ? <Count label="番号の確認がいる行" count={mismatches} /> : null}
    </dl>
  )
}

const Count = ({ label, count }: { label: string; count: number }) => (
  <div className="flex items-baseline gap-1.5">
    <dt className="text-soft">{label}</dt>
    <dd className="text-lg leading-tight font-bold tabular-nums">{count}</dd>
  </div>
)
