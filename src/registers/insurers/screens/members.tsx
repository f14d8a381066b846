import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { Empty, Failure } from '../../../ui/empty/index.ts'
import { EntryForm, TextField } from '../../../ui/form/index.ts'
import { newId } from '../../../ui/http/index.ts'
import { List } from '../../../ui/list/index.ts'
import { ModalPanel } from '../../../ui/panel/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import type { InsurerSheet, Member } from '../schema.ts'
import { putMember, removeMember, sheetQuery } from './api.ts'

const short = (day: string | null) => (day === null ? 'いまも' : formatDate(day as IsoDate, 'short'))

/** 構成市町村 with their days: a union has several, a municipality itself. */
export function Members({ sheet }: { sheet: InsurerSheet }) {
  const client = useQueryClient()
  const show = useToast()
  const [edited, setEdited] = useState<Member | 'new' | null>(null)
  const [removed, setRemoved] = useState<Member | null>(null)
  const [error, setError] = useState<Error | null>(null)
  const reload = () => client.invalidateQueries({ queryKey: sheetQuery.queryKey })
  const remove = async ({ id, version }: Member) => {
    setRemoved(null)
    setError(null)
    try {
      await removeMember(id, version)
      show('構成市町村を取り除きました')
    } catch (cause) {
      setError(cause instanceof Error ? cause : new Error(String(cause)))
    }
    await reload()
  }
  return (
    <section aria-labelledby="members-heading" className="mt-8">
      <h2 id="members-heading" className="mb-1 text-lg font-bold">
        構成市町村
      </h2>
      {error ? <Failure error={error} /> : null}
      <List<Member>
        label="構成市町村"
        rows={sheet.members}
        rowKey={({ id }) => id}
        empty={
          <Empty title="まだ登録がありません">市町村なら自分を、広域連合なら構成する市町村を加えます。</Empty>
        }
        columns={[
          { id: 'code', header: '市区町村コード', cell: (one) => one.municipalityCode, width: '9rem' },
          { id: 'name', header: '名称', cell: (one) => one.name },
          { id: 'from', header: '入った日', cell: (one) => short(one.validFrom), isRight: true },
          { id: 'to', header: '出た日', cell: (one) => short(one.validTo), isRight: true },
          {
            id: 'deed',
            header: '操作',
            cell: (one) => (
              <span className="flex gap-2 whitespace-nowrap print:hidden">
                <Button size="small" aria-label={`${one.name}を直す`} onPress={() => setEdited(one)}>
                  直す
                </Button>
                <Button
                  size="small"
                  look="quiet"
                  aria-label={`${one.name}を取り除く`}
                  onPress={() => setRemoved(one)}
                >
                  取り除く
                </Button>
              </span>
            ),
          },
        ]}
      />
      {edited ? (
        <MemberForm
          key={edited === 'new' ? 'new' : edited.id}
          member={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
          onSaved={async () => {
            await reload()
            setEdited(null)
            show('構成市町村を保存しました')
          }}
        />
      ) : (
        <Button onPress={() => setEdited('new')}>構成市町村を加える</Button>
      )}
      {removed ? (
        <ModalPanel title="構成市町村を取り除く" role="alertdialog" onClose={() => setRemoved(null)}>
          <p>
            {removed.name}
            を取り除きます。まちがって加えたときだけ使います。構成から出た市町村には「出た日」を入れてください。
          </p>
          <div className="mt-4 flex flex-wrap gap-3">
            <Button look="danger" onPress={() => void remove(removed)}>
              取り除く
            </Button>
            <Button autoFocus onPress={() => setRemoved(null)}>
              やめる
            </Button>
          </div>
        </ModalPanel>
      ) : null}
    </section>
  )
}

type MemberFormProps = { member: Member | null; onClose: () => void; onSaved: () => Promise<void> }

function MemberForm({ member, onClose, onSaved }: MemberFormProps) {
  const { nowMs } = useClock()
  const [id] = useState(member?.id ?? newId(nowMs()))
  const [code, setCode] = useState(member?.municipalityCode ?? '')
  const [name, setName] = useState(member?.name ?? '')
  const [from, setFrom] = useState<IsoDate | null>((member?.validFrom as IsoDate | undefined) ?? null)
  const [to, setTo] = useState<IsoDate | null>((member?.validTo as IsoDate | null | undefined) ?? null)
  const submit = async () => {
    await putMember({
      id,
      version: member?.version ?? null,
      municipalityCode: code,
      name,
      validFrom: from ?? '',
      validTo: to,
    })
    await onSaved()
  }
  return (
    <section aria-label="構成市町村" className="mt-4 max-w-2xl rounded-lg border border-line p-4">
      <EntryForm
        label="構成市町村"
        submitLabel="構成市町村を保存する"
        onSubmit={submit}
        actions={
          <Button look="quiet" onPress={onClose}>
            やめる
          </Button>
        }
      >
        <TextField
          name="municipalityCode"
          label="市区町村コード"
          description="6けた（検査数字を除く5けたでも）。"
          value={code}
          onChange={setCode}
          isRequired
          inputMode="numeric"
          width={8}
        />
        <TextField name="name" label="市区町村の名称" value={name} onChange={setName} isRequired width={16} />
        <DateField
          name="validFrom"
          label="入った日"
          description="わからなければ、保険者になった日（例: H12.4.1）。"
          value={from}
          onChange={setFrom}
          isRequired
        />
        <DateField
          name="validTo"
          label="出た日"
          description="合併などで構成から出たとき。その日までは構成に入っています。"
          value={to}
          onChange={setTo}
        />
      </EntryForm>
    </section>
  )
}
