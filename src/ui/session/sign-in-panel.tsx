import { Button } from '../button/index.ts'
import { ModalPanel } from '../panel/index.ts'
import { SignInForm } from './sign-in-form.tsx'

type SignInPanelProps = { staffNumber: string; onSignedIn: () => Promise<void>; onLeave: () => Promise<void> }

/** The session ended while somebody worked. The page below keeps everything; nothing of it can be read until then. */
export function SignInPanel({ staffNumber, onSignedIn, onLeave }: SignInPanelProps) {
  return (
    <ModalPanel title="もう一度サインインしてください" isOpaque>
      <p className="mb-4">
        しばらく操作がなかったか、ほかの場所でサインアウトしました。書きかけの内容は残っています。サインインすると、同じ画面の続きに戻ります。
      </p>
      <SignInForm staffNumber={staffNumber} isNumberFixed onSignedIn={onSignedIn} />
      <p className="mt-6 border-t border-line pt-3 text-sm">
        別の職員が使うときは{' '}
        <Button size="small" look="quiet" onPress={() => void onLeave()}>
          この画面を閉じてサインアウトする
        </Button>
      </p>
    </ModalPanel>
  )
}
