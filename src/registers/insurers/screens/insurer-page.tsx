import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Failure, Loading } from '../../../ui/empty/index.ts'
import { EntryForm, SelectField, TextField } from '../../../ui/form/index.ts'
import { PrintButton, PrintHead } from '../../../ui/print/index.ts'
import { PageHead } from '../../../ui/shell/page.tsx'
import { useToast } from '../../../ui/toast/index.ts'
import type { InsurerSheet } from '../schema.ts'
import { changeInsurer, sheetQuery } from './api.ts'
import { Members } from './members.tsx'

const kinds = [
  { value: 'municipality', label: '市町村' },
  { value: 'union', label: '広域連合・一部事務組合' },
]

/** /insurer: name and number of the insurer, and the municipalities it is made of. */
export default function InsurerPage() {
  const query = useQuery(sheetQuery)
  if (query.error && !query.data) return <Failure error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  return (
    <>
      <PrintHead title="保険者" />
      <PageHead
        title="保険者"
        lead="ここで登録した名称は、すべての画面と帳票に出ます。"
        actions={<PrintButton />}
      />
      <InsurerForm key={query.data.version} sheet={query.data} />
      <Members sheet={query.data} />
    </>
  )
}

function InsurerForm({ sheet }: { sheet: InsurerSheet }) {
  const client = useQueryClient()
  const show = useToast()
  const [name, setName] = useState(sheet.name)
  const [insurerNumber, setNumber] = useState(sheet.insurerNumber)
  const [kind, setKind] = useState<string>(sheet.kind)
  const submit = async () => {
    await changeInsurer({
      version: sheet.version,
      name,
      insurerNumber,
      kind: kind === 'union' ? 'union' : 'municipality',
    })
    await client.invalidateQueries({ queryKey: sheetQuery.queryKey })
    show('保険者の登録を保存しました')
  }
  return (
    <div className="max-w-2xl">
      <EntryForm label="保険者" submitLabel="保険者の登録を保存する" onSubmit={submit}>
        <TextField name="name" label="名称" value={name} onChange={setName} isRequired width={24} />
        <TextField
          name="insurerNumber"
          label="保険者番号"
          description="介護保険の6けたの番号です。市区町村コードとは、最後の1けたが違います。"
          value={insurerNumber}
          onChange={setNumber}
          isRequired
          inputMode="numeric"
          width={8}
        />
        <SelectField name="kind" label="種別" value={kind} onChange={setKind} options={kinds} isComplete />
      </EntryForm>
    </div>
  )
}
