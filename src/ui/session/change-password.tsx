import { useState } from 'react'
import { Button } from '../button/index.ts'
import { EntryForm, TextField } from '../form/index.ts'
import { Notice } from '../status/index.ts'
import { changePassword } from './api.ts'
import { passwordComplaint } from './password.ts'

type ChangePasswordProps = {
  isForced?: boolean
  onChanged: () => Promise<void>
  onLeave?: () => Promise<void>
}

/** By one's own will from the user menu, or forced after the first sign-in. */
export function ChangePassword({ isForced, onChanged, onLeave }: ChangePasswordProps) {
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const form = (
    <EntryForm
      label="パスワードの変更"
      submitLabel="パスワードを変更する"
      onSubmit={async () => {
        await changePassword(current, next)
        await onChanged()
      }}
      check={() =>
        next !== '' && again !== '' && next !== again
          ? [
              {
                path: 'again',
                code: 'different',
                message: '確認の入力: 新しいパスワードと違います。もう一度入力してください。',
              },
            ]
          : []
      }
      actions={
        onLeave ? (
          <Button look="quiet" onPress={() => void onLeave()}>
            サインアウトする
          </Button>
        ) : null
      }
    >
      <TextField
        name="current"
        label="今のパスワード"
        type="password"
        value={current}
        onChange={setCurrent}
        isRequired
        autoComplete="current-password"
        width={20}
      />
      <TextField
        name="next"
        label="新しいパスワード"
        description="12文字以上。文の形など、長くて覚えやすいものをおすすめします。"
        type="password"
        value={next}
        onChange={setNext}
        check={(value) => passwordComplaint(value, current)}
        isRequired
        autoComplete="new-password"
        width={20}
      />
      <TextField
        name="again"
        label="新しいパスワード（確認）"
        type="password"
        value={again}
        onChange={setAgain}
        isRequired
        autoComplete="new-password"
        width={20}
      />
    </EntryForm>
  )
  if (!isForced) return form
  return (
    <main className="mx-auto max-w-xl px-4 py-10">
      <title>パスワードの変更｜めぐり</title>
      <h1 className="mb-4 text-2xl font-bold">パスワードの変更</h1>
      <div className="mb-6">
        <Notice tone="info" title="はじめに、あなただけのパスワードに変えてください">
          <p className="text-sm">
            今のパスワードは管理者が決めた仮のものです。変更すると、すぐに使い始められます。
          </p>
        </Notice>
      </div>
      {form}
    </main>
  )
}
