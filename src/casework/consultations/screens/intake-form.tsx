import { useEffect, useRef, useState } from 'react'
import { formatDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { dayInJapan, timeInJapan, useClock } from '../../../ui/clock/clock.ts'
import { DraftState, useDraft } from '../../../ui/draft/index.ts'
import { EntryForm } from '../../../ui/form/index.ts'
import { useShortcuts } from '../../../ui/keys/index.ts'
import { useSession } from '../../../ui/session/index.ts'
import { Notice } from '../../../ui/status/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { createRecord } from './api.ts'
import { entryProblems } from './check.ts'
import { bodyOf, type Entry, isBegun } from './entry.ts'
import { FollowFields } from './follow-fields.tsx'
import { useLater } from './later.ts'
import type { SavedRecord } from './saved.tsx'
import { Elapsed, TimeFields } from './time-fields.tsx'
import { KindPart, TextPart } from './what-fields.tsx'
import { WhoFields } from './who-fields.tsx'

type IntakeFormProps = {
  start: Entry
  presetId: string | null
  /** come back from registering the person: the kept draft is this same call */
  isBack: boolean
  /** the content was handed in (taken back, taken up again): the kept draft is another one */
  isGiven: boolean
  onSaved: (record: SavedRecord) => void
  onNext: () => void
  onSwap: (entry: Entry) => void
}

export function IntakeForm({ start, presetId, isBack, isGiven, onSaved, onNext, onSwap }: IntakeFormProps) {
  const [entry, setEntry] = useState(start)
  const [restored, setRestored] = useState<string | null>(null)
  const { nowMs } = useClock()
  const { session } = useSession()
  const show = useToast()
  const later = useLater()
  const draft = useDraft('consultation.new', entry, setEntry)
  const set = (change: Partial<Entry>) => setEntry((before) => ({ ...before, ...change }))

  useKeptDraft({
    draft,
    entry,
    presetId,
    isBack,
    isGiven,
    putLater: later.put,
    onRestored: setRestored,
    onBack: () => set({ person: start.person, unnamed: null }),
  })

  const putAside = async (next: () => void) => {
    try {
      if (isBegun(entry)) await later.put(entry)
      await draft.discard()
      next()
    } catch {
      show('下書きを残せなかったため、この相談を開いたままにしました。', { tone: 'danger' })
    }
  }
  useShortcuts([
    {
      keys: ['F2'],
      label: '次の相談を受け付ける（書きかけは残る）',
      group: '全体',
      run: () => (isBegun(entry) ? void putAside(onNext) : true),
    },
  ])
  const submit = async () => {
    const body = bodyOf(entry, nowMs())
    const made = await createRecord(body)
    await draft.discard().catch(() => undefined) // a draft that stays is offered again; the record is stored
    onSaved({ entry, made, minutes: body.minutes ?? null })
  }
  return (
    <>
      {restored !== null && isBegun(entry) ? (
        <Kept when={restored} onAside={() => void putAside(onNext)} />
      ) : null}
      <Later
        entries={later.entries.filter(({ id }) => id !== entry.id)}
        onTake={(one) =>
          void putAside(() => {
            void later.drop(one)
            onSwap(one)
          })
        }
        onDrop={(one) => void later.drop(one)}
      />
      <EntryForm
        label="相談受付"
        submitLabel="相談を保存する"
        keepsSubmitInSight
        onSubmit={submit}
        check={() => entryProblems(entry)}
        readers={`${session.post.centreName ?? session.insurer.name}の職員と、対象者の担当センター・保険者の職員`}
        actions={
          <>
            <Elapsed entry={entry} />
            <DraftState draft={draft} />
          </>
        }
      >
        <div className="grid gap-x-6 gap-y-4 xl:grid-cols-2">
          <div className="flex flex-col gap-3">
            <WhoFields entry={entry} set={set} isFirst />
            <TextPart entry={entry} set={set} />
          </div>
          <KindPart entry={entry} set={set} />
        </div>
        <FollowFields entry={entry} set={set} />
        <TimeFields entry={entry} set={set} />
      </EntryForm>
    </>
  )
}

/** What was kept comes back by itself, unless this call is plainly another one: then it is put aside, not lost. */
function useKeptDraft({
  draft,
  entry,
  presetId,
  isBack,
  isGiven,
  putLater,
  onRestored,
  onBack,
}: {
  draft: ReturnType<typeof useDraft<Entry>>
  entry: Entry
  presetId: string | null
  isBack: boolean
  isGiven: boolean
  putLater: (entry: Entry) => Promise<void>
  onRestored: (savedAt: string) => void
  onBack: () => void
}) {
  const isHandled = useRef(false)
  useEffect(() => {
    const { found } = draft
    if (!found || isHandled.current) return
    isHandled.current = true
    if (isBack && found.content.person === null) {
      draft.take()
      onBack()
      return
    }
    const isOther = presetId !== null && found.content.person?.id !== presetId
    const isWritten = presetId === null ? isBegun(entry) : entry.text !== '' || entry.caller !== null
    if (found.content.id === entry.id || !isBegun(found.content)) return
    if (isGiven || isOther || isWritten) void putLater(found.content).catch(() => undefined)
    else {
      draft.take()
      onRestored(found.savedAt)
    }
  })
}

function Kept({ when, onAside }: { when: string; onAside: () => void }) {
  const at = when === '' ? '' : `（${formatDate(dayInJapan(when), 'short')} ${timeInJapan(when)} の下書き）`
  return (
    <div
      className="mb-3 flex flex-wrap items-center gap-3 rounded-lg bg-accent-soft px-3 py-1 text-sm"
      role="status"
    >
      <span>書きかけの相談を戻しました{at}。続きから書けます。</span>
      <Button size="small" look="quiet" shortcut="F2" onPress={onAside}>
        これは残して、新しい相談を受け付ける
      </Button>
    </div>
  )
}

function Later({
  entries,
  onTake,
  onDrop,
}: {
  entries: Entry[]
  onTake: (entry: Entry) => void
  onDrop: (entry: Entry) => void
}) {
  if (entries.length === 0) return null
  return (
    <div className="mb-3">
      <Notice tone="info" title={`書きかけの相談が${entries.length}件残っています`}>
        <ul className="text-sm">
          {entries.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center gap-2">
              {formatDate(dayInJapan(one.openedAtMs), 'short')} {timeInJapan(one.openedAtMs)}　
              {one.person?.name ?? '対象者未定'}　{one.text.slice(0, 20)}
              <Button size="small" look="quiet" onPress={() => onTake(one)}>
                続きを書く
              </Button>
              <Button size="small" look="quiet" onPress={() => onDrop(one)}>
                捨てる
              </Button>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}
