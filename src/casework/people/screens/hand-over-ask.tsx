import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { Failure } from '../../../ui/empty/index.ts'
import { EntryForm, TextField } from '../../../ui/form/index.ts'
import type { InquiryBody } from '../schema.ts'
import { askHandOver } from './api.ts'

type HandOverAskProps = { asked: InquiryBody; centreName: string; phone: string | null }

/** 引き継ぎを依頼する: the reason, and nothing more about the person than was asked already. */
export function HandOverAsk({ asked, centreName, phone }: HandOverAskProps) {
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const ask = useMutation({ mutationFn: askHandOver, gcTime: 0 })
  if (ask.data) {
    return (
      <p role="status" className="mt-2 text-sm">
        引き継ぎを依頼しました。{centreName}の返事の期限は{formatDate(ask.data.dueOn, 'short')}です。
      </p>
    )
  }
  return (
    <div className="mt-2">
      {isOpen ? (
        <EntryForm
          label="引き継ぎの依頼"
          submitLabel="依頼を送る"
          busyLabel="送っています…"
          readers={`${centreName}の職員`}
          onSubmit={async () => {
            await ask.mutateAsync({ ...asked, centreName, reason })
          }}
        >
          <TextField
            name="reason"
            label="引き継ぎが必要な理由"
            description="担当センターのきょうの予定に届きます。引き継ぐかどうかは担当センターが決めます。"
            value={reason}
            onChange={setReason}
            isRequired
          />
        </EntryForm>
      ) : (
        <Button size="small" onPress={() => setOpen(true)}>
          引き継ぎを依頼する
        </Button>
      )}
      {ask.error && !isOpen ? <Failure error={ask.error} /> : null}
      {phone ? <p className="mt-1 text-sm text-soft">急ぐときは電話で: {phone}</p> : null}
    </div>
  )
}
