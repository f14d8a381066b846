import { RadioChoice } from '../choice/index.ts'
import { TextField } from '../form/index.ts'
import { Status } from '../status/index.ts'
import type { MergeFieldOf } from './merge-fields.tsx'
import {
  type Choice,
  type Choices,
  choiceOf,
  type Difference,
  joinedText,
  type Sides,
} from './merge-three-way.ts'

type Props<T> = {
  field: MergeFieldOf<T>
  difference: Difference<T>
  sides: Sides<T>
  choices: Choices<T>
  onChoose: (choice: Choice) => void
}

const byWords = {
  mine: 'この画面だけで変えました',
  stored: 'ほかの人だけが変えました',
  both: '両方で変わりました',
} as const
const blank = '（空欄）'

/** One field: what it was, both sides, and the choice by the number keys 1 to 3. */
export function MergeField<T>({ field, difference, sides, choices, onChoose }: Props<T>) {
  const { key, label, show, isText } = field
  const { by } = difference
  const choice = choiceOf(difference, choices)
  const [base, mine, stored] = [show(sides.base), show(sides.mine), show(sides.stored)]
  const joined = typeof choice === 'object' && choice ? choice.text : null
  const options = [
    { value: 'mine', label: '画面の入力', description: mine || blank },
    { value: 'stored', label: '保存されている内容', description: stored || blank },
    ...(isText && by === 'both' ? [{ value: 'joined', label: '両方をまとめて直す' }] : []),
  ]
  return (
    <div className="border-t border-line pt-3">
      <RadioChoice
        name={key}
        label={label}
        description={
          <span className="flex flex-wrap items-center gap-2">
            <Status tone={by === 'both' ? 'caution' : 'info'}>{byWords[by]}</Status>
            {by === 'both' ? <span className="whitespace-pre-wrap">はじめ: {base || blank}</span> : null}
          </span>
        }
        options={options}
        columns="repeat(auto-fit, minmax(16rem, 1fr))"
        value={joined === null ? (choice as string | null) : 'joined'}
        onChange={(picked) =>
          onChoose(
            picked === 'joined'
              ? { text: joined ?? joinedText(base, mine, stored) }
              : (picked as 'mine' | 'stored'),
          )
        }
        isRequired={by === 'both'}
      />
      {joined === null ? null : (
        <div className="mt-2">
          <TextField
            name={`${key}.joined`}
            label={`${label}（まとめた内容）`}
            description="両方の内容を続けて入れてあります。このまま直して、保存します。"
            value={joined}
            onChange={(text) => onChoose({ text })}
            isLong
            rows={4}
          />
        </div>
      )}
    </div>
  )
}
