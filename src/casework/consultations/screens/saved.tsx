import { useState } from 'react'
import { formatDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { newId, Problem } from '../../../ui/http/index.ts'
import { useShortcuts } from '../../../ui/keys/index.ts'
import { AppLink } from '../../../ui/link/index.ts'
import { PageHead } from '../../../ui/shell/index.ts'
import { Notice } from '../../../ui/status/index.ts'
import { type Made, withdrawRecord } from './api.ts'
import type { Entry } from './entry.ts'

export type SavedRecord = { entry: Entry; made: Made; minutes: number | null }
type SavedProps = { record: SavedRecord; onNext: () => void; onUndone: (entry: Entry) => void }

/** One line on what saving made, each part a link, and the way back. */
export function Saved({ record, onNext, onUndone }: SavedProps) {
  const { entry, made } = record
  const { nowMs, today } = useClock()
  const [trouble, setTrouble] = useState<string | null>(null)
  const undo = async () => {
    try {
      await withdrawRecord(made.id, made.version, '入力の取消し（保存した直後に元に戻しました）')
      onUndone({ ...entry, id: newId(nowMs()), isTimed: false, minutes: record.minutes })
    } catch (error) {
      setTrouble(error instanceof Problem ? `${error.title} ${error.detail}` : '元に戻せませんでした。')
    }
  }
  useShortcuts([
    { keys: ['F2'], label: '次の相談を受け付ける', group: '全体', run: onNext },
    { keys: ['Alt+z'], label: '元に戻す', group: '入力', run: () => void undo() },
  ])
  const who = entry.person ? `${entry.person.name}さん` : '氏名不明の方'
  return (
    <>
      <PageHead title="相談受付" />
      <Notice tone="good" title={`${who}の相談を保存しました`} role="status">
        <p className="mt-1 flex flex-wrap gap-x-5">
          <span>
            <AppLink to={`/consultations/${made.id}`}>相談記録</AppLink>
          </span>
          {made.made.map((one) => (
            <span key={`${one.kind} ${one.label}`}>
              <AppLink to={placeOf(one, made.id, today())}>
                {wordOf[one.kind]}
                {one.label}
              </AppLink>
              {one.dueOn ? `（期限 ${formatDate(one.dueOn, 'short')}）` : ''}
            </span>
          ))}
          {entry.person ? (
            <AppLink to={`/people/${entry.person.id}`}>{who}のフェースシートと経過</AppLink>
          ) : null}
        </p>
      </Notice>
      {trouble ? (
        <p role="alert" className="mt-2 text-danger">
          {trouble}
        </p>
      ) : null}
      <div className="mt-4 flex flex-wrap gap-3">
        <Button look="primary" shortcut="F2" onPress={onNext} autoFocus>
          次の相談を受け付ける
        </Button>
        <Button shortcut="Alt+Z" onPress={() => void undo()}>
          元に戻す
        </Button>
      </div>
      <p className="mt-2 text-sm text-soft">
        元に戻すと、この記録は取り下げられ、書いた内容が受付の画面に戻ります。
        {made.made.some(({ kind }) => kind === 'abuse-case')
          ? '開始した虐待対応は、取り下げても残ります。'
          : ''}
      </p>
    </>
  )
}

const wordOf = { journal: '', task: '予定: ', referral: '紹介: ', 'abuse-case': '' } as const

/** Where the thing stands now: a task under the tab of its day. */
function placeOf({ kind, dueOn, label }: Made['made'][number], id: string, today: string): string {
  if (kind === 'journal') return '/journal'
  if (kind !== 'task') return `/consultations/${id}`
  if (label.endsWith('からの回答')) return '/?tab=waiting'
  return dueOn === today ? '/' : '/?tab=ahead'
}
