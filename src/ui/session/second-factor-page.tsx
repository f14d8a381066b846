import { useEffect, useRef, useState } from 'react'
import { Button } from '../button/index.ts'
import { Failure, Loading } from '../empty/index.ts'
import { EntryForm, TextField } from '../form/index.ts'
import { Notice } from '../status/index.ts'
import { confirmSecondFactor, startSecondFactor } from './api.ts'
import { groupsOfFour, secondFactorCode } from './second-factor.ts'

type Props = { onDone: () => Promise<void>; onLeave: () => Promise<void> }

/** Before the first work, where the insurer asks for two factors: the authenticator is tied to the account. */
export function SecondFactorPage({ onDone, onLeave }: Props) {
  const [key, setKey] = useState<{ secret: string; uri: string } | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  const [error, setError] = useState<Error | null>(null)
  const [code, setCode] = useState('')
  const isStarted = useRef(false)
  useEffect(() => {
    if (isStarted.current) return // each start makes a new key and ends the one before
    isStarted.current = true
    startSecondFactor().then(setKey, (cause) =>
      setError(cause instanceof Error ? cause : new Error(String(cause))),
    )
  }, [])
  return (
    <main className="mx-auto max-w-xl px-4 py-10">
      <title>確認コードの設定｜めぐり</title>
      <h1 className="mb-4 text-2xl font-bold">確認コードの設定</h1>
      {codes ? null : (
        <p className="mb-4">
          パスワードがほかの人に知られても入られないように、サインインのたびに、認証アプリの確認コードも確かめます。設定は一度だけです。
        </p>
      )}
      {error ? <Failure error={error} /> : null}
      {!key && !error ? <Loading /> : null}
      {key && !codes ? (
        <>
          <ol className="mb-6 list-decimal pl-6">
            <li>スマートフォンなどの認証アプリを開き、「キーを入力」を選びます。</li>
            <li>
              次のキーを入れます。
              <code className="my-2 block rounded-lg bg-shade p-3 text-lg">{groupsOfFour(key.secret)}</code>
              <a href={key.uri} className="text-accent underline underline-offset-4">
                この端末の認証アプリで開く
              </a>
            </li>
            <li>アプリに出た6けたを、下に入れます。</li>
          </ol>
          <EntryForm
            label="確認コードの設定"
            submitLabel="設定を終える"
            onSubmit={async () =>
              setCodes((await confirmSecondFactor(secondFactorCode(code).plain)).recoveryCodes)
            }
            actions={
              <Button look="quiet" onPress={() => void onLeave()}>
                サインアウトする
              </Button>
            }
          >
            <TextField
              name="code"
              label="確認コード（6けた）"
              value={code}
              onChange={setCode}
              isRequired
              width={10}
              inputMode="numeric"
              autoComplete="one-time-code"
            />
          </EntryForm>
        </>
      ) : null}
      {codes ? (
        <>
          <Notice tone="caution" title="回復コードを紙に控えてください" role="status">
            <p className="text-sm">
              認証アプリが使えないとき、1つで1回サインインできます。この画面を閉じると、もう表示されません。
            </p>
          </Notice>
          <ul className="my-4 grid grid-cols-2 gap-2 text-lg tabular-nums">
            {codes.map((one) => (
              <li key={one} className="rounded-sm bg-shade px-3 py-1">
                <code>{one}</code>
              </li>
            ))}
          </ul>
          <div className="flex gap-3">
            <Button onPress={() => window.print()}>印刷する</Button>
            <Button look="primary" onPress={() => void onDone()}>
              控えました。めぐりを始める
            </Button>
          </div>
        </>
      ) : null}
    </main>
  )
}
