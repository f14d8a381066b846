import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { IsoDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { SingleCheck } from '../../../ui/choice/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { EntryForm, SelectField, TextField } from '../../../ui/form/index.ts'
import { newId, Problem } from '../../../ui/http/index.ts'
import { AppLink, linkClass } from '../../../ui/link/index.ts'
import type { CentreEntry, PutCentre } from '../schema.ts'
import { organisationsQuery, putCentre } from './api.ts'
import { isEnded, kindWords, operationWords } from './words.ts'

type CentreFormProps = {
  centre: CentreEntry | null
  register: readonly CentreEntry[]
  onClose: () => void
  onSaved: (warnings: string[]) => Promise<void>
}

const choices = <Id extends string>(words: Record<Id, string>) =>
  (Object.entries(words) as [Id, string][]).map(([value, label]) => ({ value, label }))

/** A new centre, or one to be changed. Its last day is set apart, with what still hangs on it. */
export function CentreForm({ centre, register, onClose, onSaved }: CentreFormProps) {
  const { nowMs, today } = useClock()
  const organisations = useQuery(organisationsQuery)
  const [id] = useState(centre?.id ?? newId(nowMs()))
  const [form, setForm] = useState({
    name: centre?.name ?? '',
    shortName: centre?.shortName ?? '',
    kind: (centre?.kind ?? '') as CentreEntry['kind'] | '',
    parentId: centre?.parentId ?? '',
    operation: (centre?.operation ?? '') as CentreEntry['operation'] | '',
    organisationId: centre?.organisationId ?? '',
    officeNumber: centre?.officeNumber ?? '',
    phone: centre?.phone ?? '',
    address: centre?.address ?? '',
    validFrom: (centre?.validFrom ?? null) as IsoDate | null,
  })
  const put = (change: Partial<typeof form>) => setForm({ ...form, ...change })
  const [isDoubtful, setDoubtful] = useState(false)
  const [accepts, setAccepts] = useState(false)
  const needsParent = form.kind === 'branch' || form.kind === 'sub'
  const submit = async () => {
    try {
      const { warnings } = await putCentre({
        ...form,
        id,
        version: centre?.version ?? null,
        kind: form.kind as PutCentre['kind'],
        operation: form.operation as PutCentre['operation'],
        parentId: form.parentId || null,
        organisationId: form.organisationId || null,
        validFrom: form.validFrom ?? '',
        acceptsOfficeNumber: accepts,
      })
      await onSaved(warnings)
    } catch (error) {
      setDoubtful(error instanceof Problem && error.errors.some(({ path }) => path === 'officeNumber'))
      throw error
    }
  }
  const title = centre ? `${centre.name}を直す` : 'センターを登録する'
  const parents = register.filter((one) => one.id !== id && !isEnded(one, today()))
  return (
    <section aria-label={title} className="mb-6 max-w-2xl rounded-lg border border-line p-4 print:hidden">
      <h2 className="mb-3 text-lg font-bold">{title}</h2>
      <EntryForm
        label={title}
        submitLabel="センターを保存する"
        onSubmit={submit}
        actions={
          <Button look="quiet" onPress={onClose}>
            やめる
          </Button>
        }
      >
        <TextField
          name="name"
          label="名称"
          value={form.name}
          onChange={(name) => put({ name })}
          isRequired
          autoFocus
          width={28}
        />
        <TextField
          name="shortName"
          label="略称"
          description="一覧や見出しに出る短い名前（例: 中央）。"
          value={form.shortName}
          onChange={(shortName) => put({ shortName })}
          isRequired
          width={10}
        />
        <SelectField
          name="kind"
          label="種別"
          value={form.kind}
          onChange={(kind) => put({ kind: kind as CentreEntry['kind'] })}
          options={choices(kindWords)}
          isRequired
        />
        <SelectField
          name="parentId"
          label="親センター"
          description="親センターの職員は、下のセンターの記録も見られます。"
          value={form.parentId}
          onChange={(parentId) => put({ parentId })}
          options={parents.map((one) => ({ value: one.id, label: one.name }))}
          blank="なし"
          isRequired={needsParent}
        />
        <SelectField
          name="operation"
          label="運営"
          value={form.operation}
          onChange={(operation) => put({ operation: operation as CentreEntry['operation'] })}
          options={choices(operationWords)}
          isRequired
        />
        <SelectField
          name="organisationId"
          label="運営法人"
          description={
            <>
              一覧にないときは、先に
              <AppLink to="/organisations" className={linkClass}>
                法人・事業所
              </AppLink>
              で登録します。
            </>
          }
          value={form.organisationId}
          onChange={(organisationId) => put({ organisationId })}
          options={(organisations.data ?? [])
            .filter((one) => one.validTo === null || one.id === form.organisationId)
            .map((one) => ({ value: one.id, label: one.name }))}
          blank="なし"
          isRequired={form.operation === 'contracted'}
        />
        <TextField
          name="officeNumber"
          label="事業所番号"
          description="介護予防支援の指定の番号。10けた。"
          value={form.officeNumber}
          onChange={(officeNumber) => put({ officeNumber })}
          width={12}
        />
        {isDoubtful ? (
          <SingleCheck
            isSelected={accepts}
            onChange={setAccepts}
            label="指定の通知書と照らし合わせた。この番号のまま保存する"
          />
        ) : null}
        <TextField
          name="phone"
          label="電話"
          type="tel"
          value={form.phone}
          onChange={(phone) => put({ phone })}
          width={14}
        />
        <TextField
          name="address"
          label="所在地"
          value={form.address}
          onChange={(address) => put({ address })}
          width={32}
        />
        <DateField
          name="validFrom"
          label="始まる日"
          description="この日から、職と圏域を持てます。例: H18.4.1"
          value={form.validFrom}
          onChange={(validFrom) => put({ validFrom })}
          isRequired
        />
      </EntryForm>
    </section>
  )
}
