import { useState } from 'react'
import { EntryForm, TextField } from '../../../ui/form/index.ts'
import { Panel } from '../../../ui/panel/index.ts'
import { acceptReport, closeInsurer, confirmCentre, type Place, type Report, returnReport } from './api.ts'

export type Deed = 'confirm' | 'correct' | 'accept' | 'return'

type Words = { title: string; submit: string; text: string; reason: string | null; done: string }
const WORDS: Readonly<Record<Deed, Words>> = {
  confirm: {
    title: '月報を確定する',
    submit: '確定する',
    text: '今の数と元の記録をそのまま残します。確定した数は、あとから記録が変わっても動きません。直すときは訂正版を出します。',
    reason: null,
    done: '月報を確定しました',
  },
  correct: {
    title: '訂正版を出す',
    submit: '訂正版を確定する',
    text: '今の数で新しい版を確定します。前の版も残ります。市はもう一度受理します。',
    reason: '訂正の理由',
    done: '訂正版を出しました',
  },
  accept: {
    title: '月報を受理する',
    submit: '受理する',
    text: '提出された版を受理します。受理のあとは差し戻せません。センターは訂正版を出せます。',
    reason: null,
    done: '月報を受理しました',
  },
  return: {
    title: '月報を差し戻す',
    submit: '差し戻す',
    text: '提出された版は残ります。センター長の予定に、理由とともに戻ります。',
    reason: '差し戻す理由',
    done: '月報を差し戻しました',
  },
}

type ClosingPanelProps = {
  deed: Deed
  place: Place
  report: Report
  onClose: () => void
  onDone: (report: Report, words: string) => void
  /** somebody was first: load what stands now */
  onConflict: () => void
}

export function ClosingPanel({ deed, place, report, onClose, onDone, onConflict }: ClosingPanelProps) {
  const [reason, setReason] = useState('')
  const [isLate, setLate] = useState(false)
  const words = WORDS[deed]
  const submit = async () => onDone(await run(deed, place, report.closing.version, reason), words.done)
  return (
    <Panel title={words.title} onClose={onClose}>
      <p className="mb-3 text-sm">
        {report.unit.name}　{report.monthLabel}
      </p>
      <p className="mb-3 text-sm">{words.text}</p>
      {isLate ? (
        <p role="alert" className="mb-3 text-danger">
          ほかの人が先に手続きをしました。今の状態を読み込みました。閉じて確かめてください。
        </p>
      ) : null}
      <EntryForm
        label={words.title}
        submitLabel={words.submit}
        onSubmit={submit}
        onConflict={() => {
          setLate(true)
          onConflict()
        }}
      >
        {words.reason ? (
          <TextField
            name="reason"
            label={words.reason}
            value={reason}
            onChange={setReason}
            isRequired
            isLong
            rows={3}
            autoFocus
          />
        ) : null}
      </EntryForm>
    </Panel>
  )
}

function run(deed: Deed, place: Place, version: number, reason: string): Promise<Report> {
  if (deed === 'accept') return acceptReport(place, version)
  if (deed === 'return') return returnReport(place, version, reason)
  const given = deed === 'correct' ? reason : undefined
  return place.unit === 'insurer'
    ? closeInsurer(place.month, version, given)
    : confirmCentre(place, version, given)
}
