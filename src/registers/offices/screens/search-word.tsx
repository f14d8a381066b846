import { useState } from 'react'
import { Button } from '../../../ui/button/index.ts'

type SearchWordProps = { word: string; onSearch: (word: string) => void }

/** The word stays in memory and is sent by POST: it never stands in the address. */
export function SearchWord({ word, onSearch }: SearchWordProps) {
  const [typed, setTyped] = useState(word)
  const [sent, setSent] = useState(word)
  // cleared from outside
  if (word !== sent) {
    setSent(word)
    setTyped(word)
  }
  const search = () => {
    setSent(typed.trim())
    onSearch(typed.trim())
  }
  return (
    <form
      className="flex items-center gap-1 text-sm"
      onSubmit={(event) => {
        event.preventDefault()
        search()
      }}
    >
      <label className="flex items-center gap-1">
        <span className="text-soft">名称・法人・住所・番号</span>
        <input
          type="text"
          name="word"
          autoComplete="off"
          maxLength={100}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className="min-h-9 w-56 rounded-lg border border-edge bg-paper px-2"
        />
      </label>
      <Button size="small" type="submit">
        探す
      </Button>
    </form>
  )
}
