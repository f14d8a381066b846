import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { IsoDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { DraftFound, DraftState, useDraft } from '../../../ui/draft/index.ts'
import { newId } from '../../../ui/http/index.ts'
import { useAddressWord, useGo, usePathParam } from '../../../ui/link/index.ts'
import { useAbilities } from '../../../ui/session/index.ts'
import { PageHead, useCrumb } from '../../../ui/shell/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { createChecklist, type Sheet } from './api.ts'
import { ChecklistForm } from './checklist-form.tsx'
import { EarlierSheets } from './earlier-sheets.tsx'
import type { Judging } from './judging.ts'
import { insuredTypeOn, PersonHead, WithPerson } from './person-head.tsx'
import { newBody } from './sheet-body.ts'
import { blankEntry, type SheetEntry } from './sheet-entry.ts'

export default function NewPage() {
  const id = usePathParam('id')
  return <WithPerson id={id}>{(sheet) => <NewChecklist key={id} sheet={sheet} />}</WithPerson>
}

/** 基本チェックリストの入力: one paper, by the keys that are printed on it. */
function NewChecklist({ sheet }: { sheet: Sheet }) {
  const { person } = sheet
  const { nowMs, today } = useClock()
  const may = useAbilities()
  const go = useGo()
  const client = useQueryClient()
  const show = useToast()
  const [consultationId] = useAddressWord('consultation', '')
  const [entry, setEntry] = useState<SheetEntry>(() => blankEntry(newId(nowMs()), today()))
  const draft = useDraft(`checklist.${person.id}`, entry, setEntry)
  const set = useCallback(
    (change: (before: SheetEntry) => Partial<SheetEntry>) =>
      setEntry((before) => ({ ...before, ...change(before) })),
    [],
  )
  const typeOn = useCallback((day: IsoDate) => insuredTypeOn(sheet, day), [sheet])
  useCrumb(`${person.name} さんのチェックリスト入力`)
  const mayConfirm = may('checklist.confirm')

  const isLater = useRef(false)

  const save = async (judged: Judging | null) => {
    const confirmed = mayConfirm && !isLater.current && judged ? judged.value.judgement : null
    const made = await createChecklist(newBody(entry, person.id, consultationId || null, confirmed))
    await draft.discard().catch(() => undefined) // a draft that stays is offered again; the sheet is stored
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
    show(confirmed === null ? 'チェックリストを保存しました' : 'チェックリストを保存し、判定案を確認しました')
    await go(`/checklists/${made.id}?saved=1`, { replace: true })
  }
  return (
    <>
      <PersonHead sheet={sheet} />
      <PageHead title="基本チェックリストの入力" />
      <DraftFound draft={draft} />
      <EarlierSheets personId={person.id} answeredOn={entry.answeredOn} />
      <ChecklistForm
        label="基本チェックリストの入力"
        submitLabel={mayConfirm ? '判定案を確認' : 'チェックリストを保存する'}
        entry={entry}
        set={set}
        personId={person.id}
        insuredTypeOn={typeOn}
        readers={sheet.readers.replace(/^閲覧できる人[:：]\s*/u, '')}
        onSubmit={save}
        actions={
          <>
            {mayConfirm ? (
              <Button
                onPress={({ target }) => {
                  isLater.current = true
                  target.closest('form')?.requestSubmit() // reads the flag before it first waits
                  isLater.current = false
                }}
              >
                確認せずに保存する
              </Button>
            ) : null}
            <DraftState draft={draft} />
          </>
        }
      />
    </>
  )
}
