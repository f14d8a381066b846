import { type ReactNode, useEffect, useId, useRef, useState } from 'react'

type DropdownProps = {
  /** its words name it; those without room on the screen are `sr-only` */
  button: ReactNode
  /** gets the function that closes it */
  children: (close: () => void) => ReactNode
  onOpen?: () => void
}

/** A button that opens a small sheet below itself. Esc and a click elsewhere close it, the focus goes back to the button. */
export function Dropdown({ button, children, onOpen }: DropdownProps) {
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const id = useId()
  useEffect(() => {
    if (!isOpen) return
    const onOutside = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('pointerdown', onOutside)
    document.addEventListener('focusin', onOutside)
    return () => {
      document.removeEventListener('pointerdown', onOutside)
      document.removeEventListener('focusin', onOutside)
    }
  }, [isOpen])
  const close = () => {
    setOpen(false)
    opener.current?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc only closes what the button inside opened
    <div
      ref={box}
      className="relative"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return
        event.stopPropagation()
        close()
      }}
    >
      <button
        ref={opener}
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => {
          if (!isOpen) onOpen?.()
          setOpen(!isOpen)
        }}
        className="flex min-h-10 items-center gap-1 rounded-lg px-2 hover:bg-shade"
      >
        {button}
      </button>
      {isOpen ? (
        <div
          id={id}
          className="absolute top-full right-0 z-40 mt-1 max-h-[70vh] w-80 max-w-[90vw] overflow-y-auto rounded-lg border border-edge bg-paper p-2 shadow-panel"
        >
          {children(close)}
        </div>
      ) : null}
    </div>
  )
}
