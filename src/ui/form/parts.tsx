import type { ReactNode } from 'react'
import { Icon } from '../icon/index.ts'

/** What every field takes. There is no placeholder: it vanishes when it is needed; the description stays. */
export type FieldProps = {
  /** the path under which the server names it in its errors */
  name: string
  label: string
  description?: ReactNode
  /** overrides what the form knows */
  error?: string | null
  isRequired?: boolean
  isDisabled?: boolean
  placeholder?: never
}

export const inputClass =
  'min-h-11 w-full rounded-lg border border-edge bg-paper px-3 py-2 text-base text-ink invalid:border-danger aria-invalid:border-2 aria-invalid:border-danger disabled:bg-shade disabled:text-soft'

export const LabelText = ({ label, isRequired }: { label: string; isRequired?: boolean }) => (
  <>
    {label}
    {isRequired ? <span className="ml-2 text-sm font-normal text-danger">※必須</span> : null}
  </>
)

/** 「どこ: なぜ、どうする」 with a sign, never by colour alone. */
export const ErrorText = ({ children }: { children: ReactNode }) => (
  <span className="flex items-start gap-1 text-sm text-danger">
    <Icon name="danger" className="mt-0.5 size-4" />
    <span>{children}</span>
  </span>
)

export const labelClass = 'font-bold'
export const fieldClass = 'flex flex-col gap-1'
export const descriptionClass = 'text-sm text-soft'

/** 「氏名を入力してください。」 for a required field that is empty. */
export const missing = (label: string, verb: '入力' | '選択' = '入力') =>
  verb === '入力' ? `${label}を入力してください。` : `${label}を選んでください。`
