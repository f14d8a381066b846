import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { Button, buttonClass } from '../../../ui/button/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { EntryForm, TextField } from '../../../ui/form/index.ts'
import { Panel } from '../../../ui/panel/index.ts'
import { Status, type Tone } from '../../../ui/status/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { type Course, type Entrustment, endEntrustment, handOverPdf, refresh } from './api.ts'
import { dayWord } from './words.ts'

const states: Record<Entrustment['state'], { word: string; tone: Tone }> = {
  waiting: { word: '受領待ち', tone: 'caution' },
  running: { word: '委託中', tone: 'good' },
  future: { word: '受領済み・初日の前', tone: 'info' },
  declined: { word: '辞退', tone: 'danger' },
  ended: { word: '終了', tone: 'neutral' },
}

/** 委託 of the course, newest first, with its hand-over sheet. */
export function Entrustments({ course, mayEnd }: { course: Course; mayEnd: boolean }) {
  const [ending, setEnding] = useState<Entrustment | null>(null)
  return (
    <section aria-label="委託">
      <h2 className="mb-2 text-lg font-bold">委託</h2>
      {course.entrustments.length === 0 ? <p className="text-sm text-soft">委託していません。</p> : null}
      <ul className="flex flex-col gap-3">
        {course.entrustments.map((one) => (
          <li key={one.id} className="border-l-2 border-line pl-3 text-sm">
            <div className="flex flex-wrap items-center gap-2">
              <b>{one.organisation.name}</b>
              <Status tone={states[one.state].tone}>{states[one.state].word}</Status>
            </div>
            <p className="tabular-nums">
              {formatDate(one.from, 'short')} から {dayWord(one.to, '定めなし')}
              {one.contractor ? `　担当 ${one.contractor.name}` : ''}
            </p>
            <p className="whitespace-pre-wrap">{one.handOver}</p>
            <p className="text-xs text-soft">
              {one.sentByName ?? '不明'} が送付
              {one.receivedByName ? `　${one.receivedByName} が受領` : ''}
              {one.committeeOn ? `　運営協議会 ${dayWord(one.committeeOn)}` : ''}
              {one.declineReason ? `　辞退の理由: ${one.declineReason}` : ''}
              {one.endReason ? `　終了の理由: ${one.endReason}` : ''}
            </p>
            <div className="mt-1 flex flex-wrap gap-1 print:hidden">
              {one.state === 'declined' ? null : (
                <a
                  className={buttonClass('quiet', 'small')}
                  href={handOverPdf(course.id, one.id)}
                  target="_blank"
                  rel="noreferrer"
                >
                  引き継ぎ書（PDF）
                </a>
              )}
              {mayEnd && ['waiting', 'running', 'future'].includes(one.state) ? (
                <Button size="small" onPress={() => setEnding(one)}>
                  最終日を決める
                </Button>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {ending ? <EndEntrustmentPanel entrustment={ending} onClose={() => setEnding(null)} /> : null}
    </section>
  )
}

type EndProps = { entrustment: Entrustment; onClose: () => void }

function EndEntrustmentPanel({ entrustment, onClose }: EndProps) {
  const client = useQueryClient()
  const show = useToast()
  const { today } = useClock()
  const [lastDay, setLastDay] = useState<IsoDate | null>(entrustment.to ?? today())
  const [reason, setReason] = useState('')
  return (
    <Panel title="委託の最終日を決める" onClose={onClose}>
      <ul className="mb-4 list-disc pl-6 text-sm">
        <li>最終日の翌日から、委託先はこの方のことを何も見られなくなります。</li>
        <li>最終日より後が期限の予定は、すぐにセンターに戻ります。</li>
        <li>それまでに残った予定を引き受けるための予定が、翌日に入ります。</li>
        <li>委託先の書いた記録は残ります。</li>
      </ul>
      <EntryForm
        label="委託の終了"
        submitLabel="最終日を決める"
        onSubmit={async () => {
          await endEntrustment(entrustment.id, {
            version: entrustment.version,
            lastDay: lastDay ?? '',
            reason,
          })
          onClose()
          await refresh(client)
          show(`${entrustment.organisation.name}への委託の最終日を決めました`)
        }}
      >
        <TextField
          name="reason"
          label="終える理由"
          value={reason}
          onChange={setReason}
          isRequired
          autoFocus
        />
        <DateField
          name="lastDay"
          label="最終日"
          value={lastDay}
          onChange={setLastDay}
          offersToday
          isRequired
        />
      </EntryForm>
    </Panel>
  )
}
