import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { addDays } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { FilterChips } from '../../../ui/list/index.ts'
import { CHANNELS, TOPICS, URGENCIES } from '../codes.ts'
import { listCentres } from './api.ts'
import type { FilterState } from './list-page.tsx'

const selectClass = 'min-h-9 max-w-40 rounded-lg border border-edge bg-paper px-2 text-sm'

type Options = readonly { code: string; label: string }[]

function Pick({
  label,
  value,
  options,
  onChange,
}: {
  label: string
  value: string
  options: Options
  onChange: (value: string) => void
}) {
  return (
    <label className="flex items-center gap-1 text-sm">
      <span className="text-soft">{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)} className={selectClass}>
        <option value="">すべて</option>
        {options.map(({ code, label: word }) => (
          <option key={code} value={code}>
            {word}
          </option>
        ))}
      </select>
    </label>
  )
}

const periods = [
  { id: '0', label: '今日', days: 0 },
  { id: '6', label: '7日間', days: 6 },
  { id: '29', label: '30日間', days: 29 },
  { id: '364', label: '1年間', days: 364 },
]

type ListFiltersProps = { filter: FilterState; text: string; onText: (text: string) => void }

export function ListFilters({ filter: { values, setters }, text, onText }: ListFiltersProps) {
  const { today } = useClock()
  const centres = useQuery({ queryKey: ['centres'], queryFn: listCentres, staleTime: 600_000 })
  const own = (centres.data?.items ?? []).map(({ id, shortName }) => ({ code: id, label: shortName }))
  const chosen = periods.filter(({ days }) => values.from === addDays(today(), -days) && values.to === '')
  return (
    <div className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-1 print:hidden">
      <FilterChips
        label="期間"
        isSingle
        chips={periods}
        selected={chosen.map(({ id }) => id)}
        onChange={([id]) => {
          const period = periods.find((one) => one.id === id)
          setters.from(period ? addDays(today(), -period.days) : '')
        }}
      />
      <FilterChips
        label="記録者"
        chips={[{ id: 'mine', label: '自分の記録だけ' }]}
        selected={values.mine ? ['mine'] : []}
        onChange={(on) => setters.mine(on.length > 0 ? '1' : '')}
      />
      {own.length > 1 ? (
        <Pick label="センター" value={values.centre} options={own} onChange={setters.centre} />
      ) : null}
      <Pick label="方法" value={values.channel} options={CHANNELS} onChange={setters.channel} />
      <Pick label="分類" value={values.topic} options={TOPICS} onChange={setters.topic} />
      <Pick label="緊急度" value={values.urgency} options={URGENCIES} onChange={setters.urgency} />
      <FilterChips
        label="取下げ"
        chips={[{ id: 'withdrawn', label: '取下げも含める' }]}
        selected={values.withdrawn ? ['withdrawn'] : []}
        onChange={(on) => setters.withdrawn(on.length > 0 ? '1' : '')}
      />
      <TextSearch text={text} onText={onText} />
    </div>
  )
}

/** Words in the text: sent by POST, kept in the memory of the page only. */
function TextSearch({ text, onText }: { text: string; onText: (text: string) => void }) {
  const [typed, setTyped] = useState(text)
  return (
    <form
      className="flex items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        onText(typed.trim())
      }}
    >
      <label className="flex items-center gap-1 text-sm">
        <span className="text-soft">内容のことば</span>
        <input
          type="text"
          value={typed}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
          className="min-h-9 w-44 rounded-lg border border-edge bg-paper px-2 text-sm"
        />
      </label>
      <Button size="small" type="submit">
        さがす
      </Button>
      {text ? (
        <Button
          size="small"
          look="quiet"
          onPress={() => {
            setTyped('')
            onText('')
          }}
        >
          ことばを消す
        </Button>
      ) : null}
    </form>
  )
}
