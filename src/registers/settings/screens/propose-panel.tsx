import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { Takers } from '../../../platform/computation/screens/table-field.tsx'
import { useClock } from '../../../ui/clock/clock.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { EntryForm, TextField } from '../../../ui/form/index.ts'
import { Panel } from '../../../ui/panel/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { valueWord } from '../codes.ts'
import type { ProposeSetting, Setting } from '../schema.ts'
import { proposeSetting, settingsQuery } from './api.ts'
import type { Dated } from './change-panel.tsx'
import { type RowTakers, sendRows } from './refused-rows.ts'
import { ValueField } from './value-field.tsx'

type ProposePanelProps = {
  setting: Setting
  /** the dated value that is to be corrected or taken back; null: a new one */
  row: Dated | null
  isRemoval: boolean
  onClose: () => void
}

/** What one officer proposes and another approves: a new dated value, its correction or its removal. */
export function ProposePanel({ setting, row, isRemoval, onClose }: ProposePanelProps) {
  const client = useQueryClient()
  const show = useToast()
  const { today } = useClock()
  const [from, setFrom] = useState<IsoDate | null>((row?.from as IsoDate | undefined) ?? today())
  const [value, setValue] = useState<unknown>(row ? row.value : setting.today)
  const latest = useRef(value) // what a cell gives when the form is sent, drawn or not
  const put = (next: unknown) => {
    latest.current = next
    setValue(next)
  }
  const [title, setTitle] = useState('')
  const [number, setNumber] = useState('')
  const [article, setArticle] = useState('')
  const [note, setNote] = useState('')
  const takers = useRef<RowTakers>(new Map())
  const submit = async () => {
    if (!from) return
    const blank = (text: string) => text.trim() || null
    const ordinance = { title, number: blank(number), article: blank(article) }
    const shared = { from, ordinance, note: blank(note) }
    const at = row ? { id: row.id, version: row.version } : null
    const entry: ProposeSetting = !at
      ? { operation: 'add', ...shared, value: latest.current }
      : isRemoval
        ? { operation: 'remove', ...at, ...shared }
        : { operation: 'correct', ...at, ...shared, value: latest.current }
    await sendRows(proposeSetting(setting.key, entry), takers.current)
    await client.invalidateQueries({ queryKey: settingsQuery.queryKey })
    show(`「${setting.title}」の提案を出しました。ほかの保険者職員が承認すると使われます`)
    onClose()
  }
  const deed = isRemoval ? '値の取り消しを提案する' : row ? '値の訂正を提案する' : '値を提案する'
  return (
    <Panel
      title={`${setting.title}: ${deed}`}
      onClose={onClose}
      isWide={setting.input.kind === 'structure' && !isRemoval}
    >
      <p className="mb-4 text-sm text-soft">
        {row?.source
          ? `いまの根拠: ${row.source}`
          : 'ほかの保険者職員が根拠を確かめて承認するまで、この値は使われません。'}
      </p>
      <EntryForm label={setting.title} submitLabel="提案する" busyLabel="送っています…" onSubmit={submit}>
        {isRemoval && row ? (
          <p>
            {formatDate(row.from as IsoDate)}からの値「{valueWord(setting, row.value)}」を取り消します。
          </p>
        ) : (
          <>
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
          </>
        )}
        <TextField
          name="ordinance.title"
          label="根拠の名称"
          description="条例・規則・要綱・決裁の名称。例: ○○市介護保険条例"
          value={title}
          onChange={setTitle}
          isRequired
        />
        <TextField
          name="ordinance.number"
          label="番号"
          description="例: 平成12年条例第10号"
          value={number}
          onChange={setNumber}
          width={20}
        />
        <TextField
          name="ordinance.article"
          label="条項"
          description="例: 第4条第1項"
          value={article}
          onChange={setArticle}
          width={20}
        />
        <TextField
          name="note"
          label="備考"
          description="承認する人に伝えること。"
          value={note}
          onChange={setNote}
        />
      </EntryForm>
    </Panel>
  )
}
