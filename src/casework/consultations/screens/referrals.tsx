import { useState } from 'react'
import { formatDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { dayInJapan, useClock } from '../../../ui/clock/clock.ts'
import { EntryForm, TextField } from '../../../ui/form/index.ts'
import { newId, Problem } from '../../../ui/http/index.ts'
import { Panel } from '../../../ui/panel/index.ts'
import { Status } from '../../../ui/status/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { labelOf, REFERRAL_KINDS } from '../codes.ts'
import { addReferral, answerReferral, type Record, readRecord, receiveReferral } from './api.ts'
import { referralBody } from './entry.ts'
import { blankReferral, ReferralInputs } from './referral-fields.tsx'

type Referral = Record['referrals'][number]
type ReferralsProps = { record: Record; mayWrite: boolean; onChanged: (record: Record) => void }

/** To whom this went on, whether it arrived, and what came of it. */
export function Referrals({ record, mayWrite, onChanged }: ReferralsProps) {
  const [isAdding, setAdding] = useState(false)
  const [answering, setAnswering] = useState<Referral | null>(null)
  const show = useToast()
  const reload = async () => onChanged(await readRecord(record.id))
  const receive = async (one: Referral) => {
    try {
      await receiveReferral(one.id, one.version)
      await reload()
      show('紹介先の受領を記録しました')
    } catch (error) {
      show(error instanceof Problem ? `${error.title} ${error.detail}` : '記録できませんでした。', {
        tone: 'danger',
      })
    }
  }
  if (record.referrals.length === 0 && !mayWrite) return null
  return (
    <section aria-label="紹介" className="mt-4">
      <div className="flex items-center gap-3">
        <h2 className="font-bold">紹介</h2>
        {mayWrite ? (
          <Button size="small" look="quiet" onPress={() => setAdding(true)}>
            紹介を加える
          </Button>
        ) : null}
      </div>
      {record.referrals.length === 0 ? <p className="text-sm text-soft">紹介はありません</p> : null}
      <ul className="text-sm">
        {record.referrals.map((one) => (
          <Line
            key={one.id}
            referral={one}
            mayWrite={mayWrite}
            onReceive={() => void receive(one)}
            onAnswer={() => setAnswering(one)}
          />
        ))}
      </ul>
      {isAdding ? (
        <AddPanel
          id={record.id}
          onClose={() => setAdding(false)}
          onDone={(next) => {
            setAdding(false)
            onChanged(next)
          }}
        />
      ) : null}
      {answering ? (
        <AnswerPanel
          referral={answering}
          onClose={() => setAnswering(null)}
          onDone={async () => {
            setAnswering(null)
            await reload()
          }}
        />
      ) : null}
    </section>
  )
}

type LineProps = { referral: Referral; mayWrite: boolean; onReceive: () => void; onAnswer: () => void }

function Line({ referral, mayWrite, onReceive, onAnswer }: LineProps) {
  const isOurs = referral.toCentreId !== null || referral.toStaffId !== null
  return (
    <li className="flex flex-wrap items-center gap-x-3 border-b border-line py-1">
      <Status tone={referral.result ? 'good' : referral.receivedAt ? 'info' : 'caution'}>
        {referral.result ? '結果あり' : referral.receivedAt ? '受領済み' : '受領待ち'}
      </Status>
      <span className="font-bold">{referral.toName}</span>
      <span className="text-soft">{labelOf(REFERRAL_KINDS, referral.toKind)}</span>
      <span className="tabular-nums">紹介 {formatDate(referral.sentOn, 'short')}</span>
      {referral.receivedAt ? (
        <span className="tabular-nums">
          受領 {formatDate(dayInJapan(referral.receivedAt), 'short')} {referral.receivedByName}
        </span>
      ) : referral.replyDueOn ? (
        <span className="tabular-nums">回答の期限 {formatDate(referral.replyDueOn, 'short')}</span>
      ) : null}
      <span>{referral.consent === null ? '同意は未確認' : referral.consent ? '同意あり' : '同意なし'}</span>
      {mayWrite && !referral.receivedAt && !isOurs ? (
        <Button
          size="small"
          look="quiet"
          aria-label={`${referral.toName}の受領を記録する`}
          onPress={onReceive}
        >
          受領を記録する
        </Button>
      ) : null}
      {mayWrite ? (
        <Button size="small" look="quiet" aria-label={`${referral.toName}の結果を書く`} onPress={onAnswer}>
          {referral.result ? '結果を直す' : '結果を書く'}
        </Button>
      ) : null}
      {referral.content ? <p className="w-full whitespace-pre-wrap">{referral.content}</p> : null}
      {referral.result ? <p className="w-full whitespace-pre-wrap">結果: {referral.result}</p> : null}
    </li>
  )
}

function AddPanel({
  id,
  onClose,
  onDone,
}: {
  id: string
  onClose: () => void
  onDone: (record: Record) => void
}) {
  const { nowMs } = useClock()
  const [value, setValue] = useState(() => blankReferral(newId(nowMs())))
  return (
    <Panel title="紹介を加える" onClose={onClose}>
      <EntryForm
        label="紹介"
        submitLabel="紹介を記録する"
        onSubmit={async () => onDone(await addReferral(id, referralBody(value)))}
      >
        <ReferralInputs value={value} onChange={(change) => setValue({ ...value, ...change })} />
      </EntryForm>
    </Panel>
  )
}

function AnswerPanel({
  referral,
  onClose,
  onDone,
}: {
  referral: Referral
  onClose: () => void
  onDone: () => Promise<void>
}) {
  const [result, setResult] = useState(referral.result ?? '')
  return (
    <Panel title={`${referral.toName}からの結果`} onClose={onClose}>
      <EntryForm
        label="紹介の結果"
        submitLabel="結果を記録する"
        onSubmit={async () => {
          await answerReferral(referral.id, referral.version, result)
          await onDone()
        }}
      >
        <TextField
          name="result"
          label="結果"
          value={result}
          onChange={setResult}
          isLong
          rows={5}
          isRequired
          autoFocus
        />
      </EntryForm>
    </Panel>
  )
}
