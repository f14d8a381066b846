import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { EntryForm, TextField } from '../../../ui/form/index.ts'
import { Panel } from '../../../ui/panel/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { ValueView } from '../../../ui/value-view/index.ts'
import type { Confirmation, Entry, LawValuePage } from '../schema.ts'
import { periodWord } from '../words.ts'
import { confirmLawValue, lawValuesQuery, withdrawConfirmation } from './api.ts'

type PanelProps = { page: LawValuePage; entry: Entry; onClose: () => void }

/** The officer says in which source the value was read. */
export function ConfirmPanel({ page, entry, onClose }: PanelProps) {
  const client = useQueryClient()
  const show = useToast()
  const [source, setSource] = useState(entry.source.text)
  const [url, setUrl] = useState(entry.source.url ?? '')
  const [seenIn, setSeenIn] = useState('')
  const submit = async () => {
    const { from, hash } = entry
    await confirmLawValue(page.id, { from, hash, source, sourceUrl: url.trim() || null, seenIn })
    await client.invalidateQueries({ queryKey: lawValuesQuery.queryKey })
    show(`「${page.title}」の値を確認しました`)
    onClose()
  }
  return (
    <Panel title={`${page.title}: 出典を確かめて確認する`} onClose={onClose}>
      <div className="mb-4 rounded-lg border border-line p-3 text-sm">
        <p className="text-soft">
          {periodWord(entry)}　単位: {page.unit}
        </p>
        <ValueView value={entry.value} labels={page.labels} label="確認する値" />
      </div>
      <p className="mb-4 text-sm">
        出典を開いて、この値と同じであることを見てから記録してください。あなたの名前と出典が、値の横に示されます。
      </p>
      <EntryForm label="確認" submitLabel="見たと記録する" onSubmit={submit}>
        <TextField
          name="source"
          label="出典"
          description="読んだ法令・通知・資料の名称"
          value={source}
          onChange={setSource}
          isLong
          rows={2}
          isRequired
        />
        <TextField
          name="seenIn"
          label="見た場所"
          description="例: e-Gov 法令検索、第2条第1項の表　官報 令和6年1月25日 号外12頁"
          value={seenIn}
          onChange={setSeenIn}
          isRequired
        />
        <TextField
          name="sourceUrl"
          label="出典のアドレス"
          description="https:// で始まるアドレス。紙の資料なら空欄にします。"
          value={url}
          onChange={setUrl}
        />
      </EntryForm>
    </Panel>
  )
}

/** A confirmation is taken back with its reason; the value is 出典未確認 again. */
export function WithdrawPanel({
  page,
  entry,
  confirmation,
  onClose,
}: PanelProps & { confirmation: Confirmation }) {
  const client = useQueryClient()
  const show = useToast()
  const [reason, setReason] = useState('')
  const submit = async () => {
    const { id, version } = confirmation
    await withdrawConfirmation(page.id, { confirmationId: id, version, reason })
    await client.invalidateQueries({ queryKey: lawValuesQuery.queryKey })
    show('確認を取り消しました')
    onClose()
  }
  return (
    <Panel title={`${page.title}: 確認を取り消す`} onClose={onClose}>
      <p className="mb-4 text-sm">
        {periodWord(entry)}の値を{confirmation.confirmedBy}
        が確認した記録を取り消します。記録そのものは、理由とともに残ります。
      </p>
      <EntryForm label="確認の取り消し" submitLabel="確認を取り消す" onSubmit={submit}>
        <TextField
          name="reason"
          label="取り消す理由"
          value={reason}
          onChange={setReason}
          isLong
          rows={3}
          isRequired
        />
      </EntryForm>
    </Panel>
  )
}
