import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { createKeyRegistry, type KeyRegistry, type Shortcut } from './registry.ts'

const KeysContext = createContext<KeyRegistry>(createKeyRegistry())
const ModalContext = createContext(false)

/** Everything below belongs to a modal dialog: its shortcuts fire only there, those of the page do not. */
export const ModalKeys = ({ children }: { children: ReactNode }) => (
  <ModalContext.Provider value={true}>{children}</ModalContext.Provider>
)

const ownsLetters =
  'input:not([type=radio]):not([type=checkbox]):not([type=button]), textarea, select, [contenteditable=true], [role=listbox], [role=menu], [role=combobox]'

const isWriting = (target: EventTarget | null) =>
  target instanceof Element && target.closest(ownsLetters) !== null

/** Listens once, before anything else on the page, and asks the registry. */
export function KeysProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(createKeyRegistry)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isModal = document.querySelector('[data-modal]') !== null
      if (!registry.press(event, { isWriting: isWriting(event.target), isModal })) return
      event.preventDefault()
      event.stopPropagation()
    }
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  }, [registry])
  return <KeysContext.Provider value={registry}>{children}</KeysContext.Provider>
}

export const useKeyRegistry = () => useContext(KeysContext)

/** Registers the keys of a component while it is shown. The functions may change at each render; the keys may too. */
export function useShortcuts(shortcuts: Shortcut[], isEnabled = true): void {
  const registry = useContext(KeysContext)
  const inModal = useContext(ModalContext)
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  const signature = shortcuts.map(({ keys, label, group }) => [...keys, label, group].join(' ')).join('|')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature stands for the list, the ref for its functions
  useEffect(() => {
    if (!isEnabled) return
    const removers = latest.current.map((shortcut, index) =>
      registry.add({ ...shortcut, run: (event) => latest.current[index]?.run(event) }, inModal),
    )
    return () => {
      for (const remove of removers) remove()
    }
  }, [registry, inModal, isEnabled, signature])
}
