import { useState } from 'react'
import { Button } from '../../../ui/button/index.ts'
import type { FacilityList } from '../schema.ts'
import { choicesOf } from './words.ts'

const boxClass = 'min-h-9 rounded-lg border border-edge bg-paper px-2 text-sm'

type FiltersProps = {
  lists: readonly FacilityList[]
  category: string
  onCategory: (category: string) => void
  areaCode: string
  onArea: (areaCode: string) => void
  words: string
  onWords: (words: string) => void
}

export function Filters(props: FiltersProps) {
  const { categories, areas } = choicesOf(props.lists)
  return (
    <div className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
      <Words words={props.words} onWords={props.onWords} />
      <Pick
        label="種類"
        value={props.category}
        options={categories.map((category) => ({ value: category, label: category }))}
        onChange={props.onCategory}
      />
      <Pick
        label="市区町村"
        value={props.areaCode}
        options={areas.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={props.onArea}
      />
    </div>
  )
}

type PickProps = {
  label: string
  value: string
  options: { value: string; label: string }[]
  onChange: (value: string) => void
}

function Pick({ label, value, options, onChange }: PickProps) {
  return (
    <label className="flex items-center gap-1 text-sm">
      <span className="text-soft">{label}</span>
      <select
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={`max-w-60 ${boxClass}`}
      >
        <option value="">すべて</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Part of a name, kana or address: sent by POST, kept in the memory of the page only. */
function Words({ words, onWords }: { words: string; onWords: (words: string) => void }) {
  const [typed, setTyped] = useState(words)
  return (
    <form
      className="flex items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        onWords(typed.trim())
      }}
    >
      <label className="flex items-center gap-1 text-sm">
        <span className="text-soft">名称・住所</span>
        <input
          type="text"
          value={typed}
          autoComplete="off"
          maxLength={100}
          onChange={(event) => setTyped(event.target.value)}
          className={`w-56 ${boxClass}`}
        />
      </label>
      <Button size="small" type="submit">
        さがす
      </Button>
      {words ? (
        <Button
          size="small"
          look="quiet"
          onPress={() => {
            setTyped('')
            onWords('')
          }}
        >
          ことばを消す
        </Button>
      ) : null}
    </form>
  )
}
