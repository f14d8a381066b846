import { useEffect, useRef } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { PrintButton } from '../../../ui/print/index.ts'
import { copyText } from '../../../ui/save/index.ts'
import { Notice } from '../../../ui/status/index.ts'
import { useToast } from '../../../ui/toast/index.ts'

type FirstPasswordProps = { staffNumber: string; name: string; password: string }

/** The first password, shown this once: nobody, not even the administrator, sees it again. */
export function FirstPassword({ staffNumber, name, password }: FirstPasswordProps) {
  const show = useToast()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const copy = async () => {
    const isDone = await copyText(password)
    show(isDone ? 'パスワードをコピーしました' : 'コピーできませんでした。書き写してください。', {
      tone: isDone ? 'good' : 'danger',
    })
  }
  return (
    <div ref={box} tabIndex={-1} role="status" className="max-w-2xl">
      <Notice tone="caution" title="最初のパスワードは、この一度しか出ません">
        <p className="text-sm">
          本人に直接渡してください。本人が最初のサインインで、自分だけのパスワードに変えます。
        </p>
        <dl className="my-3 grid w-fit grid-cols-[auto_auto] gap-x-6 gap-y-1">
          <dt className="text-soft">氏名</dt>
          <dd>{name}</dd>
          <dt className="text-soft">職員番号</dt>
          <dd>{staffNumber}</dd>
          <dt className="text-soft">最初のパスワード</dt>
          <dd>
            <code className="rounded-sm border border-edge bg-paper px-2 py-1 text-lg">{password}</code>
          </dd>
        </dl>
        <div className="flex flex-wrap gap-2">
          <Button size="small" onPress={() => void copy()}>
            パスワードをコピーする
          </Button>
          <PrintButton label="渡す紙を印刷する" />
        </div>
      </Notice>
    </div>
  )
}
