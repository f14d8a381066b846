import { useState } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { Failure } from '../../../ui/empty/index.ts'
import { ModalPanel } from '../../../ui/panel/index.ts'
import type { HistoryLine } from '../history/schema.ts'
import { count, fileNames, moment } from './words.ts'

type UndoQuestionProps = { line: HistoryLine; onUndo: () => Promise<void>; onClose: () => void }

/** What an undo does, before it is done. */
export function UndoQuestion({ line, onUndo, onClose }: UndoQuestionProps) {
  const [error, setError] = useState<Error | null>(null)
  const [isBusy, setBusy] = useState(false)
  const { added, changed, removed } = line.counts
  const undo = async () => {
    setBusy(true)
    setError(null)
    try {
      await onUndo()
    } catch (cause) {
      setError(cause instanceof Error ? cause : new Error(String(cause)))
      setBusy(false)
    }
  }
  return (
    <ModalPanel title={`${line.label}の読み込みを取り消しますか`} role="alertdialog" onClose={onClose}>
      <div className="flex flex-col gap-3">
        <p>
          {moment(line.loadedAt)} に読み込んだ {fileNames(line.files.map((name) => ({ name })))}{' '}
          の前の内容に戻します。
        </p>
        <ul className="list-disc pl-6 text-sm">
          <li>加わった {count(added)}件は、なくなります。</li>
          <li>
            変わった {count(changed)}件と、なくなった {count(removed)}件は、前の内容に戻ります。
          </li>
          <li>この統計から作る図や表も、前の内容になります。すべての利用者に及びます。</li>
          <li>同じファイルをもう一度読み込めば、取り消す前の内容になります。</li>
        </ul>
        {error ? <Failure error={error} /> : null}
        <div className="flex flex-wrap gap-3">
          <Button look="primary" onPress={() => void (isBusy || undo())}>
            {isBusy ? '始めています…' : '取り消して前の内容に戻す'}
          </Button>
          <Button onPress={onClose}>やめる</Button>
        </div>
      </div>
    </ModalPanel>
  )
}
