import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { SelectField } from '../../../ui/form/index.ts'
import { useGo } from '../../../ui/link/index.ts'
import { FilterChips } from '../../../ui/list/index.ts'
import { useSession } from '../../../ui/session/index.ts'
import { areasQuery, centresQuery, colleaguesQuery, type ListFilter, townsQuery } from './api.ts'
import { AGE_BANDS, ageLimits } from './words.ts'

const NAMES = ['centre', 'area', 'town', 'age', 'staff', 'past'] as const
type Words = Record<(typeof NAMES)[number], string>

/** The filter as the address holds it: ids of registers and an age band, never a word about a person. */
export function useListFilter() {
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const words = Object.fromEntries(NAMES.map((name) => [name, String(search[name] ?? '')])) as Words
  const go = useGo()
  const filter: ListFilter = {
    ...(words.centre === '' ? {} : { centreId: words.centre }),
    ...(words.area === '' ? {} : { areaId: words.area }),
    ...(words.town === '' ? {} : { townId: words.town }),
    ...(words.staff === '' ? {} : { staffId: words.staff }),
    ...ageLimits(words.age),
    ...(words.past === 'true' ? { past: 'true' } : {}),
  }
  const clear = () => void go('/people', { replace: true })
  return { filter, words, clear, isFiltered: NAMES.some((name) => words[name] !== '') }
}

const optionsOf = (rows: { id: string; name: string }[] | undefined) =>
  rows?.map(({ id, name }) => ({ value: id, label: name })) ?? []

export function ListFilters({ words }: { words: Words }) {
  const go = useGo()
  const { session } = useSession()
  const centres = useQuery(centresQuery)
  const areas = useQuery(areasQuery)
  const towns = useQuery(townsQuery)
  const colleagues = useQuery(colleaguesQuery)
  const put = (change: Partial<Words>) => {
    const given = Object.entries({ ...words, ...change }).filter(([, value]) => value !== '')
    const text = new URLSearchParams(given).toString()
    void go(text === '' ? '/people' : `/people?${text}`, { replace: true })
  }
  const ownCentre = session.post.centreId
  const chips = [
    { id: 'mine', label: '自分の担当だけ' },
    ...(ownCentre ? [{ id: 'own', label: '自センターだけ' }] : []),
    { id: 'past', label: '死亡・転出した方も' },
  ]
  const pressed = [
    words.staff === session.staff.id ? 'mine' : '',
    ownCentre && words.centre === ownCentre ? 'own' : '',
    words.past === 'true' ? 'past' : '',
  ].filter(Boolean)
  const onChips = (on: string[]) =>
    put({
      staff: on.includes('mine') ? session.staff.id : pressed.includes('mine') ? '' : words.staff,
      centre: on.includes('own') ? (ownCentre ?? '') : pressed.includes('own') ? '' : words.centre,
      past: on.includes('past') ? 'true' : '',
    })
  const inArea = towns.data?.filter(({ areaId }) => words.area === '' || areaId === words.area)
  const staff = colleagues.data?.some(({ id }) => id === session.staff.id)
    ? colleagues.data
    : [{ id: session.staff.id, name: session.staff.name }, ...(colleagues.data ?? [])]
  return (
    <search aria-label="利用者のしぼり込み" className="mb-3 block print:hidden">
      <div className="grid gap-3 sm:grid-cols-2 md:grid-cols-3 xl:grid-cols-5">
        <SelectField
          name="centre"
          label="担当センター"
          blank="すべて"
          value={words.centre}
          onChange={(centre) => put({ centre })}
          options={optionsOf(centres.data)}
        />
        <SelectField
          name="area"
          label="圏域"
          blank="すべて"
          value={words.area}
          onChange={(area) => put({ area, town: '' })}
          options={optionsOf(areas.data)}
        />
        <SelectField
          name="town"
          label="町"
          blank="すべて"
          value={words.town}
          onChange={(town) => put({ town })}
          options={optionsOf(inArea)}
        />
        <SelectField
          name="age"
          label="年齢"
          blank="すべて"
          value={words.age}
          onChange={(age) => put({ age })}
          options={AGE_BANDS}
        />
        <SelectField
          name="staff"
          label="主担当"
          blank="すべて"
          value={words.staff}
          onChange={(one) => put({ staff: one })}
          options={optionsOf(staff)}
        />
      </div>
      <FilterChips label="よく使う条件" chips={chips} selected={pressed} onChange={onChips} />
    </search>
  )
}
