import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { fiscalYear, fiscalYearOf, formatFiscalYear } from '../../../platform/calendar/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { Failure, Loading } from '../../../ui/empty/index.ts'
import { EntryForm, SelectField, TextField } from '../../../ui/form/index.ts'
import { useAddressWord, useGo } from '../../../ui/link/index.ts'
import { PageHead } from '../../../ui/shell/index.ts'
import { type Form, familiesQuery, formQuery, uploadForm } from './api.ts'
import { FileChoice } from './file-choice.tsx'

/** /workbooks/new: a form for the first time; with ?from=, the next edition of one. */
export default function UploadPage() {
  const [from] = useAddressWord('from', '')
  return from === '' ? <Upload before={null} /> : <NextEdition from={from} />
}

function NextEdition({ from }: { from: string }) {
  const { data, error, refetch } = useQuery(formQuery(from))
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  return data ? <Upload before={data} /> : <Loading />
}

function Upload({ before }: { before: Form | null }) {
  const go = useGo()
  const client = useQueryClient()
  const { today } = useClock()
  const thisYear = fiscalYearOf(today())
  const [file, setFile] = useState<File | null>(null)
  const [name, setName] = useState('')
  const [office, setOffice] = useState('')
  const [year, setYear] = useState(String(before ? before.fiscalYear + 1 : thisYear))
  const years = Array.from({ length: 12 }, (_, at) => Math.max(thisYear, before?.fiscalYear ?? 0) + 2 - at)
  const submit = async () => {
    if (!file) return
    const fields: Record<string, string> = before ? { carriedFrom: before.id } : { name, ownerOffice: office }
    const { id } = await uploadForm(file, { ...fields, fiscalYear: year })
    await client.invalidateQueries({ queryKey: familiesQuery.queryKey })
    await go(before && before.bindings.length > 0 ? `/workbooks/${id}/carry` : `/workbooks/${id}`)
  }
  return (
    <>
      <PageHead
        title={before ? `${before.family.name}: 次の年度のファイル` : '様式を預ける'}
        lead={
          before
            ? `${before.fiscalYearLabel}の対応づけ（${before.bindings.length}セル）を、見出しの言葉で新しいファイルに照らします。違いを見て、引き継ぐものを決めます。`
            : '今年の様式のファイルを選びます。記入前の、空の様式を選んでください。'
        }
      />
      <div className="max-w-2xl">
        <EntryForm
          label="様式"
          submitLabel={before ? '預けて違いを見る' : '様式を預ける'}
          busyLabel="読んでいます…"
          onSubmit={submit}
          readers="同じ保険者の保険者職員"
        >
          <FileChoice file={file} onChange={setFile} />
          {before ? null : (
            <>
              <TextField
                name="name"
                label="様式の名前"
                description="毎年同じ名前で並べます。例: 介護保険事業状況報告（年報）"
                value={name}
                onChange={setName}
                isRequired
                maxLength={100}
              />
              <TextField
                name="ownerOffice"
                label="求めているところ"
                description="国、県、市の課など"
                value={office}
                onChange={setOffice}
                maxLength={100}
              />
            </>
          )}
          <SelectField
            name="fiscalYear"
            label="報告する年度"
            description="様式が数を求めている年度。見出しの「令和◯年度」は、この年度からの隔たりで読みます。"
            value={year}
            onChange={setYear}
            isRequired
            isComplete
            options={years.map((one) => ({ value: String(one), label: formatFiscalYear(fiscalYear(one)) }))}
          />
        </EntryForm>
      </div>
    </>
  )
}
