import { useState } from 'react'
import { Button, Key } from '../../../ui/button/index.ts'
import { Icon } from '../../../ui/icon/index.ts'
import { useShortcuts } from '../../../ui/keys/index.ts'
import type { Coding } from '../codes.ts'
import { answeredCount, rereadAs, type SheetEntry } from './sheet-entry.ts'

interface EntryBarProps {
  entry: SheetEntry
  set: (change: (before: SheetEntry) => Partial<SheetEntry>) => void
}

/** Which meaning the keys have now, always in sight; changing it is a deed of its own. */
export function EntryBar({ entry, set }: EntryBarProps) {
  const [isAsking, setAsking] = useState(false)
  const isPaper = entry.coding === 'paperNumber'
  const other: Coding = isPaper ? 'yesNo' : 'paperNumber'
  const change = (answers: SheetEntry['answers']) => {
    set(() => ({ coding: other, answers }))
    setAsking(false)
  }
  const ask = () => (answeredCount(entry) === 0 ? change(entry.answers) : setAsking(!isAsking))
  useShortcuts([{ keys: ['Alt+h'], label: '0と1の意味を切り替える', group: '入力', run: ask }])
  return (
    <div
      className={`z-10 flex flex-wrap items-center gap-x-3 gap-y-1 border-y-2 px-2 py-1 text-sm roomy:sticky roomy:top-[5.2rem] ${
        isPaper ? 'border-accent-line bg-accent-soft' : 'border-caution bg-caution-soft'
      }`}
    >
      <p className="flex items-center gap-1.5 font-bold">
        <Icon name="key" className="size-4" />
        {isPaper ? '用紙の数字で入力中' : 'はい／いいえで入力中'}
      </p>
      <span>{isPaper ? '0と1は、その行に印刷された数字です' : 'どの行も 1＝はい、0＝いいえ です'}</span>
      <Button size="small" shortcut="Alt+H" aria-expanded={isAsking} onPress={ask}>
        {isPaper ? 'はい／いいえで入力' : '用紙の数字で入力'}
      </Button>
      <span className="ml-auto flex flex-wrap gap-x-2 text-xs text-soft">
        <span>
          <Key>9</Key> 無回答
        </span>
        <span>
          <Key>Space</Key> 聞いていない
        </span>
        <span>
          <Key>Backspace</Key> 前の行
        </span>
        <span>
          <Key>↑↓</Key> 行を移る
        </span>
      </span>
      {isAsking ? (
        <div role="alert" className="basis-full border-t border-line py-1">
          <p>もう{answeredCount(entry)}問入力しています。入力した回答をどうしますか。</p>
          <div className="mt-1 flex flex-wrap gap-2">
            <Button size="small" autoFocus onPress={() => change(rereadAs(other, entry))}>
              打った数字を、新しい意味で読み直す
            </Button>
            <Button size="small" onPress={() => change(entry.answers)}>
              回答の言葉（はい・いいえ）はそのままにする
            </Button>
            <Button size="small" look="quiet" onPress={() => setAsking(false)}>
              切り替えない
            </Button>
          </div>
        </div>
      ) : null}
    </div>
  )
}
