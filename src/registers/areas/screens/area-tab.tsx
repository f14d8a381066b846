import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { Empty } from '../../../ui/empty/index.ts'
import { useAddressWord } from '../../../ui/link/index.ts'
import { type Column, FilterChips, List } from '../../../ui/list/index.ts'
import { Status } from '../../../ui/status/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import type { AreaEntry, AreaRegister } from '../schema.ts'
import { AreaForm, AssignForm, EndForm } from './area-forms.tsx'
import { holdsOn, isEnded, period } from './words.ts'

type Deed = { kind: 'new' } | { kind: 'edit' | 'assign' | 'end'; area: AreaEntry }

/** 圏域 with the centre of today, what was before and what is to come. */
export function AreaTab({ register, mayChange }: { register: AreaRegister; mayChange: boolean }) {
  const { today } = useClock()
  const client = useQueryClient()
  const show = useToast()
  const [shown, setShown] = useAddressWord('shown', 'now')
  const [deed, setDeed] = useState<Deed | null>(null)
  const close = () => setDeed(null)
  const saved = async (said: string) => {
    await client.invalidateQueries({ queryKey: ['areas'] })
    close()
    show(said)
  }
  const rows = register.areas.filter((area) => shown === 'all' || !isEnded(area, today()))
  return (
    <div>
      {deed?.kind === 'new' ? <AreaForm area={null} onClose={close} onSaved={saved} /> : null}
      {deed?.kind === 'edit' ? (
        <AreaForm key={deed.area.id} area={deed.area} onClose={close} onSaved={saved} />
      ) : null}
      {deed?.kind === 'assign' ? (
        <AssignForm key={deed.area.id} area={deed.area} register={register} onClose={close} onSaved={saved} />
      ) : null}
      {deed?.kind === 'end' ? (
        <EndForm key={deed.area.id} area={deed.area} register={register} onClose={close} onSaved={saved} />
      ) : null}
      <div className="flex flex-wrap items-center gap-4">
        {mayChange ? <Button onPress={() => setDeed({ kind: 'new' })}>圏域を登録する</Button> : null}
        <FilterChips
          label="表示"
          chips={[{ id: 'all', label: '終わったものも出す' }]}
          selected={shown === 'all' ? ['all'] : []}
          onChange={(selected) => setShown(selected.length > 0 ? 'all' : 'now')}
        />
      </div>
      <List<AreaEntry>
        label="圏域の一覧"
        rows={rows}
        rowKey={({ id }) => id}
        columns={[...columns(today()), ...(mayChange ? [deeds(setDeed)] : [])]}
        empty={<Empty title="登録された圏域はありません">「圏域を登録する」から加えてください。</Empty>}
      />
    </div>
  )
}

const columns = (today: string): Column<AreaEntry>[] => [
  { id: 'code', header: 'コード', cell: ({ code }) => code, width: '6rem' },
  {
    id: 'name',
    header: '圏域',
    cell: (area) => (
      <>
        {area.name} {isEnded(area, today) ? <Status tone="neutral">終了</Status> : null}
        {area.validFrom > today ? <Status tone="info">これから</Status> : null}
      </>
    ),
  },
  { id: 'centre', header: '担当センター', cell: (area) => <Centres area={area} today={today} /> },
  { id: 'towns', header: '今日の町（数）', isRight: true, cell: ({ townCount }) => townCount },
  { id: 'period', header: '期間', isRight: true, cell: period, width: '8rem' },
]

function Centres({ area, today }: { area: AreaEntry; today: string }) {
  const rows = area.centres.filter((one) => !isEnded(one, today))
  if (rows.length === 0) return <span className="text-caution">担当なし</span>
  return (
    <ul>
      {rows.map((one) => (
        <li key={one.validFrom}>
          {one.centreName}{' '}
          <span className="text-xs text-soft">
            {holdsOn(one, today) && one.validTo === null ? '' : period(one)}
          </span>
        </li>
      ))}
    </ul>
  )
}

const deeds = (onDeed: (deed: Deed) => void): Column<AreaEntry> => ({
  id: 'deed',
  header: '操作',
  cell: (area) => (
    <span className="flex gap-1 whitespace-nowrap print:hidden">
      <Button
        size="small"
        aria-label={`${area.name}の担当を替える`}
        onPress={() => onDeed({ kind: 'assign', area })}
      >
        担当を替える
      </Button>
      <Button
        size="small"
        look="quiet"
        aria-label={`${area.name}を直す`}
        onPress={() => onDeed({ kind: 'edit', area })}
      >
        直す
      </Button>
      <Button
        size="small"
        look="quiet"
        aria-label={`${area.name}を終える`}
        onPress={() => onDeed({ kind: 'end', area })}
      >
        終える
      </Button>
    </span>
  ),
})
