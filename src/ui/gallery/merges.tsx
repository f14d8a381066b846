import { useState } from 'react'
import { conflicted, type Editing, type MergeFieldOf, MergeFields } from '../merge/index.ts'
import { useToast } from '../toast/index.ts'
import { Part } from './part.tsx'

type Entry = { answer: string; phone: string; urgency: string; text: string }
const base: Entry = {
  answer: '',
  phone: '000-0000-0001',
  urgency: '通常',
  text: '電話。膝が痛み、買い物が大変とのこと。',
}
const mine = { ...base, answer: '来週、訪問する。', text: `${base.text}\n娘は県外に住む。` }
const theirs = { ...base, phone: '000-0000-0002', text: `${base.text}\n近所の人が手伝う。` }
const start: Editing<Entry> = conflicted({ entry: mine, base, version: 3, merging: null }, theirs, 4)

const fields: MergeFieldOf<Entry>[] = [
  { key: 'text', label: '相談の内容', show: ({ text }) => text, isText: true },
  { key: 'answer', label: '対応の内容', show: ({ answer }) => answer, isText: true },
  { key: 'phone', label: '電話', show: ({ phone }) => phone },
  { key: 'urgency', label: '緊急度', show: ({ urgency }) => urgency },
]

/** Two people in one record: one field of mine, one of theirs, one of both. */
export function MergeGallery() {
  const [editing, setEditing] = useState(start)
  const show = useToast()
  const done = async ({ entry }: Editing<Entry>) => show(`保存しました: ${entry.text}`)
  return (
    <Part title="二人が同じ記録を直したとき">
      {editing.merging?.isOpen ? (
        <MergeFields
          editing={editing}
          onChange={setEditing}
          fields={fields}
          onSave={done}
          storedOf={() => ({ entry: theirs, version: 5 })}
          savedBy={{ name: '架空 花子', at: '2026-11-22T01:23:00Z' }}
          readers="中央センターと保険者"
          keepsFocus
        />
      ) : (
        <p>入力に戻りました。</p>
      )}
    </Part>
  )
}
