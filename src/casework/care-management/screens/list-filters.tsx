import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { SelectField } from '../../../ui/form/index.ts'
import { callPath } from '../../../ui/http/index.ts'
import { useGo } from '../../../ui/link/index.ts'
import { FilterChips } from '../../../ui/list/index.ts'
import { useSession } from '../../../ui/session/index.ts'
import { COURSE_TYPES, DUE_BANDS, STATES } from '../codes.ts'
import type { Filter } from './api.ts'
import { optionsOf } from './words.ts'

const NAMES = ['centre', 'staff', 'office', 'entrusted', 'type', 'state', 'due'] as const
type Words = Record<(typeof NAMES)[number], string>

/** The filter as the address holds it: codes and ids of registers only. */
export function useListFilter() {
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const words = Object.fromEntries(NAMES.map((name) => [name, String(search[name] ?? '')])) as Words
  const go = useGo()
  const put = (change: Partial<Words>) => {
    const sort = search.sort === undefined ? [] : [['sort', String(search.sort)]]
    const given = [...Object.entries({ ...words, ...change }).filter(([, value]) => value !== ''), ...sort]
    const text = new URLSearchParams(given as [string, string][]).toString()
    void go(text === '' ? '/care-management' : `/care-management?${text}`, { replace: true })
  }
  const filter: Filter = {
    ...(words.centre === '' ? {} : { centreId: words.centre }),
    ...(words.staff === '' ? {} : { staffId: words.staff }),
    ...(words.office === '' ? {} : { organisationId: words.office }),
    ...(words.entrusted === '' ? {} : { entrusted: words.entrusted as Filter['entrusted'] }),
    ...(words.type === '' ? {} : { type: words.type as Filter['type'] }),
    ...(words.state === '' ? {} : { state: words.state as Filter['state'] }),
    ...(words.due === '' ? {} : { due: words.due as Filter['due'] }),
  }
  return { words, put, filter, isFiltered: NAMES.some((name) => words[name] !== '') }
}

type Colleagues = { rows: { id: string; name: string }[] }
type Centres = { items: { id: string; name: string }[] }
const minutes = 10 * 60_000
const named = (rows: { id: string; name: string }[] | undefined) =>
  rows?.map(({ id, name }) => ({ value: id, label: name })) ?? []

type ListFiltersProps = { filters: ReturnType<typeof useListFilter>; isContractor: boolean }

export function ListFilters({ filters: { words, put }, isContractor }: ListFiltersProps) {
  const { session } = useSession()
  const centres = useQuery({
    queryKey: ['register', '/api/centres'],
    queryFn: async () => (await callPath<Centres>('GET', '/api/centres')).items,
    staleTime: minutes,
    enabled: !isContractor,
  })
  const colleagues = useQuery({
    queryKey: ['register', '/api/staff/colleagues'],
    queryFn: async () => (await callPath<Colleagues>('GET', '/api/staff/colleagues')).rows,
    staleTime: minutes,
    enabled: !isContractor,
  })
  const staff = [{ id: session.staff.id, name: session.staff.name }, ...(colleagues.data ?? [])]
  const chips = DUE_BANDS.filter(({ code }) => !isContractor || !['no-contract'].includes(code)).map(
    ({ code, label }) => ({ id: code, label }),
  )
  return (
    <search aria-label="ケアマネジメントのしぼり込み" className="mb-3 block print:hidden">
      <FilterChips
        label="期限"
        chips={chips}
        selected={words.due === '' ? [] : [words.due]}
        onChange={([due = '']) => put({ due })}
        isSingle
      />
      <div className="grid gap-3 sm:grid-cols-2 md:grid-cols-3 xl:grid-cols-5">
        {isContractor ? null : (
          <>
            <SelectField
              name="centre"
              label="担当センター"
              blank="すべて"
              value={words.centre}
              onChange={(centre) => put({ centre })}
              options={named(centres.data)}
            />
            <SelectField
              name="staff"
              label="責任者"
              blank="すべて"
              value={words.staff}
              onChange={(one) => put({ staff: one })}
              options={named(staff)}
            />
            <SelectField
              name="entrusted"
              label="委託"
              blank="すべて"
              value={words.entrusted}
              onChange={(entrusted) => put({ entrusted })}
              options={[
                { value: 'no', label: '委託していない' },
                { value: 'waiting', label: '受領待ち' },
                { value: 'yes', label: '委託中' },
              ]}
            />
          </>
        )}
        <SelectField
          name="type"
          label="類型"
          blank="すべて"
          value={words.type}
          onChange={(type) => put({ type })}
          options={[...optionsOf(COURSE_TYPES), { value: 'undecided', label: '未決定' }]}
        />
        <SelectField
          name="state"
          label="状態"
          blank="準備中と実施中"
          value={words.state}
          onChange={(state) => put({ state })}
          options={optionsOf(STATES)}
        />
      </div>
    </search>
  )
}
