import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { Failure } from '../../../ui/empty/index.ts'
import { EntryForm, SelectField, TextField } from '../../../ui/form/index.ts'
import type { Conflict } from '../../../ui/http/index.ts'
import { useAbilities } from '../../../ui/session/index.ts'
import { Status } from '../../../ui/status/index.ts'
import { JUDGEMENTS, type Judgement } from '../codes.ts'
import { type Checklist, confirmChecklist } from './api.ts'
import { JudgementHead } from './result-words.tsx'
import { instantWord, wordOf } from './words.ts'

interface ConfirmationProps {
  record: Checklist
  onDone: () => void
}

/** What the professional decided about the proposal, or the place to do so. The decision is never computed. */
export function Confirmation({ record, onDone }: ConfirmationProps) {
  const may = useAbilities()
  const { confirmation, proposal } = record
  const [isOther, setOther] = useState(false)
  const confirm = useMutation({
    mutationFn: () => confirmChecklist(record.id, { version: record.version, judgement: proposal.judgement }),
    onSuccess: onDone,
  })
  const mayConfirm = may('checklist.confirm') && record.withdrawnAt === null
  return (
    <section
      aria-label="判定の確認"
      className="rounded-lg border border-accent-line bg-accent-soft px-3 py-2"
    >
      {confirmation ? (
        <>
          <p className="text-sm text-soft">確認した判定</p>
          <JudgementHead judgement={confirmation.judgement} />
          <p className="text-sm">
            {confirmation.by.name}が確認（{instantWord(confirmation.at)}）
          </p>
          {confirmation.reason ? <p className="text-sm">理由: {confirmation.reason}</p> : null}
          {confirmation.judgement === proposal.judgement ? null : (
            <p className="text-sm text-caution">
              判定案は「{wordOf(JUDGEMENTS, proposal.judgement)}」でした。
            </p>
          )}
        </>
      ) : (
        <p className="flex flex-wrap items-center gap-2">
          <Status tone="caution">未確認</Status>
          判定案「{wordOf(JUDGEMENTS, proposal.judgement)}」は、まだ専門職が確認していません。
        </p>
      )}
      {mayConfirm && !isOther ? (
        <div className="mt-2 flex flex-wrap gap-2 print:hidden">
          {confirmation ? null : (
            <Button look="primary" onPress={() => confirm.isPending || confirm.mutate()}>
              {confirm.isPending ? '保存しています…' : '判定案を確認'}
            </Button>
          )}
          <Button size="small" look="quiet" onPress={() => setOther(true)}>
            {confirmation ? '確認した判定を変える' : '判定案と違う判定にする'}
          </Button>
        </div>
      ) : null}
      {confirm.error ? <Failure error={confirm.error} /> : null}
      {isOther ? (
        <OtherJudgement
          record={record}
          onDone={() => {
            setOther(false)
            onDone()
          }}
          onCancel={() => setOther(false)}
        />
      ) : null}
    </section>
  )
}

/** The professional judges otherwise: with a reason, which stands beside the judgement from then on. */
function OtherJudgement({ record, onDone, onCancel }: ConfirmationProps & { onCancel: () => void }) {
  const [judgement, setJudgement] = useState<string>('')
  const [reason, setReason] = useState('')
  const [version, setVersion] = useState(record.version)
  const isSame = judgement === record.proposal.judgement
  const submit = async () => {
    const known = JUDGEMENTS.find(({ code }) => code === judgement)?.code satisfies Judgement | undefined
    if (!known) return
    await confirmChecklist(record.id, { version, judgement: known, reason: reason.trim() || null })
    onDone()
  }
  return (
    <div className="mt-2">
      {version === record.version ? null : (
        <p role="alert" className="mb-2 text-sm text-danger">
          ほかの人が先にこのチェックリストを変えました。画面の内容を確かめ、それでもよければもう一度押してください。
        </p>
      )}
      <EntryForm
        label="判定の記録"
        submitLabel="この判定を記録する"
        onSubmit={submit}
        onConflict={(conflict: Conflict) => setVersion((conflict.stored as Checklist).version)}
        actions={
          <Button size="small" look="quiet" onPress={onCancel}>
            やめる
          </Button>
        }
      >
        <SelectField
          name="judgement"
          label="判定"
          value={judgement}
          onChange={setJudgement}
          options={JUDGEMENTS.map(({ code, label }) => ({ value: code, label }))}
          isRequired
        />
        <TextField
          name="reason"
          label="判定案と違う理由"
          value={reason}
          onChange={setReason}
          maxLength={500}
          isRequired={!isSame}
          isLong
          rows={2}
        />
      </EntryForm>
    </div>
  )
}
