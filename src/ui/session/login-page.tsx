import { useState } from 'react'
import mark from '../brand/mark.svg'
import { Button } from '../button/index.ts'
import { Failure } from '../empty/index.ts'
import { Notice } from '../status/index.ts'
import { signIn } from './api.ts'
import { DirectoryDoor } from './directory-door.tsx'
import { SignInForm } from './sign-in-form.tsx'
import type { SampleAccount, SignedOut } from './types.ts'

/** The door. In a sample it shows the accounts, and says that it is one. */
export function LoginPage({
  sample,
  directory,
  onSignedIn,
}: {
  sample: SignedOut['sample']
  directory: SignedOut['directory']
  onSignedIn: () => Promise<void>
}) {
  return (
    <main className="mx-auto max-w-5xl px-4 py-10">
      <title>サインイン｜めぐり</title>
      <h1 className="flex items-center gap-3 text-3xl font-bold">
        <img src={mark} alt="" width="40" height="40" />
        めぐり
      </h1>
      <p className="mt-1 text-soft">地域包括ケアの記録を、一度書いて、ずっと使う。</p>
      <div className={`mt-8 grid gap-10 ${sample?.isSample ? 'lg:grid-cols-2' : 'max-w-md'}`}>
        <section aria-labelledby="sign-in-heading">
          <h2 id="sign-in-heading" className="mb-4 text-xl font-bold">
            サインイン
          </h2>
          {directory ? <DirectoryDoor label={directory.label} onSignedIn={onSignedIn} /> : null}
          <SignInForm onSignedIn={onSignedIn} />
          <p className="mt-6 text-sm text-soft">
            パスワードを忘れたとき、番号がわからないときは、所属の管理者にお問い合わせください。
          </p>
        </section>
        {sample?.isSample ? (
          <SampleDoor notice={sample.notice} accounts={sample.accounts} onSignedIn={onSignedIn} />
        ) : null}
      </div>
    </main>
  )
}

type SampleDoorProps = { notice: string; accounts: SampleAccount[]; onSignedIn: () => Promise<void> }

function SampleDoor({ notice, accounts, onSignedIn }: SampleDoorProps) {
  const [busy, setBusy] = useState<string | null>(null)
  const [error, setError] = useState<Error | null>(null)
  const enter = async ({ staffNumber, password }: SampleAccount) => {
    setBusy(staffNumber)
    setError(null)
    try {
      await signIn({ staffNumber, password })
      await onSignedIn()
    } catch (cause) {
      setError(cause instanceof Error ? cause : new Error(String(cause)))
    } finally {
      setBusy(null)
    }
  }
  return (
    <section aria-labelledby="sample-heading">
      <h2 id="sample-heading" className="mb-4 text-xl font-bold">
        見本のアカウントで試す
      </h2>
      <Notice tone="caution" title="これは見本です">
        <p className="text-sm">{notice}</p>
      </Notice>
      {error ? (
        <div className="mt-3">
          <Failure error={error} />
        </div>
      ) : null}
      <ul className="mt-4 divide-y divide-line border-y border-line">
        {accounts.map((account) => (
          <li key={account.staffNumber} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <span className="min-w-48 flex-1">
              <span className="font-bold">{account.roleLabel}</span>
              <br />
              <span className="text-sm text-soft">
                {account.name}　番号 {account.staffNumber}　パスワード {account.password}
              </span>
            </span>
            <Button size="small" isDisabled={busy !== null} onPress={() => void enter(account)}>
              {busy === account.staffNumber ? '入っています…' : 'この人として入る'}
              <span className="sr-only">
                （{account.roleLabel} {account.name}）
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
