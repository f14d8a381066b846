import { useQuery } from '@tanstack/react-query'
import { addDays } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { FilterChips } from '../../../ui/list/index.ts'
import { JUDGEMENTS } from '../codes.ts'
import { listAreas, listCentres } from './api.ts'
import type { FilterState } from './list-page.tsx'

type Options = readonly { code: string; label: string }[]
type PickProps = { label: string; word: FilterState[keyof FilterState]; options: Options }

function Pick({ label, word: [value, set], options }: PickProps) {
  return (
    <label className="flex items-center gap-1 text-sm">
      <span className="text-soft">{label}</span>
      <select
        value={value}
        onChange={(event) => set(event.target.value)}
        className="min-h-9 max-w-44 rounded-lg border border-edge bg-paper px-2 text-sm"
      >
        <option value="">すべて</option>
        {options.map((one) => (
          <option key={one.code} value={one.code}>
            {one.label}
          </option>
        ))}
      </select>
    </label>
  )
}

const periods = [
  { id: '29', label: '30日間', days: 29 },
  { id: '89', label: '90日間', days: 89 },
  { id: '364', label: '1年間', days: 364 },
]
const states = [
  { id: 'open', label: '確認待ち' },
  { id: 'confirmed', label: '確認ずみ' },
  { id: 'all', label: 'すべて' },
]

export function ListFilters({ filter }: { filter: FilterState }) {
  const { today } = useClock()
  const centres = useQuery({ queryKey: ['centres'], queryFn: listCentres, staleTime: 600_000 })
  const areas = useQuery({ queryKey: ['areas'], queryFn: listAreas, staleTime: 600_000 })
  const centreOptions = (centres.data?.items ?? []).map(({ id, shortName }) => ({
    code: id,
    label: shortName,
  }))
  const areaOptions = (areas.data?.items ?? []).map(({ id, name }) => ({ code: id, label: name }))
  const [from, setFrom] = filter.from
  const [batch, setBatch] = filter.batch
  const chosen = periods.filter(({ days }) => from === addDays(today(), -days) && filter.to[0] === '')
  return (
    <div className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-1 print:hidden">
      <FilterChips
        label="確認"
        isSingle
        chips={states}
        selected={[filter.state[0]]}
        onChange={([id]) => filter.state[1](id ?? 'all')}
      />
      <FilterChips
        label="期間"
        isSingle
        chips={periods}
        selected={chosen.map(({ id }) => id)}
        onChange={([id]) => {
          const period = periods.find((one) => one.id === id)
          setFrom(period ? addDays(today(), -period.days) : '')
        }}
      />
      <Pick label="判定" word={filter.judgement} options={JUDGEMENTS} />
      {centreOptions.length > 1 ? (
        <Pick label="センター" word={filter.centre} options={centreOptions} />
      ) : null}
      {areaOptions.length > 1 ? <Pick label="圏域" word={filter.area} options={areaOptions} /> : null}
      <FilterChips
        label="実施者"
        chips={[{ id: 'mine', label: '自分の分だけ' }]}
        selected={filter.mine[0] ? ['mine'] : []}
        onChange={(on) => filter.mine[1](on.length > 0 ? '1' : '')}
      />
      <FilterChips
        label="取下げ"
        chips={[{ id: 'withdrawn', label: '取下げも含める' }]}
        selected={filter.withdrawn[0] ? ['withdrawn'] : []}
        onChange={(on) => filter.withdrawn[1](on.length > 0 ? '1' : '')}
      />
      {batch ? (
        <span className="flex items-center gap-2 rounded-lg bg-accent-soft px-2 py-1 text-sm">
          まとめて入力した一組だけを表示しています
          <Button size="small" look="quiet" onPress={() => setBatch('')}>
            この条件を外す
          </Button>
        </span>
      ) : null}
    </div>
  )
}
