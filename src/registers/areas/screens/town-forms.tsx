import { useState } from 'react'
import type { IsoDate } from '../../../platform/calendar/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { EntryForm, SelectField } from '../../../ui/form/index.ts'
import { newId } from '../../../ui/http/index.ts'
import { KanaField } from '../../../ui/kana-field/index.ts'
import type { AreaEntry, TownEntry } from '../schema.ts'
import { Affected } from './affected.tsx'
import { assignTowns, putTown } from './api.ts'
import { FormBox, type FormProps, Stop } from './area-forms.tsx'

const options = (areas: readonly AreaEntry[]) =>
  areas.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))

type TownFormProps = FormProps & { town: TownEntry | null; areas: readonly AreaEntry[] }

export function TownForm({ town, areas, onClose, onSaved }: TownFormProps) {
  const { nowMs } = useClock()
  const [id] = useState(town?.id ?? newId(nowMs()))
  const [name, setName] = useState(town?.name ?? '')
  const [kana, setKana] = useState(town?.kana ?? '')
  const [areaId, setArea] = useState('')
  const [fromDay, setFromDay] = useState<IsoDate | null>(null)
  const submit = async () => {
    await putTown({ id, version: town?.version ?? null, name, kana, areaId: areaId || null, fromDay })
    await onSaved('町を保存しました')
  }
  const title = town ? `${town.name}を直す` : '町を登録する'
  return (
    <FormBox title={title}>
      <EntryForm
        label={title}
        submitLabel="町を保存する"
        onSubmit={submit}
        actions={<Stop onClose={onClose} />}
      >
        <KanaField
          name={{ name: 'name', label: '町名', value: name, onChange: setName, isRequired: true }}
          kana={{ name: 'kana', label: '町名のカナ', value: kana, onChange: setKana }}
        />
        {town ? null : (
          <>
            <SelectField
              name="areaId"
              label="圏域"
              value={areaId}
              onChange={setArea}
              options={options(areas)}
              isRequired
            />
            <DateField
              name="fromDay"
              label="この日から"
              description="この町がこの圏域に入った日。わからなければ、圏域の始まる日。"
              value={fromDay}
              onChange={setFromDay}
              isRequired
              offersToday
            />
          </>
        )}
      </EntryForm>
    </FormBox>
  )
}

type MoveFormProps = FormProps & { towns: readonly TownEntry[]; areas: readonly AreaEntry[] }

/** Towns to another area from a day on. Giving back the former area takes a change away again. */
export function MoveForm({ towns, areas, onClose, onSaved }: MoveFormProps) {
  const [areaId, setArea] = useState('')
  const [fromDay, setFromDay] = useState<IsoDate | null>(null)
  const submit = async () => {
    const townIds = towns.map(({ id }) => id)
    const { moved } = await assignTowns({
      townIds,
      areaId: areaId === 'none' ? null : areaId,
      fromDay: fromDay ?? '',
    })
    await onSaved(moved > 0 ? `${moved}町の圏域を保存しました` : '変わる町はありませんでした')
  }
  const title = `${towns.length}町の圏域を替える`
  return (
    <FormBox title={title}>
      <p className="mb-3 text-sm">{towns.map(({ name }) => name).join('、')}</p>
      <EntryForm
        label={title}
        submitLabel="圏域を保存する"
        onSubmit={submit}
        actions={<Stop onClose={onClose} />}
      >
        <SelectField
          name="areaId"
          label="新しい圏域"
          value={areaId}
          onChange={setArea}
          options={[...options(areas), { value: 'none', label: 'どの圏域にも入らない（町がなくなる）' }]}
          isRequired
        />
        <DateField
          name="fromDay"
          label="この日から"
          description="前の日までは、今の圏域のままです。元の圏域を同じ日から選ぶと、これからの変更を取りやめられます。"
          value={fromDay}
          onChange={setFromDay}
          isRequired
          offersToday
        />
        <Affected townIds={towns.map(({ id }) => id)} />
      </EntryForm>
    </FormBox>
  )
}
