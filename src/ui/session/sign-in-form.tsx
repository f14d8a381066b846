import { useState } from 'react'
import { EntryForm, TextField } from '../form/index.ts'
import { Problem } from '../http/index.ts'
import { signIn } from './api.ts'
import { secondFactorCode } from './second-factor.ts'

/** Did the server ask for the six digits, or refuse those it got? */
const asksForSecondFactor = (error: unknown): error is Problem =>
  error instanceof Problem && /totp|second-?factor/i.test(error.code)

export type SignInFormProps = {
  staffNumber?: string
  isNumberFixed?: boolean
  onSignedIn: () => Promise<void>
}

/** Staff number and password, then the six digits when the insurer asks for them. */
export function SignInForm({ staffNumber: given = '', isNumberFixed, onSignedIn }: SignInFormProps) {
  const [staffNumber, setStaffNumber] = useState(given)
  const [password, setPassword] = useState('')
  const [totp, setTotp] = useState('')
  const [isSecondStep, setSecondStep] = useState(false)

  const submit = async () => {
    const number = staffNumber.normalize('NFKC').trim()
    try {
      await signIn({ staffNumber: number, password, ...(isSecondStep ? proof(totp) : {}) })
    } catch (error) {
      if (!asksForSecondFactor(error) || isSecondStep) throw error
      return setSecondStep(true)
    }
    await onSignedIn()
  }

  if (isSecondStep) {
    return (
      <EntryForm
        key="second"
        label="確認コード"
        submitLabel="確認コードでサインインする"
        enterSubmits
        onSubmit={submit}
      >
        <TextField
          name="totp"
          label="確認コード（6けた）"
          description="認証アプリに表示されている6けたの数字です。アプリが使えないときは、回復コードを入力してください。"
          value={totp}
          onChange={setTotp}
          isRequired
          autoFocus
          autoComplete="one-time-code"
          width={12}
        />
      </EntryForm>
    )
  }
  return (
    <EntryForm key="first" label="サインイン" submitLabel="サインインする" enterSubmits onSubmit={submit}>
      <TextField
        name="staffNumber"
        label="職員番号"
        value={staffNumber}
        onChange={setStaffNumber}
        isRequired
        isDisabled={isNumberFixed}
        autoFocus={!isNumberFixed}
        autoComplete="username"
        width={16}
      />
      <TextField
        name="password"
        label="パスワード"
        type="password"
        value={password}
        onChange={setPassword}
        isRequired
        autoFocus={isNumberFixed}
        autoComplete="current-password"
        width={20}
      />
    </EntryForm>
  )
}

/** What the second step sends: the authenticator's digits, or a code from paper. */
function proof(typed: string): { totp: string } | { recoveryCode: string } {
  const { plain, isRecovery } = secondFactorCode(typed)
  return isRecovery ? { recoveryCode: plain } : { totp: plain }
}
