import { type CompositionEvent, useRef, useState } from 'react'
import { type FieldProps, TextField } from '../form/index.ts'
import { composed, composing, type Furigana, type Script, typedPlainly } from './reading.ts'

export type KanaFieldProps = {
  /** the two fields, as the server names them */
  name: FieldProps & { value: string; onChange: (value: string) => void }
  kana: FieldProps & { value: string; onChange: (value: string) => void }
  /** what a register wants; katakana unless told */
  script?: Script
}

/** A name and its furigana, which fills itself from what is typed until somebody corrects it by hand. */
export function KanaField({ name, kana, script = 'katakana' }: KanaFieldProps) {
  const state = useRef<Furigana>({ kana: kana.value, pending: '' })
  const isComposing = useRef(false)
  const [isByHand, setByHand] = useState(kana.value !== '')

  const take = (next: Furigana) => {
    const isChanged = next.kana !== state.current.kana
    state.current = next
    if (isChanged && !isByHand) kana.onChange(next.kana)
  }
  const nameHandlers = {
    onCompositionStart: () => {
      isComposing.current = true
    },
    onCompositionUpdate: (event: CompositionEvent) => take(composing(state.current, event.data)),
    onCompositionEnd: (event: CompositionEvent) => {
      isComposing.current = false
      take(composed(state.current, event.data, script))
    },
  }
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-4">
      <div className="min-w-56 flex-1" {...nameHandlers}>
        <TextField
          {...name}
          onChange={(value) => {
            // The composition reports by its own events; the input event only counts outside of it.
            if (!isComposing.current) take(typedPlainly(state.current, name.value, value))
            if (value === '') setByHand(false)
            name.onChange(value)
          }}
        />
      </div>
      <div className="min-w-56 flex-1">
        <TextField
          {...kana}
          after={
            isByHand ? null : (
              <span className="text-sm text-soft">
                氏名の入力から自動で入ります。違うときは直してください。
              </span>
            )
          }
          onChange={(value) => {
            setByHand(value !== '')
            state.current = { kana: value, pending: '' }
            kana.onChange(value)
          }}
        />
      </div>
    </div>
  )
}
