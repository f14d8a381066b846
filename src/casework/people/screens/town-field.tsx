import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import { type FieldProps, useField } from '../../../ui/form/index.ts'
import {
  descriptionClass,
  ErrorText,
  fieldClass,
  inputClass,
  LabelText,
  labelClass,
} from '../../../ui/form/parts.tsx'
import { isComposing } from '../../../ui/keys/index.ts'
import { type Town, townsQuery } from './api.ts'
import { findTowns } from './town-search.ts'

type TownFieldProps = FieldProps & { value: string | null; onChange: (townId: string | null) => void }

/** A town by its first kana; its area and centre stand beneath at once. Arrows choose, Enter takes. */
export function TownField({ value, onChange, ...field }: TownFieldProps) {
  const towns = useQuery(townsQuery)
  const chosen = towns.data?.find(({ id }) => id === value) ?? null
  /** null: the field shows the chosen town; a text: somebody is looking for another */
  const [typed, setTyped] = useState<string | null>(null)
  const [at, setAt] = useState(0)
  const text = typed ?? chosen?.name ?? ''
  const found = typed === null ? [] : findTowns(towns.data ?? [], typed)
  const current = found[Math.min(at, found.length - 1)]
  const unknown = `${field.label}「${text}」は一覧にありません。読みのはじめの数文字を入れて、選んでください。`
  const { id, message } = useField(field.name, field.error, () =>
    typed !== null && typed.trim() !== ''
      ? unknown
      : field.isRequired && value === null
        ? `${field.label}を選んでください。`
        : null,
  )
  const choose = (town: Town | null) => {
    setTyped(null)
    setAt(0)
    onChange(town?.id ?? null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent) || found.length === 0) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setAt(Math.max(0, Math.min(at + (event.key === 'ArrowDown' ? 1 : -1), found.length - 1)))
    } else if (event.key === 'Enter' && current) {
      event.preventDefault()
      choose(current)
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      setTyped(null)
    }
  }
  const isOpen = found.length > 0
  return (
    <div className={fieldClass}>
      <label htmlFor={id} className={labelClass}>
        <LabelText label={field.label} isRequired={field.isRequired} />
      </label>
      <span id={`${id}-description`} className={descriptionClass}>
        {field.description ?? '読みのはじめの数文字で探せます。'}
      </span>
      <div className="relative">
        <input
          id={id}
          type="text"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-activedescendant={isOpen && current ? `${id}-${current.id}` : undefined}
          aria-invalid={message ? true : undefined}
          aria-describedby={`${id}-description ${id}-place ${message ? `${id}-error` : ''}`}
          // Enter belongs to the open list; otherwise it moves on as in every field.
          {...(isOpen ? { 'data-owns-enter': '' } : {})}
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setTyped(event.target.value)
            setAt(0)
            if (value !== null) onChange(null)
          }}
          onBlur={() => {
            const exact = found.find(({ name }) => name === typed?.trim())
            if (exact) choose(exact)
            else if (typed?.trim() === '') choose(null)
          }}
          onKeyDown={onKeyDown}
          className={inputClass}
          style={{ maxWidth: '18em' }}
        />
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label="町の候補"
          hidden={!isOpen}
          className="absolute top-full left-0 z-20 mt-1 w-full max-w-md rounded-lg border border-edge bg-paper shadow-panel"
        >
          {found.map((town) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of a listbox live in its input
            // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus and points here
            <div
              key={town.id}
              id={`${id}-${town.id}`}
              role="option"
              aria-selected={town === current}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(town)}
              className={`cursor-pointer border-l-4 px-3 py-1 ${town === current ? 'border-accent bg-accent-soft' : 'border-transparent hover:bg-ground'}`}
            >
              {town.name}
              <span className="ml-2 text-sm text-soft">{town.kana}</span>
            </div>
          ))}
        </div>
      </div>
      <output id={`${id}-place`} className="min-h-6 text-sm">
        {chosen && typed === null
          ? `${chosen.areaName ?? '圏域は未定'}　担当: ${chosen.centreName ?? '未定'}`
          : typed !== null && typed.trim() !== '' && found.length === 0 && towns.data
            ? 'この読みの町はありません'
            : ''}
      </output>
      {message ? (
        <span id={`${id}-error`}>
          <ErrorText>{message}</ErrorText>
        </span>
      ) : null}
    </div>
  )
}
