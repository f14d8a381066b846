import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { IsoDate } from '../../../platform/calendar/index.ts'
import { EntryForm } from '../../../ui/form/index.ts'
import type { Conflict } from '../../../ui/http/index.ts'
import type { InsuredType } from '../codes.ts'
import type { ItemNumber } from '../forms/kihon-checklist/items.ts'
import { standingOn } from './api.ts'
import { EntryBar } from './entry-bar.tsx'
import { JudgementPanel } from './judgement-panel.tsx'
import { type Judging, judging } from './judging.ts'
import { LastAnswer } from './last-answer.tsx'
import { Paper } from './paper.tsx'
import { focusRow } from './paper-focus.ts'
import { openRows, type SheetEntry } from './sheet-entry.ts'
import { focusField, SheetHead, SheetRest } from './sheet-head.tsx'
import { shownOf } from './shown.ts'

export interface ChecklistFormProps {
  label: string
  submitLabel: string
  entry: SheetEntry
  set: (change: (before: SheetEntry) => Partial<SheetEntry>) => void
  personId: string
  /** INS-01 by the rule alone, until the server has answered */
  insuredTypeOn: (day: IsoDate) => InsuredType | null
  readers: string
  onSubmit: (judged: Judging | null) => Promise<void>
  onConflict?: (conflict: Conflict) => void
  /** further buttons beside the primary one */
  actions?: ReactNode
}

/** One paper: its head, its 25 rows in their order, and beside them what the answers show so far. */
export function ChecklistForm(props: ChecklistFormProps) {
  const { entry, set, insuredTypeOn } = props
  const paper = useRef<HTMLDivElement>(null)
  const [last, setLast] = useState<ItemNumber | null>(null)
  const [wrongKey, setWrongKey] = useState<ItemNumber | null>(null)
  const { answers, height, weight, answeredOn } = entry
  const known = useQuery({
    queryKey: ['checklist-standing', props.personId, answeredOn],
    queryFn: () => standingOn(props.personId, answeredOn ?? ''),
    enabled: answeredOn !== null,
    retry: false,
  })
  const standing = known.data
  const judged = useMemo(() => {
    if (answeredOn === null) return null
    const { insuredType, certification } = standing ?? {
      insuredType: insuredTypeOn(answeredOn),
      certification: null,
    }
    return judging({ answers, height, weight, answeredOn, insuredType, certification })
  }, [answers, height, weight, answeredOn, insuredTypeOn, standing])
  useEffect(() => focusField('answeredOn'), [])
  const toPaper = () => focusRow(paper.current, 1)
  const toEnd = () =>
    paper.current?.closest('form')?.querySelector<HTMLElement>('button[type=submit]')?.focus()
  return (
    <EntryForm
      label={props.label}
      submitLabel={props.submitLabel}
      onSubmit={() => props.onSubmit(judged)}
      onConflict={props.onConflict}
      readers={props.readers}
      keepsSubmitInSight
      actions={props.actions}
    >
      <SheetHead entry={entry} set={set} onDone={toPaper} />
      <div className="grid gap-x-5 gap-y-4 xl:grid-cols-[minmax(0,1fr)_21rem]">
        <div ref={paper} className="min-w-0">
          <EntryBar entry={entry} set={set} />
          <Paper
            entry={entry}
            set={set}
            bmi={judged?.value.bmi ?? null}
            onAnswered={(no) => {
              setLast(no)
              setWrongKey(null)
            }}
            onWrongKey={setWrongKey}
            onEnd={toEnd}
          />
          <SheetRest entry={entry} set={set} />
        </div>
        <aside aria-label="判定案" className="self-start roomy:sticky roomy:top-[5.4rem]">
          <LastAnswer entry={entry} last={last} wrongKey={wrongKey} />
          <JudgementPanel shown={shownOf(judged)} openCount={openRows(entry).length} />
        </aside>
      </div>
    </EntryForm>
  )
}
