import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { IsoDate } from '../../../platform/calendar/index.ts'
import { Takers } from '../../../platform/computation/screens/table-field.tsx'
import { useClock } from '../../../ui/clock/clock.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { EntryForm, TextField } from '../../../ui/form/index.ts'
import { Panel } from '../../../ui/panel/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import type { Setting } from '../schema.ts'
import { putSetting, settingsQuery } from './api.ts'
import { type RowTakers, sendRows } from './refused-rows.ts'
import { ValueField } from './value-field.tsx'

export type Dated = Setting['dated'][number]
type ChangePanelProps = { setting: Setting; corrects: Dated | null; onClose: () => void }

/** A new value from a day on, or the correction of one that was entered. */
export function ChangePanel({ setting, corrects, onClose }: ChangePanelProps) {
  const client = useQueryClient()
  const show = useToast()
  const { today } = useClock()
  const [from, setFrom] = useState<IsoDate | null>((corrects?.from as IsoDate | undefined) ?? today())
  const [value, setValue] = useState<unknown>(corrects ? corrects.value : setting.today)
  const latest = useRef(value) // what a cell gives when the form is sent, drawn or not
  const put = (next: unknown) => {
    latest.current = next
    setValue(next)
  }
  const [source, setSource] = useState(corrects?.source ?? '')
  const [note, setNote] = useState(corrects?.note ?? '')
  const takers = useRef<RowTakers>(new Map())
  const submit = async () => {
    if (!from) return
    const { id = null, version = null } = corrects ?? {}
    await sendRows(
      putSetting(setting.key, {
        id,
        version,
        from,
        value: latest.current,
        source,
        note: note.trim() || null,
      }),
      takers.current,
    )
    await client.invalidateQueries({ queryKey: settingsQuery.queryKey })
    show(`「${setting.title}」の値を保存しました`)
    onClose()
  }
  return (
    <Panel
      title={corrects ? `${setting.title}: 値を直す` : `${setting.title}: 値を加える`}
      onClose={onClose}
      isWide={setting.input.kind === 'structure'}
    >
      <EntryForm label={setting.title} submitLabel="値を保存する" onSubmit={submit}>
        <Takers.Provider value={takers.current}>
          <ValueField setting={setting} value={value} onChange={put} />
        </Takers.Provider>
        <DateField
          name="from"
          label="開始日"
          description="この日から次の値の開始日の前日まで使います。過去の日にしても、すでに出した結果は変わりません。"
          value={from}
          onChange={setFrom}
          isRequired
          offersToday
        />
        <TextField
          name="source"
          label="根拠"
          description="要綱・条例・決裁の名称と番号。画面と帳票に表示します。"
          value={source}
          onChange={setSource}
          isRequired
        />
        <TextField name="note" label="備考" value={note} onChange={setNote} />
      </EntryForm>
    </Panel>
  )
}
