import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { EntryForm, SelectField, TextField } from '../../../ui/form/index.ts'
import { useGo } from '../../../ui/link/index.ts'
import { Panel } from '../../../ui/panel/index.ts'
import { useSession } from '../../../ui/session/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import type { Sheet } from '../schema-sheet.ts'
import { centresQuery, refreshPerson, transferPerson } from './api.ts'
import { readersOnly } from './person-page.tsx'

/** Hands the person over to another centre; says before what follows, since it cannot be taken back from here. */
export function TransferPanel({ sheet, onClose }: { sheet: Sheet; onClose: () => void }) {
  const { person } = sheet
  const client = useQueryClient()
  const go = useGo()
  const show = useToast()
  const { session } = useSession()
  const centres = useQuery(centresQuery)
  const [toCentreId, setTo] = useState('')
  const [reason, setReason] = useState('')
  const others = centres.data?.filter(({ id }) => id !== person.centre?.id) ?? []
  const to = others.find(({ id }) => id === toCentreId)
  const submit = async () => {
    await transferPerson(person.id, {
      version: person.version,
      toCentreId,
      toStaffId: null,
      reason: reason.trim(),
    })
    show(`${person.name} さんを${to?.name ?? '別のセンター'}へ引き継ぎました`)
    const staysInReach = session.post.centreId === null || (to?.own ?? false)
    if (staysInReach) {
      await refreshPerson(client, person.id)
      return onClose()
    }
    await go('/people')
    client.removeQueries({ queryKey: ['person', person.id] })
    await client.invalidateQueries({ queryKey: ['people'] })
  }
  return (
    <Panel title="ほかのセンターへ引き継ぐ" onClose={onClose}>
      <p>
        {person.name} さんの担当を、{person.centre?.name ?? '未定'}
        から移します。保存すると、次のようになります。
      </p>
      <ul className="mt-2 mb-4 list-disc pl-6 text-sm">
        <li>相談の記録と連絡先は、すべて新しい担当センターが見られるようになります。</li>
        <li>今のセンターの職員は、この方の記録を見られなくなります（市の職員は見られます）。</li>
        <li>終わっていない期限は、新しい担当センターの管理者に移ります。</li>
        <li>新しい担当センターの「きょう」に「引き継ぎの受領」が出ます。</li>
        <li>これまでの業務の件数は、今のセンターの実績のまま残ります。</li>
      </ul>
      <EntryForm
        label="引き継ぎ"
        submitLabel={to ? `${to.shortName}へ引き継ぐ` : '引き継ぐ'}
        readers={readersOnly(sheet)}
        onSubmit={submit}
      >
        <SelectField
          name="toCentreId"
          label="引き継ぎ先"
          value={toCentreId}
          onChange={setTo}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
          isRequired
        />
        <TextField
          name="reason"
          label="理由"
          description="例: 転居のため"
          value={reason}
          onChange={setReason}
          maxLength={200}
          isLong
          rows={2}
          isRequired
        />
        <p className="text-sm text-soft">
          元に戻すには、引き継ぎ先のセンターから引き継いでもらいます。先に電話で話してから進めてください
          {to?.phone ? `（${to.shortName} ${to.phone}）` : ''}。
        </p>
      </EntryForm>
    </Panel>
  )
}
