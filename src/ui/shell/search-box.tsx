import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Icon } from '../icon/index.ts'
import { isComposing, useShortcuts } from '../keys/index.ts'
import { describeFound, type Found, groupFound, isWorthSearching, matchedBy, searchPeople } from './search.ts'

/** Typing pauses this long before the server is asked. */
const pauseMs = 120

function usePaused(value: string): string {
  const [paused, setPaused] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), pauseMs)
    return () => clearTimeout(timer)
  }, [value])
  return paused
}

export type SearchBoxProps = {
  label: string
  /** Enter or a click on a line */
  onOpen: (person: Found) => void
  /** Ctrl+Enter: a consultation about this person */
  onConsult?: (person: Found) => void
  /** keys that bring the focus here from anywhere: only the one in the header has them */
  keys?: string[]
  scope?: 'all' | 'own'
}

/** Finds a person while the phone is at the ear: while the kana is still being typed, grouped by centre, all by arrow keys. */
export function SearchBox({ label, onOpen, onConsult, keys = [], scope = 'all' }: SearchBoxProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const [isOpen, setOpen] = useState(false)
  const asked = usePaused(text.trim())
  const isAsked = isOpen && isWorthSearching(asked)
  const waiting = useRef<((person: Found) => void) | null>(null) // Enter came before the answer
  const query = useQuery({
    queryKey: ['people-search', scope, asked],
    queryFn: ({ signal }) => searchPeople(asked, scope, signal),
    enabled: isAsked,
    placeholderData: (before) => before,
    gcTime: 60_000, // names do not stay in the memory of the page
  })
  const groups = isAsked && query.data ? groupFound(query.data.items) : []
  const people = groups.flatMap((group) => group.items)
  const current = people[Math.min(at, people.length - 1)]

  const focus = () => {
    input.current?.focus()
    input.current?.select()
  }
  useShortcuts(keys.length > 0 ? [{ keys, label: '利用者を探す', group: '全体', run: focus }] : [])
  useEffect(() => {
    document.getElementById(`${id}-${current?.id}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, current?.id])

  const isAnswered = isAsked && !query.isPlaceholderData && asked === text.trim() && query.data !== undefined
  const choose = (person: Found, deed: (person: Found) => void) => {
    waiting.current = null
    setOpen(false)
    setText('')
    input.current?.blur()
    deed(person)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      setAt(Math.max(0, Math.min(at + (event.key === 'ArrowDown' ? 1 : -1), people.length - 1)))
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      if (isOpen) setOpen(false)
      else setText('')
    } else if (event.key === 'Enter' && isWorthSearching(text)) {
      event.preventDefault()
      const deed = (event.ctrlKey || event.metaKey) && onConsult ? onConsult : onOpen
      // An answer to an earlier word must not open somebody else: Enter waits for its own.
      if (!isAnswered) waiting.current = deed
      else if (current) choose(current, deed)
    }
  }
  useEffect(() => {
    if (!isAnswered || !waiting.current) return
    const deed = waiting.current
    waiting.current = null
    if (people[0]) choose(people[0], deed)
  })
  return (
    <search className="relative block">
      <span className="pointer-events-none absolute inset-y-0 left-2 grid place-items-center text-soft">
        <Icon name="search" />
      </span>
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={isAsked}
        aria-controls={`${id}-list`}
        aria-activedescendant={current ? `${id}-${current.id}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        value={text}
        data-owns-enter={isOpen && text.trim() !== '' ? '' : undefined}
        onChange={(event) => {
          waiting.current = null
          setText(event.target.value)
          setAt(0)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
        className="min-h-10 w-full rounded-lg border border-edge bg-paper pr-2 pl-9 text-base"
      />
      {text === '' ? (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 left-9 flex items-center truncate text-sm text-soft"
        >
          カナ・番号・電話{keys.length > 0 ? '（Ctrl+K）' : ''}
        </span>
      ) : null}
      <span role="status" className="sr-only">
        {isAsked && query.data ? `${people.length}人見つかりました` : ''}
      </span>
      {isAsked ? (
        <div className="absolute top-full right-0 left-0 z-40 mt-1 min-w-72 rounded-lg border border-edge bg-paper shadow-panel">
          <div
            id={`${id}-list`}
            role="listbox"
            aria-label="見つかった人"
            className="max-h-[60vh] overflow-y-auto"
          >
            {groups.map((group) => (
              // biome-ignore lint/a11y/useSemanticElements: a listbox knows only groups of options
              <div key={group.name} role="group" aria-label={group.name}>
                <p aria-hidden="true" className="sticky top-0 bg-shade px-3 py-0.5 text-xs font-bold">
                  {group.name}（{group.items.length}人）
                </p>
                {group.items.map((person) => (
                  <Line
                    key={person.id}
                    id={`${id}-${person.id}`}
                    person={person}
                    isCurrent={person === current}
                    onPick={(isConsult) => choose(person, isConsult && onConsult ? onConsult : onOpen)}
                  />
                ))}
              </div>
            ))}
          </div>
          <Below
            error={query.error}
            isAsking={query.isFetching && !query.data}
            count={query.data ? people.length : null}
            hasConsult={onConsult !== undefined}
          />
        </div>
      ) : null}
    </search>
  )
}

type LineProps = { id: string; person: Found; isCurrent: boolean; onPick: (isConsult: boolean) => void }

function Line({ id, person, isCurrent, onPick }: LineProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of a listbox live in its input
    // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus and points here
    <div
      id={id}
      role="option"
      aria-selected={isCurrent}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => onPick(event.ctrlKey || event.metaKey)}
      className={`cursor-pointer border-l-4 px-3 py-1 ${isCurrent ? 'border-accent bg-accent-soft' : 'border-transparent hover:bg-ground'}`}
    >
      <span className="font-bold">{person.name}</span>
      <span className="ml-2 text-sm text-soft">{person.kana}</span>
      <span className="float-right ml-2 text-xs text-soft">{matchedBy(person)}</span>
      <span className="block text-sm tabular-nums">{describeFound(person)}</span>
    </div>
  )
}

function Below({
  error,
  isAsking,
  count,
  hasConsult,
}: {
  error: Error | null
  isAsking: boolean
  count: number | null
  hasConsult: boolean
}) {
  const word = error
    ? '検索できませんでした。少し待ってから、もう一度お試しください。'
    : isAsking
      ? '探しています…'
      : count === 0
        ? '見つかりません。読みの一部、生年（S15など）、電話番号でもお試しください。'
        : `Enter で開く${hasConsult ? '　Ctrl+Enter で相談を始める' : ''}`
  return (
    <p className={`border-t border-line px-3 py-1.5 text-sm ${error ? 'text-danger' : 'text-soft'}`}>
      {word}
    </p>
  )
}
