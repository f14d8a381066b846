import { useGo } from '../link/index.ts'
import { useToast } from '../toast/index.ts'
import { ChangePassword } from './change-password.tsx'

/** /account/password */
export default function PasswordPage() {
  const go = useGo()
  const show = useToast()
  return (
    <ChangePassword
      onChanged={async () => {
        show('パスワードを変更しました')
        await go('/')
      }}
    />
  )
}
