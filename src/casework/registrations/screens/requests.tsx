import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { Empty } from '../../../ui/empty/index.ts'
import { EntryForm } from '../../../ui/form/index.ts'
import { Problem } from '../../../ui/http/index.ts'
import { type Column, List, type useKeyset } from '../../../ui/list/index.ts'
import { Panel } from '../../../ui/panel/index.ts'
import { Notice } from '../../../ui/status/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { type Row, receive, refresh, registerMany } from './api.ts'
import { requestColumns } from './ledger-columns.tsx'

type Refused = { name: string; reasons: string[] }

/** The municipality's inbox: open one, receive it by key, or register several that are in order. */
export function Requests({ list, empty }: { list: ReturnType<typeof useKeyset<Row>>; empty: string }) {
  const queries = useQueryClient()
  const show = useToast()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [isOpen, setOpen] = useState(false)
  const [refused, setRefused] = useState<Refused[]>([])
  const rows = list.rows ?? []
  const picked = rows.filter(({ id }) => chosen.has(id))
  const toggle = (id: string) =>
    setChosen((all) => {
      const next = new Set(all)
      if (!next.delete(id)) next.add(id)
      return next
    })
  const take = async (row: Row) => {
    try {
      await receive(row.id, row.version)
      await refresh(queries)
      show('依頼を受領しました')
    } catch (error) {
      show(error instanceof Problem ? `${error.title} ${error.detail ?? ''}` : '受領できませんでした。', {
        tone: 'danger',
      })
    }
  }
  const selection: Column<Row> = {
    id: 'pick',
    header: '選ぶ',
    width: '3.5rem',
    cell: (row) => (
      <input
        type="checkbox"
        className="size-5"
        aria-label={`${row.person.name} さんを選ぶ`}
        checked={chosen.has(row.id)}
        onChange={() => toggle(row.id)}
      />
    ),
  }
  const [person, ...others] = requestColumns
  return (
    <>
      {rows.length > 0 ? (
        <div className="my-2 flex flex-wrap items-center gap-3 print:hidden">
          <Button size="small" onPress={() => setChosen(new Set(rows.map(({ id }) => id)))}>
            すべて選ぶ
          </Button>
          <Button size="small" look="primary" isDisabled={picked.length === 0} onPress={() => setOpen(true)}>
            選んだ{picked.length}人を登録する
          </Button>
        </div>
      ) : null}
      {refused.length > 0 ? (
        <div className="mb-3">
          <Notice tone="caution" title={`登録できなかった方（${refused.length}人）`} role="alert">
            <ul className="list-disc pl-5">
              {refused.map(({ name, reasons }) => (
                <li key={name}>
                  {name} さん: {reasons.join(' ')}
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      ) : null}
      <List<Row>
        label="登録の依頼"
        columns={person ? [person, selection, ...others] : []}
        {...list}
        rowKey={({ id }) => id}
        hrefOf={({ id }) => `/registrations/${id}`}
        rowKeys={[
          {
            key: 'r',
            label: '受領する',
            run: (row) => void take(row),
            isOffered: ({ receivedAt }) => receivedAt === null,
          },
        ]}
        empty={<Empty title={empty}>センターが登録を依頼すると、ここと「きょう」に出ます。</Empty>}
      />
      {isOpen ? (
        <ManyPanel
          rows={picked}
          onClose={() => setOpen(false)}
          onDone={(registered, left) => {
            setOpen(false)
            setChosen(new Set())
            setRefused(left)
            void refresh(queries)
            show(`${registered}人を登録しました`)
          }}
        />
      ) : null}
    </>
  )
}

function ManyPanel({
  rows,
  onClose,
  onDone,
}: {
  rows: Row[]
  onClose: () => void
  onDone: (registered: number, refused: Refused[]) => void
}) {
  const { today } = useClock()
  const [on, setOn] = useState<string | null>(today())
  const submit = async () => {
    const { results } = await registerMany({
      on: on ?? '',
      items: rows.map(({ id, version }) => ({ id, version })),
    })
    const left = results.filter(({ outcome }) => outcome !== 'registered')
    onDone(
      results.length - left.length,
      left.map(({ id, reasons }) => ({
        name: rows.find((row) => row.id === id)?.person.name ?? '',
        reasons,
      })),
    )
  }
  return (
    <Panel title={`${rows.length}人を登録する`} onClose={onClose}>
      <p className="mb-2 text-sm">
        一人ずつ、基準・被保険者の種別・届出・認定を確かめて登録します。登録できない方は、理由を示して残します。
      </p>
      <ul className="mb-3 list-disc pl-5 text-sm">
        {rows.map(({ id, person }) => (
          <li key={id}>{person.name}</li>
        ))}
      </ul>
      <EntryForm label="まとめて登録" submitLabel={`${rows.length}人を登録する`} onSubmit={submit}>
        <DateField name="on" label="登録を決めた日" value={on} onChange={setOn} isRequired />
      </EntryForm>
    </Panel>
  )
}
