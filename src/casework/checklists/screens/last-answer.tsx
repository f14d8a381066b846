import type { ItemNumber } from '../forms/kihon-checklist/items.ts'
import { answerWord, isQuestion, itemAt, keyFor, type SheetEntry } from './sheet-entry.ts'

interface LastAnswerProps {
  entry: SheetEntry
  last: ItemNumber | null
  /** a key that means nothing on that row */
  wrongKey: ItemNumber | null
}

/** What was understood of the last key, in a word that can be read from the chair. */
export function LastAnswer({ entry, last, wrongKey }: LastAnswerProps) {
  const item = last === null ? undefined : itemAt(last)
  const answer = item && isQuestion(item) ? entry.answers[item.no] : null
  return (
    <div role="status" className="mb-2 min-h-16 rounded-lg border border-line bg-ground px-3 py-1">
      {wrongKey === null ? (
        <>
          <span className="text-sm text-soft">
            {item ? `No.${item.no} の回答` : '打った回答がここに出ます'}
          </span>
          <span className="block text-3xl leading-tight font-bold">
            {item ? (answer === null ? '聞いていない' : answerWord(answer)) : ''}
          </span>
        </>
      ) : (
        <WrongKey entry={entry} no={wrongKey} />
      )}
    </div>
  )
}

function WrongKey({ entry, no }: { entry: SheetEntry; no: ItemNumber }) {
  const item = itemAt(no)
  if (!item || !isQuestion(item)) return null
  const keys = (['yes', 'no'] as const).map((one) => `${keyFor(item, one, entry.coding)}＝${answerWord(one)}`)
  return (
    <span className="text-caution">
      その数字はNo.{no}にありません。この行のキーは {keys.join('、')}、9＝無回答 です。
    </span>
  )
}
