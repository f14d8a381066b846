import { useState } from 'react'
import { formatDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { dayInJapan, timeInJapan } from '../../../ui/clock/clock.ts'
import { Failure } from '../../../ui/empty/index.ts'
import { ModalPanel } from '../../../ui/panel/index.ts'
import { Status } from '../../../ui/status/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import type { Account, StaffMember } from '../schema.ts'
import { resetPassword, resetSecondFactor, revokeSessions } from './api.ts'
import { accountState } from './words.ts'

type AccountCardProps = {
  member: StaffMember
  today: string
  onChanged: () => Promise<void>
  onPassword: (password: string) => void
}

type Deed = { title: string; text: string; button: string; run: () => Promise<void> }

/** The account, and what is done to it; each of these ends sign-ins and cannot be taken back, so each asks. */
export function AccountCard({ member, today, onChanged, onPassword }: AccountCardProps) {
  const show = useToast()
  const [asked, setAsked] = useState<Deed | null>(null)
  const [error, setError] = useState<Error | null>(null)
  const { account, posts, id, name } = member
  const run = async ({ run }: Deed) => {
    setAsked(null)
    setError(null)
    try {
      await run()
      await onChanged()
    } catch (cause) {
      setError(cause instanceof Error ? cause : new Error(String(cause)))
    }
  }
  const deeds: Deed[] = [
    {
      title: 'パスワードを出し直す',
      text: `${name}さんの今のパスワードは使えなくなり、いまのサインインは終わります。新しい最初のパスワードを一度だけお見せします。`,
      button: 'パスワードを出し直す',
      run: async () => onPassword((await resetPassword(id)).firstPassword),
    },
    {
      title: '確認コードの設定を取り除く',
      text: `端末をなくしたときなどに使います。${name}さんのサインインは終わり、次のサインインで設定し直します。`,
      button: '設定を取り除く',
      run: async () => {
        await resetSecondFactor(id)
        show('確認コードの設定を取り除きました')
      },
    },
    {
      title: 'サインインをすべて終わらせる',
      text: `${name}さんが今サインインしているすべての端末で、すぐに使えなくなります。書きかけの下書きは残ります。`,
      button: 'すべて終わらせる',
      run: async () => {
        const { ended } = await revokeSessions(id)
        show(
          ended > 0 ? `${ended}台のサインインを終わらせました` : 'サインインしている端末はありませんでした',
        )
      },
    },
  ]
  const state = accountState(account, posts, today)
  return (
    <aside aria-labelledby="account-heading" className="flex flex-col gap-3">
      <h2 id="account-heading" className="flex items-center gap-3 text-lg font-bold">
        口座 <Status tone={state.tone}>{state.word}</Status>
      </h2>
      {error ? <Failure error={error} /> : null}
      {account ? <Facts account={account} /> : <p>この職員には口座がありません。サインインできません。</p>}
      {account ? (
        <div className="flex flex-col items-start gap-2 print:hidden">
          {deeds.map((deed) => (
            <Button key={deed.title} onPress={() => setAsked(deed)}>
              {deed.title}
            </Button>
          ))}
        </div>
      ) : null}
      {asked ? (
        <ModalPanel title={asked.title} role="alertdialog" onClose={() => setAsked(null)}>
          <p>{asked.text}</p>
          <div className="mt-4 flex flex-wrap gap-3">
            <Button look="danger" onPress={() => void run(asked)}>
              {asked.button}
            </Button>
            <Button autoFocus onPress={() => setAsked(null)}>
              やめる
            </Button>
          </div>
        </ModalPanel>
      ) : null}
    </aside>
  )
}

const moment = (instant: string) => `${formatDate(dayInJapan(instant), 'short')} ${timeInJapan(instant)}`

function Facts({ account }: { account: Account }) {
  const facts = [
    [
      'パスワード',
      account.mustChangePassword ? '最初のもの（本人が変えるのを待っています）' : '本人が決めたもの',
    ],
    ['確認コード', account.hasSecondFactor ? '設定済み' : '未設定'],
    ['いまのサインイン', `${account.sessionCount}台`],
    ['最後の操作', account.lastUsedAt ? moment(account.lastUsedAt) : 'サインインしていません'],
    ...(account.lockedUntil
      ? [['一時停止', `${moment(account.lockedUntil)}まで（続けて間違えたため）`]]
      : []),
  ] as const
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
      {facts.map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="text-soft">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
