import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { Empty } from '../../../ui/empty/index.ts'
import { SelectField, TextField } from '../../../ui/form/index.ts'
import { type Column, List } from '../../../ui/list/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import type { AreaRegister, TownEntry } from '../schema.ts'
import { MoveForm, TownForm } from './town-forms.tsx'
import { holdsOn, isEnded, period } from './words.ts'

/** 町 with their area of today and what is to come; some are chosen and moved together. */
export function TownTab({ register, mayChange }: { register: AreaRegister; mayChange: boolean }) {
  const { today } = useClock()
  const client = useQueryClient()
  const show = useToast()
  const [word, setWord] = useState('')
  const [areaId, setArea] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [edited, setEdited] = useState<TownEntry | 'new' | null>(null)
  const [isMoving, setMoving] = useState(false)
  const saved = async (said: string) => {
    await client.invalidateQueries({ queryKey: ['areas'] })
    setEdited(null)
    setMoving(false)
    setChosen(new Set())
    show(said)
  }
  const sought = word.normalize('NFKC').trim()
  const areaOf = (town: TownEntry) => town.areas.find((one) => holdsOn(one, today()))
  const rows = register.towns
    .filter((town) => `${town.name} ${town.kana}`.normalize('NFKC').includes(sought))
    .filter((town) => areaId === '' || (areaId === 'none' ? !areaOf(town) : areaOf(town)?.areaId === areaId))
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  const living = register.areas.filter((area) => !isEnded(area, today()))
  return (
    <div>
      {edited ? (
        <TownForm
          key={edited === 'new' ? 'new' : edited.id}
          town={edited === 'new' ? null : edited}
          areas={living}
          onClose={() => setEdited(null)}
          onSaved={saved}
        />
      ) : null}
      {isMoving ? (
        <MoveForm
          towns={register.towns.filter(({ id }) => chosen.has(id))}
          areas={living}
          onClose={() => setMoving(false)}
          onSaved={saved}
        />
      ) : null}
      <div className="mb-2 flex flex-wrap items-end gap-4 print:hidden">
        <div className="w-60">
          <TextField name="word" label="町名かカナで探す" value={word} onChange={setWord} />
        </div>
        <div className="w-60">
          <SelectField
            name="area"
            label="今日の圏域"
            value={areaId}
            onChange={setArea}
            blank="すべて"
            options={[
              ...living.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
              { value: 'none', label: 'どこにも入っていない町' },
            ]}
          />
        </div>
        {mayChange ? (
          <>
            <Button onPress={() => setEdited('new')}>町を登録する</Button>
            <Button isDisabled={chosen.size === 0} onPress={() => setMoving(true)}>
              選んだ{chosen.size}町の圏域を替える
            </Button>
          </>
        ) : null}
      </div>
      <List<TownEntry>
        label="町の一覧"
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          ...(mayChange ? [choice(chosen, toggle)] : []),
          { id: 'name', header: '町名', cell: ({ name }) => name },
          { id: 'kana', header: 'カナ', cell: ({ kana }) => kana },
          { id: 'area', header: '圏域', cell: (town) => <Areas town={town} today={today()} /> },
          ...(mayChange ? [deed(setEdited)] : []),
        ]}
        empty={
          <Empty title={register.towns.length > 0 ? '当てはまる町はありません' : '登録された町はありません'}>
            「町をまとめて登録する」で、表を貼り付けられます。
          </Empty>
        }
      />
    </div>
  )
}

const choice = (chosen: ReadonlySet<string>, toggle: (id: string) => void): Column<TownEntry> => ({
  id: 'choice',
  header: '選ぶ',
  width: '4rem',
  cell: ({ id, name }) => (
    <input
      type="checkbox"
      checked={chosen.has(id)}
      onChange={() => toggle(id)}
      aria-label={`${name}を選ぶ`}
      className="size-5 align-middle accent-accent print:hidden"
    />
  ),
})

const deed = (onEdit: (town: TownEntry) => void): Column<TownEntry> => ({
  id: 'deed',
  header: '操作',
  cell: (town) => (
    <span className="print:hidden">
      <Button size="small" look="quiet" aria-label={`${town.name}を直す`} onPress={() => onEdit(town)}>
        直す
      </Button>
    </span>
  ),
})

function Areas({ town, today }: { town: TownEntry; today: string }) {
  const rows = town.areas.filter((one) => !isEnded(one, today))
  if (rows.length === 0) return <span className="text-caution">なし</span>
  return (
    <ul>
      {rows.map((one) => (
        <li key={one.validFrom}>
          {one.code} {one.name}{' '}
          <span className="text-xs text-soft">
            {holdsOn(one, today) && one.validTo === null ? '' : period(one)}
          </span>
        </li>
      ))}
    </ul>
  )
}
