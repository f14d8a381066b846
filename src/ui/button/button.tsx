import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'

const base =
  'inline-flex items-center justify-center gap-1.5 rounded-lg border font-bold leading-tight disabled:border-line disabled:bg-shade disabled:text-edge print:hidden'
const looks = {
  /** the one primary action of the page */
  primary: 'border-accent bg-accent text-white hover:bg-accent-strong pressed:bg-accent-deep',
  /** everything beside it */
  secondary: 'border-accent bg-paper text-accent hover:bg-accent-soft',
  /** in rows and bars, where a frame would be noise */
  quiet: 'border-transparent text-accent underline underline-offset-4 hover:bg-accent-soft',
  /** what cannot be undone; its text says so */
  danger: 'border-danger bg-danger text-white hover:opacity-90',
} as const
const sizes = { normal: 'min-h-11 px-4 py-2 text-base', small: 'min-h-8 px-2.5 py-1 text-sm' } as const

export type ButtonLook = keyof typeof looks
export type ButtonSize = keyof typeof sizes

/** The classes alone, for links that look like buttons. */
export const buttonClass = (look: ButtonLook = 'secondary', size: ButtonSize = 'normal') =>
  `${base} ${looks[look]} ${sizes[size]}`

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'isPending'> & {
  look?: ButtonLook
  size?: ButtonSize
  /** the key that does the same, shown behind the word */
  shortcut?: string
  children: ReactNode
}

/** A button says what it does with a verb (「相談を保存する」). */
export function Button({ look = 'secondary', size = 'normal', shortcut, children, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={buttonClass(look, size)}>
      {children}
      {shortcut ? <Key>{shortcut}</Key> : null}
    </AriaButton>
  )
}

/** The visible twin of a key. */
export const Key = ({ children }: { children: ReactNode }) => (
  <kbd className="rounded-sm border border-current px-1 font-sans text-xs font-normal">{children}</kbd>
)
