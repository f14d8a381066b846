import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { IsoDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { EntryForm, SelectField, TextField } from '../../../ui/form/index.ts'
import { newId } from '../../../ui/http/index.ts'
import type { AreaEntry, AreaRegister } from '../schema.ts'
import { Affected } from './affected.tsx'
import { assignArea, centresQuery, endArea, putArea } from './api.ts'
import { holdsOn } from './words.ts'

export type FormProps = { onClose: () => void; onSaved: (said: string) => Promise<void> }

/** The frame of a form above the list it changes. */
export function FormBox({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="mb-6 max-w-2xl rounded-lg border border-line p-4 print:hidden">
      <h2 className="mb-3 text-lg font-bold">{title}</h2>
      {children}
    </section>
  )
}
export const Stop = ({ onClose }: { onClose: () => void }) => (
  <Button look="quiet" onPress={onClose}>
    やめる
  </Button>
)

/** Centres that have not ended, to choose from. */
export function CentreField({
  value,
  onChange,
  label,
  isRequired,
}: {
  value: string
  onChange: (id: string) => void
  label: string
  isRequired?: boolean
}) {
  const { today } = useClock()
  const centres = useQuery(centresQuery)
  return (
    <SelectField
      name="centreId"
      label={label}
      value={value}
      onChange={onChange}
      options={(centres.data ?? [])
        .filter(({ validTo }) => validTo === null || validTo >= today())
        .map(({ id, name }) => ({ value: id, label: name }))}
      blank="なし"
      isRequired={isRequired}
    />
  )
}

export function AreaForm({ area, onClose, onSaved }: FormProps & { area: AreaEntry | null }) {
  const { nowMs } = useClock()
  const [id] = useState(area?.id ?? newId(nowMs()))
  const [code, setCode] = useState(area?.code ?? '')
  const [name, setName] = useState(area?.name ?? '')
  const [validFrom, setFrom] = useState<IsoDate | null>((area?.validFrom as IsoDate | undefined) ?? null)
  const [centreId, setCentre] = useState('')
  const submit = async () => {
    const version = area?.version ?? null
    await putArea({ id, version, code, name, validFrom: validFrom ?? '', centreId: centreId || null })
    await onSaved('圏域を保存しました')
  }
  const title = area ? `${area.name}を直す` : '圏域を登録する'
  return (
    <FormBox title={title}>
      <EntryForm
        label={title}
        submitLabel="圏域を保存する"
        onSubmit={submit}
        actions={<Stop onClose={onClose} />}
      >
        <TextField
          name="code"
          label="圏域コード"
          description="並べる順にもなります（例: 01）。"
          value={code}
          onChange={setCode}
          isRequired
          autoFocus
          width={8}
        />
        <TextField
          name="name"
          label="圏域の名称"
          description={area ? '直した前の名称は、変更の記録に残ります。' : undefined}
          value={name}
          onChange={setName}
          isRequired
          width={16}
        />
        <DateField
          name="validFrom"
          label="始まる日"
          description="この日より前の町の所属は登録できません。例: H18.4.1"
          value={validFrom}
          onChange={setFrom}
          isRequired
        />
        {area ? null : <CentreField value={centreId} onChange={setCentre} label="初めの担当センター" />}
      </EntryForm>
    </FormBox>
  )
}

type OfArea = FormProps & { area: AreaEntry; register: AreaRegister }

const townsOf = (register: AreaRegister, areaId: string, day: string) =>
  register.towns
    .filter(({ areas }) => areas.some((one) => one.areaId === areaId && holdsOn(one, day)))
    .map(({ id }) => id)

/** Another centre from a day on; who is concerned stands beside it. */
export function AssignForm({ area, register, onClose, onSaved }: OfArea) {
  const { today } = useClock()
  const [centreId, setCentre] = useState('')
  const [fromDay, setFromDay] = useState<IsoDate | null>(null)
  const submit = async () => {
    await assignArea({ areaId: area.id, centreId, fromDay: fromDay ?? '' })
    await onSaved('圏域の担当を保存しました')
  }
  const title = `${area.name}の担当センターを替える`
  return (
    <FormBox title={title}>
      <EntryForm
        label={title}
        submitLabel="担当を保存する"
        onSubmit={submit}
        actions={<Stop onClose={onClose} />}
      >
        <CentreField value={centreId} onChange={setCentre} label="新しい担当センター" isRequired />
        <DateField
          name="fromDay"
          label="この日から"
          description="前の日までは、今のセンターのままです。"
          value={fromDay}
          onChange={setFromDay}
          isRequired
          offersToday
        />
        <Affected townIds={townsOf(register, area.id, today())} />
      </EntryForm>
    </FormBox>
  )
}

/** The last day of an area; its towns must have been moved by then. */
export function EndForm({ area, register, onClose, onSaved }: OfArea) {
  const { today } = useClock()
  const [lastDay, setLastDay] = useState<IsoDate | null>(today())
  const submit = async () => {
    await endArea({ id: area.id, version: area.version, lastDay: lastDay ?? '' })
    await onSaved('圏域の最後の日を保存しました')
  }
  const left =
    lastDay === null
      ? []
      : register.towns.filter(({ areas }) =>
          areas.some((one) => one.areaId === area.id && (one.validTo === null || one.validTo > lastDay)),
        )
  const title = `${area.name}を終える`
  return (
    <FormBox title={title}>
      <EntryForm
        label={title}
        submitLabel="最後の日を保存する"
        onSubmit={submit}
        actions={<Stop onClose={onClose} />}
      >
        <DateField
          name="lastDay"
          label="最後の日"
          description="担当センターの期間も、この日で終わります。"
          value={lastDay}
          onChange={setLastDay}
          isRequired
        />
        {left.length > 0 ? (
          <p>
            この日のあとも、この圏域の町: {left.map(({ name }) => name).join('、')}
            。先に「町」で、次の日からほかの圏域へ移してください。
          </p>
        ) : null}
      </EntryForm>
    </FormBox>
  )
}
