import { useState } from 'react'
import { buttonClass } from '../button/index.ts'
import { EntryForm, TextField } from '../form/index.ts'
import { Notice } from '../status/index.ts'
import { finishDirectorySignIn } from './api.ts'
import { directoryWord } from './directory-words.ts'

type DirectoryDoorProps = { label: string; onSignedIn: () => Promise<void> }

/** The way in through the city's directory; what came of the last attempt stands in the address as one word. */
export function DirectoryDoor({ label, onSignedIn }: DirectoryDoorProps) {
  const [word] = useState(() => new URLSearchParams(location.search).get('directory'))
  const [code, setCode] = useState('')
  if (word === 'code') {
    const submit = async () => {
      await finishDirectorySignIn(code)
      history.replaceState(null, '', '/')
      await onSignedIn()
    }
    return (
      <div className="mb-8 border-b border-line pb-8">
        <p className="mb-3">{label}を確かめました。続けて、めぐりの確認コードを入力してください。</p>
        <EntryForm label="確認コード" submitLabel="確認コードでサインインする" enterSubmits onSubmit={submit}>
          <TextField
            name="code"
            label="確認コード（6けた）"
            description="認証アプリに表示されている6けたの数字です。アプリが使えないときは、回復コードを入力してください。"
            value={code}
            onChange={setCode}
            isRequired
            autoFocus
            autoComplete="one-time-code"
            width={12}
          />
        </EntryForm>
      </div>
    )
  }
  const told = directoryWord(word, label)
  return (
    <div className="mb-8 border-b border-line pb-8">
      {told ? (
        <div className="mb-4">
          <Notice tone="caution" title={told.title}>
            <p className="text-sm">{told.text}</p>
          </Notice>
        </div>
      ) : null}
      <a href="/api/session/directory/start" className={buttonClass('primary')}>
        {label}でサインインする
      </a>
      <p className="mt-6 text-sm text-soft">または、めぐりの職員番号とパスワードで</p>
    </div>
  )
}
